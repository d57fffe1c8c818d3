// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.run.XType;

/** A series under a name and units of the test's. */
record NamedSeries(String name, String unit, String xUnit, SignalSeries series) implements SignalSeries {
    static NamedSeries of(String name, SignalChannel channel, long published) {
        return new NamedSeries(name, "V", "s", RunSignals.of(channel, published).get(0));
    }

    @Override
    public String channel() {
        return name;
    }

    @Override
    public String xName() {
        return "t";
    }

    @Override
    public XType xType() {
        return series.xType();
    }

    @Override
    public long count() {
        return series.count();
    }

    @Override
    public XRange extent() {
        return series.extent();
    }

    @Override
    public double lastY() {
        return series.lastY();
    }

    @Override
    public Trace trace(XRange range, int columns) {
        return series.trace(range, columns);
    }

    @Override
    public SampleColumn samples() {
        return series.samples();
    }
}
