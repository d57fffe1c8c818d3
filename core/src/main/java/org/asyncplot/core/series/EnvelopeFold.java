// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/** Gathers samples, and groups of them, into the columns of an envelope, from left to right. */
final class EnvelopeFold {
    private static final double MOST_SHIFT_COLUMNS = 0.25;

    private final XRange range;
    private final double[] min;
    private final double[] max;
    private final double[] first;
    private final double[] last;
    private final long[] count;
    private final boolean[] brokenAfter;
    private final byte[] infinities;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private int newest = -1;

    EnvelopeFold(XRange range, int columns) {
        this.range = range;
        this.min = new double[columns];
        this.max = new double[columns];
        this.first = new double[columns];
        this.last = new double[columns];
        this.count = new long[columns];
        this.brokenAfter = new boolean[columns];
        this.infinities = new byte[columns];
    }

    Envelope envelope() {
        return new Envelope(range, min, max, first, last, count, brokenAfter, infinities, new YRange(low, high));
    }

    /** Whether samples from one x to another may share a column: none is farther than a quarter of one from its own. */
    boolean isTogether(double fromX, double toX) {
        return toX - fromX <= MOST_SHIFT_COLUMNS * range.span() / count.length;
    }

    /** The column of an x, to which what is added next belongs. */
    int column(double x) {
        int found = (int) ((x - range.from()) / range.span() * count.length);
        return Math.max(0, Math.min(count.length - 1, found));
    }

    void sample(int column, double y) {
        if (y - y == 0) {
            take(column, y, y, y, y, 1);
        } else {
            infinity(column, y == Double.POSITIVE_INFINITY ? Envelope.POSITIVE : y == Double.NEGATIVE_INFINITY ? Envelope.NEGATIVE : 0);
            gap();
        }
    }

    void infinity(int column, int which) {
        infinities[column] |= (byte) which;
    }

    void gap() {
        if (newest >= 0) {
            brokenAfter[newest] = true;
        }
    }

    void take(int column, double least, double most, double firstY, double lastY, long samples) {
        if (count[column] == 0) {
            first[column] = firstY;
            min[column] = least;
            max[column] = most;
            newest = column;
        }
        brokenAfter[column] = false;
        min[column] = Math.min(min[column], least);
        max[column] = Math.max(max[column], most);
        last[column] = lastY;
        count[column] += samples;
        low = Math.min(low, least);
        high = Math.max(high, most);
    }
}
