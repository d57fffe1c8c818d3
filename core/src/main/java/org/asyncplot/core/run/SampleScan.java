// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.SignalBlock;

/**
 * Hands on the samples of a stretch of x in the order in which they were published, whether x is sorted or not: of a signal that is
 * sorted, what lies outside is never looked at; of every other each sample is.
 */
final class SampleScan {
    private final Samples samples;

    SampleScan(Samples samples) {
        this.samples = samples;
    }

    void samples(double from, double to, SampleConsumer action) {
        numbers(from, to, (block, start, end, first) -> {
            for (int i = start; i < end; i++) {
                double x = block.x(i);
                if (x >= from && x <= to) {
                    action.sample(x, block.y(0, i));
                }
            }
        });
    }

    void rows(double from, double to, RowConsumer action, int columns) {
        double[] y = new double[columns];
        numbers(from, to, (block, start, end, first) -> {
            for (int i = start; i < end; i++) {
                double x = block.x(i);
                if (x >= from && x <= to) {
                    action.row(x, row(block, i, y));
                }
            }
        });
    }

    void times(long fromNs, long toNs, TimeSampleConsumer action) {
        times(fromNs, toNs, (block, start, end, first) -> {
            for (int i = start; i < end; i++) {
                long timeNs = block.timeNs(i);
                if (timeNs >= fromNs && timeNs <= toNs) {
                    action.sample(timeNs, block.y(0, i));
                }
            }
        });
    }

    void timeRows(long fromNs, long toNs, TimeRowConsumer action, int columns) {
        double[] y = new double[columns];
        times(fromNs, toNs, (block, start, end, first) -> {
            for (int i = start; i < end; i++) {
                long timeNs = block.timeNs(i);
                if (timeNs >= fromNs && timeNs <= toNs) {
                    action.row(timeNs, row(block, i, y));
                }
            }
        });
    }

    private void numbers(double from, double to, BlockVisitor visitor) {
        boolean all = from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY || !samples.isSorted();
        long first = all ? samples.first() : samples.firstWhere(x -> Double.longBitsToDouble(x) >= from);
        long end = all ? samples.count() : samples.firstWhere(x -> Double.longBitsToDouble(x) > to);
        samples.forEachBlock(first, end, visitor);
    }

    private void times(long fromNs, long toNs, BlockVisitor visitor) {
        boolean all = fromNs == Long.MIN_VALUE && toNs == Long.MAX_VALUE || !samples.isSorted();
        long first = all ? samples.first() : samples.firstWhere(x -> x >= fromNs);
        long end = all ? samples.count() : samples.firstWhere(x -> x > toNs);
        samples.forEachBlock(first, end, visitor);
    }

    private static double[] row(SignalBlock block, int sample, double[] y) {
        for (int column = 0; column < y.length; column++) {
            y[column] = block.y(column, sample);
        }
        return y;
    }
}
