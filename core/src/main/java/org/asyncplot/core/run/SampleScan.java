// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/**
 * Hands on the samples of a stretch of x in the order in which they were published, whether x is sorted or not: of a signal that is
 * sorted, what lies outside is never looked at; of every other each sample is. Copies first, so that what is handed on is never a hole where
 * a file was deleted meanwhile.
 */
final class SampleScan {
    private final Samples samples;

    SampleScan(Samples samples) {
        this.samples = samples;
    }

    void samples(double from, double to, SampleConsumer action) {
        SampleCursor cursor = SampleCursor.numbers(samples, 1, from, to);
        while (cursor.next()) {
            action.sample(cursor.x(), cursor.y(0));
        }
    }

    void rows(double from, double to, RowConsumer action, int columns) {
        double[] y = new double[columns];
        SampleCursor cursor = SampleCursor.numbers(samples, columns, from, to);
        while (cursor.next()) {
            action.row(cursor.x(), row(cursor, y));
        }
    }

    void times(long fromNs, long toNs, TimeSampleConsumer action) {
        SampleCursor cursor = SampleCursor.times(samples, 1, fromNs, toNs);
        while (cursor.next()) {
            action.sample(cursor.timeNs(), cursor.y(0));
        }
    }

    void timeRows(long fromNs, long toNs, TimeRowConsumer action, int columns) {
        double[] y = new double[columns];
        SampleCursor cursor = SampleCursor.times(samples, columns, fromNs, toNs);
        while (cursor.next()) {
            action.row(cursor.timeNs(), row(cursor, y));
        }
    }

    private static double[] row(SampleCursor cursor, double[] y) {
        for (int column = 0; column < y.length; column++) {
            y[column] = cursor.y(column);
        }
        return y;
    }
}
