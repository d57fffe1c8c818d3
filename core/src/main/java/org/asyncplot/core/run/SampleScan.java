// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.SignalBlock;

/**
 * Hands on the samples of a stretch of x in the order in which they were published, whether x is sorted or not: of a signal that is
 * sorted, blocks that lie outside are passed over; of every other block each sample is looked at.
 */
final class SampleScan {
    /** Whether a signal is sorted is known from doubles, which 292 years from the first sample are 1024 ns apart. */
    private static final long ROUNDING_NS = 2048;

    private final Samples samples;

    SampleScan(Samples samples) {
        this.samples = samples;
    }

    void samples(double from, double to, SampleConsumer action) {
        for (int number = 0; number < samples.blockCount(); number++) {
            if (isOutside(number, from, to)) {
                continue;
            }
            SignalBlock block = samples.block(number);
            int count = count(number, block);
            for (int i = 0; i < count; i++) {
                double x = block.x(i);
                if (x >= from && x <= to) {
                    action.sample(x, block.y(0, i));
                }
            }
        }
    }

    void rows(double from, double to, RowConsumer action, int columns) {
        double[] y = new double[columns];
        for (int number = 0; number < samples.blockCount(); number++) {
            if (isOutside(number, from, to)) {
                continue;
            }
            SignalBlock block = samples.block(number);
            int count = count(number, block);
            for (int i = 0; i < count; i++) {
                double x = block.x(i);
                if (x >= from && x <= to) {
                    action.row(x, row(block, i, y));
                }
            }
        }
    }

    void times(long fromNs, long toNs, TimeSampleConsumer action) {
        for (int number = 0; number < samples.blockCount(); number++) {
            SignalBlock block = samples.block(number);
            int count = count(number, block);
            if (isOutside(number, block, count, fromNs, toNs)) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                long timeNs = block.timeNs(i);
                if (timeNs >= fromNs && timeNs <= toNs) {
                    action.sample(timeNs, block.y(0, i));
                }
            }
        }
    }

    void timeRows(long fromNs, long toNs, TimeRowConsumer action, int columns) {
        double[] y = new double[columns];
        for (int number = 0; number < samples.blockCount(); number++) {
            SignalBlock block = samples.block(number);
            int count = count(number, block);
            if (isOutside(number, block, count, fromNs, toNs)) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                long timeNs = block.timeNs(i);
                if (timeNs >= fromNs && timeNs <= toNs) {
                    action.row(timeNs, row(block, i, y));
                }
            }
        }
    }

    /** Numbers may leap where blocks are lost; a block says itself what it holds, but the newest may have grown since it was pinned. */
    private int count(int number, SignalBlock block) {
        return (int) Math.min(block.count(), samples.firstSample(number + 1) - samples.firstSample(number));
    }

    private boolean isOutside(int number, double from, double to) {
        if (from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY || !samples.x().sorted()) {
            return false;
        }
        SignalBlock block = samples.block(number);
        return block.x(count(number, block) - 1) < from || block.x(0) > to;
    }

    private boolean isOutside(int number, SignalBlock block, int count, long fromNs, long toNs) {
        if (fromNs == Long.MIN_VALUE && toNs == Long.MAX_VALUE || !samples.x().sorted()) {
            return false;
        }
        long last = block.timeNs(count - 1);
        long first = block.timeNs(0);
        return Samples.nsBetween(last, fromNs) > ROUNDING_NS || Samples.nsBetween(toNs, first) > ROUNDING_NS;
    }

    private static double[] row(SignalBlock block, int sample, double[] y) {
        for (int column = 0; column < y.length; column++) {
            y[column] = block.y(column, sample);
        }
        return y;
    }
}
