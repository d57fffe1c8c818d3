// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.SignalBlock;

/**
 * Walks over the samples of a stretch of x in the order in which they were published, whether x is sorted or not, at the reader's pace: a
 * piece of them at a time is copied out of the mapped files. Belongs to the thread of its run and goes on until that is closed; sees what was
 * published at the last refresh before it was made. Allocates nothing for a sample. Files that are cut short meanwhile show as an
 * {@link InternalError}.
 */
public final class SampleCursor {
    private static final int PIECE = 8192;

    private final Samples samples;
    private final boolean time;
    private final double from;
    private final double to;
    private final long fromNs;
    private final long toNs;
    private final long end;
    private final long[] x = new long[PIECE];
    private final double[][] y;
    private long next;
    private int index = -1;
    private int count;

    private SampleCursor(Samples samples, int columns, double from, double to, long fromNs, long toNs) {
        this.samples = samples;
        this.time = samples.xType() == XType.TIME;
        this.from = from;
        this.to = to;
        this.fromNs = fromNs;
        this.toNs = toNs;
        this.y = new double[columns][PIECE];
        boolean all = time ? fromNs == Long.MIN_VALUE && toNs == Long.MAX_VALUE
            : from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
        boolean whole = all || !samples.isSorted();
        this.next = whole ? samples.first()
            : samples.firstWhere(stored -> time ? stored >= fromNs : Double.longBitsToDouble(stored) >= from);
        this.end = whole ? samples.count() : samples.firstWhere(stored -> time ? stored > toNs : Double.longBitsToDouble(stored) > to);
    }

    static SampleCursor numbers(Samples samples, int columns, double from, double to) {
        return new SampleCursor(samples, columns, from, to, 0, 0);
    }

    static SampleCursor times(Samples samples, int columns, long fromNs, long toNs) {
        return new SampleCursor(samples, columns, 0, 0, fromNs, toNs);
    }

    /**
     * Goes to the next sample.
     *
     * @return false at the end of the stretch
     */
    public boolean next() {
        while (true) {
            while (++index < count) {
                if (isInside(x[index])) {
                    return true;
                }
            }
            if (next >= end) {
                // Stays at the end, however often it is asked.
                index = count - 1;
                return false;
            }
            index = -1;
            long piece = Math.min(end, next + PIECE);
            next = samples.tree().read(() -> {
                // A file may go meanwhile: then it is done again with what is left.
                count = 0;
                return samples.block(next, piece, this::copy);
            });
        }
    }

    private boolean isInside(long stored) {
        if (time) {
            return stored >= fromNs && stored <= toNs;
        }
        double number = Double.longBitsToDouble(stored);
        return number >= from && number <= to;
    }

    private void copy(SignalBlock block, int start, int limit, long firstSample) {
        for (int i = start; i < limit; i++) {
            x[i - start] = block.timeNs(i);
        }
        for (int column = 0; column < y.length; column++) {
            for (int i = start; i < limit; i++) {
                y[column][i - start] = block.y(column, i);
            }
        }
        count = limit - start;
    }

    /**
     * x of the sample, where x is a number.
     *
     * @return x in the unit of its axis
     */
    public double x() {
        return Double.longBitsToDouble(x[index]);
    }

    /**
     * x of the sample, where x is time.
     *
     * @return epoch ns
     */
    public long timeNs() {
        return x[index];
    }

    /**
     * A y of the sample.
     *
     * @param column from 0
     * @return y in the unit of the signal, NaN for a gap
     */
    public double y(int column) {
        return y[column][index];
    }
}
