// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.run.Samples;

/**
 * The exact envelope of a stretch of sorted samples. Column edges are found by binary search and then moved to the nearest multiple of 2^k
 * samples, 2^k being at most a quarter of what falls on a column, but only where that moves them by no more than a quarter of a column: so
 * a sample stays in the company of its neighbours while the view scrolls.
 */
final class EnvelopeScan {
    private static final double MOST_SHIFT_COLUMNS = 0.25;

    private final SortedSamples sorted;
    private final Samples samples;
    private final int column;
    private final XRange range;
    private final int columns;
    private final long from;
    private final long to;
    private final double[] min;
    private final double[] max;
    private final double[] first;
    private final double[] last;
    private final int[] count;
    private final boolean[] brokenAfter;
    /** The newest column that has samples, -1 before. */
    private int newest = -1;

    EnvelopeScan(SortedSamples sorted, int column, XRange range, int columns, long from, long to) {
        this.sorted = sorted;
        this.samples = sorted.samples();
        this.column = column;
        this.range = range;
        this.columns = columns;
        this.from = from;
        this.to = to;
        this.min = new double[columns];
        this.max = new double[columns];
        this.first = new double[columns];
        this.last = new double[columns];
        this.count = new int[columns];
        this.brokenAfter = new boolean[columns];
    }

    Envelope scan() {
        long start = from;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int shift = snapShift();
        for (int pixel = 0; pixel < columns; pixel++) {
            long end = pixel == columns - 1 ? to : edge(pixel + 1, start, shift);
            min[pixel] = Double.POSITIVE_INFINITY;
            max[pixel] = Double.NEGATIVE_INFINITY;
            scanColumn(pixel, start, end);
            low = Math.min(low, min[pixel]);
            high = Math.max(high, max[pixel]);
            start = end;
        }
        return new Envelope(range, min, max, first, last, count, brokenAfter, new YRange(low, high));
    }

    private int snapShift() {
        long quarter = (to - from) / columns / 4;
        return quarter < 1 ? 0 : 63 - Long.numberOfLeadingZeros(quarter);
    }

    /** The number of the first sample of a pixel column. */
    private long edge(int pixel, long least, int shift) {
        double width = range.span() / columns;
        double x = range.from() + pixel * width;
        long exact = sorted.firstAtOrAfter(x, range.originNs(), least, to, least + (to - from) / columns);
        long step = 1L << shift;
        long snapped = (exact + step / 2) & -step;
        if (snapped < least || snapped > to || snapped == exact || snapped >= samples.count()) {
            return exact;
        }
        return Math.abs(samples.x(snapped, range.originNs()) - x) <= MOST_SHIFT_COLUMNS * width ? snapped : exact;
    }

    private void scanColumn(int pixel, long start, long end) {
        long sample = start;
        while (sample < end) {
            int number = samples.blockOf(sample);
            long blockEnd = Math.min(end, samples.firstSample(number + 1));
            long blockFirst = samples.firstSample(number);
            scanBlock(pixel, samples.block(number), (int) (sample - blockFirst), (int) (blockEnd - blockFirst));
            sample = blockEnd;
        }
    }

    private void scanBlock(int pixel, SignalBlock block, int start, int end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = start; i < end; i++) {
            double y = block.y(column, i);
            // Not finite times zero is NaN, and stays it: one test for the whole block.
            sum += y * 0.0;
            if (y < low) {
                low = y;
            }
            if (y > high) {
                high = y;
            }
        }
        if (sum != 0) {
            scanGaps(pixel, block, start, end);
        } else if (start < end) {
            take(pixel, low, high, block.y(column, start), block.y(column, end - 1), end - start);
        }
    }

    /** Sample by sample, where some are not finite. */
    private void scanGaps(int pixel, SignalBlock block, int start, int end) {
        for (int i = start; i < end; i++) {
            double y = block.y(column, i);
            if (y - y == 0) {
                take(pixel, y, y, y, y, 1);
            } else if (newest >= 0) {
                brokenAfter[newest] = true;
            }
        }
    }

    private void take(int pixel, double low, double high, double firstY, double lastY, int samplesTaken) {
        if (count[pixel] == 0) {
            first[pixel] = firstY;
            newest = pixel;
        }
        // A gap within a column is narrower than a pixel; only one that reaches the next column breaks the line.
        brokenAfter[pixel] = false;
        min[pixel] = Math.min(min[pixel], low);
        max[pixel] = Math.max(max[pixel], high);
        last[pixel] = lastY;
        count[pixel] += samplesTaken;
    }
}
