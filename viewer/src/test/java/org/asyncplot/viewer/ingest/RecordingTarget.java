// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given; rows may be looked at from another thread. */
final class RecordingTarget implements RowTarget, RowSink {
    private final List<String> rows = new CopyOnWriteArrayList<>();
    private volatile int announcements;
    private volatile Layout layout;

    @Override
    public void announce() {
        announcements++;
    }

    @Override
    public RowSink open(Layout opened) {
        layout = opened;
        return this;
    }

    @Override
    public void numberRow(double x, double[] values) {
        add(Double.toString(x), values);
    }

    @Override
    public void timeRow(long epochNs, double[] values) {
        add(epochNs + " ns", values);
    }

    private void add(String x, double[] values) {
        StringBuilder row = new StringBuilder(x);
        for (double value : values) {
            row.append(' ').append(String.format(Locale.ROOT, "%s", value));
        }
        rows.add(row.toString());
    }

    Layout layout() {
        return layout;
    }

    int announcements() {
        return announcements;
    }

    /** Each row as x and values with blanks between. */
    List<String> rows() {
        return rows;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        layout.columns().forEach(column -> names.add(column.unit().isEmpty() ? column.name() : column.name() + " in " + column.unit()));
        return names;
    }
}
