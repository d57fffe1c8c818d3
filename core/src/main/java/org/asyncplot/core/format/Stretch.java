// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Facts of a stretch of samples, gathered on the heap from samples and from the facts of shorter stretches, in their order. One thread;
 * allocates nothing after it was made.
 */
public final class Stretch {
    private final int columns;
    private final boolean time;
    private final double[] min;
    private final double[] max;
    private final double[] first;
    private final double[] last;
    private final long[] finite;
    private final int[] marks;
    private final double[] four = new double[4];
    private long count;
    private boolean sorted;
    private long firstX;
    private long lastX;
    private long smallestX;
    private long largestX;

    /**
     * An empty stretch.
     *
     * @param columns y columns
     * @param time    whether x is epoch ns rather than a double
     */
    public Stretch(int columns, boolean time) {
        this.columns = columns;
        this.time = time;
        this.min = new double[columns];
        this.max = new double[columns];
        this.first = new double[columns];
        this.last = new double[columns];
        this.finite = new long[columns];
        this.marks = new int[columns];
        clear();
    }

    /** Forgets everything. */
    public void clear() {
        count = 0;
        sorted = true;
        smallestX = time ? Long.MAX_VALUE : Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
        largestX = time ? Long.MIN_VALUE : Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY);
        for (int column = 0; column < columns; column++) {
            min[column] = Double.POSITIVE_INFINITY;
            max[column] = Double.NEGATIVE_INFINITY;
            first[column] = Double.NaN;
            last[column] = Double.NaN;
            finite[column] = 0;
            marks[column] = 0;
        }
    }

    /**
     * Whether x is time.
     *
     * @return false for doubles
     */
    public boolean isTime() {
        return time;
    }

    /**
     * How many samples there are.
     *
     * @return count
     */
    public long count() {
        return count;
    }

    /**
     * Whether x never goes backwards and is never NaN.
     *
     * @return true for no samples
     */
    public boolean isSorted() {
        return sorted;
    }

    /**
     * First x.
     *
     * @return bits of a double, or epoch ns
     */
    public long firstX() {
        return firstX;
    }

    /**
     * Last x.
     *
     * @return bits of a double, or epoch ns
     */
    public long lastX() {
        return lastX;
    }

    /**
     * Smallest finite x.
     *
     * @return bits of a double, or epoch ns; above {@link #largestX()} if there is none
     */
    public long smallestX() {
        return smallestX;
    }

    /**
     * Largest finite x.
     *
     * @return bits of a double, or epoch ns
     */
    public long largestX() {
        return largestX;
    }

    /**
     * Appends x and y of samples of a block.
     *
     * @param block in place
     * @param from  first sample
     * @param to    behind the last, above {@code from}
     */
    public void append(SignalBlock block, int from, int to) {
        appendX(block, from, to);
        for (int column = 0; column < columns; column++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = from; i < to; i++) {
                double y = block.y(column, i);
                // Not finite times zero is NaN, and stays it: one test for all.
                sum += y * 0.0;
                if (y < low) {
                    low = y;
                }
                if (y > high) {
                    high = y;
                }
            }
            if (sum == 0) {
                append(column, low, high, block.y(column, from), block.y(column, to - 1), to - from, 0);
            } else {
                appendGaps(block, column, from, to);
            }
        }
        count += to - from;
    }

    /**
     * Appends x of another stretch, and its count; of y nothing.
     *
     * @param next of at least one sample
     */
    public void appendX(Stretch next) {
        appendX(next.sorted, next.firstX, next.lastX, next.smallestX, next.largestX);
        count += next.count;
    }

    /**
     * Appends x of a stretch by its facts, and its count; of y nothing.
     *
     * @param buffer holds them
     * @param offset of the facts, which are of at least one sample
     */
    public void appendX(UnsafeBuffer buffer, int offset) {
        appendX((buffer.getLong(offset + StretchFacts.FLAGS) & StretchFacts.SORTED) != 0, buffer.getLong(offset + StretchFacts.FIRST_X),
            buffer.getLong(offset + StretchFacts.LAST_X), buffer.getLong(offset + StretchFacts.SMALLEST_X),
            buffer.getLong(offset + StretchFacts.LARGEST_X));
        count += buffer.getLong(offset + StretchFacts.COUNT);
    }

    private void appendX(SignalBlock block, int from, int to) {
        boolean rising = true;
        long least = time ? Long.MAX_VALUE : Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
        long most = time ? Long.MIN_VALUE : Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY);
        if (time) {
            long previous = Long.MIN_VALUE;
            for (int i = from; i < to; i++) {
                long x = block.timeNs(i);
                rising &= x >= previous;
                least = Math.min(least, x);
                most = Math.max(most, x);
                previous = x;
            }
        } else {
            double previous = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double x = block.x(i);
                rising &= x >= previous;
                if (x - x == 0) {
                    low = x < low ? x : low;
                    high = x > high ? x : high;
                }
                previous = x;
            }
            least = Double.doubleToRawLongBits(low);
            most = Double.doubleToRawLongBits(high);
        }
        appendX(rising, block.timeNs(from), block.timeNs(to - 1), least, most);
    }

    private void appendX(boolean rising, long beginX, long endX, long least, long most) {
        if (count == 0) {
            firstX = beginX;
            sorted = rising;
        } else {
            sorted &= rising && (time ? beginX >= lastX : Double.longBitsToDouble(beginX) >= Double.longBitsToDouble(lastX));
        }
        lastX = endX;
        if (time) {
            smallestX = Math.min(smallestX, least);
            largestX = Math.max(largestX, most);
        } else {
            smallestX = Double.doubleToRawLongBits(Math.min(Double.longBitsToDouble(smallestX), Double.longBitsToDouble(least)));
            largestX = Double.doubleToRawLongBits(Math.max(Double.longBitsToDouble(largestX), Double.longBitsToDouble(most)));
        }
    }

    private void appendGaps(SignalBlock block, int column, int from, int to) {
        for (int i = from; i < to; i++) {
            double y = block.y(column, i);
            if (y - y == 0) {
                append(column, y, y, y, y, 1, 0);
            } else {
                append(column, 0, 0, 0, 0, 0, infinity(y) | StretchFacts.GAP_FIRST | StretchFacts.GAP_LAST);
            }
        }
    }

    static int infinity(double y) {
        return y == Double.POSITIVE_INFINITY ? StretchFacts.POSITIVE_INFINITY : y == Double.NEGATIVE_INFINITY ? StretchFacts.NEGATIVE_INFINITY : 0;
    }

    /** Appends the facts of a column; those of no finite y are its marks alone. */
    private void append(int column, double low, double high, double firstY, double lastY, long finiteCount, int newMarks) {
        int infinities = StretchFacts.POSITIVE_INFINITY | StretchFacts.NEGATIVE_INFINITY;
        int known = marks[column];
        boolean nothing = count == 0 && finite[column] == 0 && known == 0;
        int begins = (nothing ? newMarks : known) & StretchFacts.GAP_FIRST;
        marks[column] = begins | newMarks & StretchFacts.GAP_LAST | (known | newMarks) & infinities;
        if (finiteCount > 0) {
            if (finite[column] == 0) {
                first[column] = firstY;
            }
            last[column] = lastY;
            min[column] = Math.min(min[column], low);
            max[column] = Math.max(max[column], high);
            finite[column] += finiteCount;
        }
    }

    /**
     * Appends a stretch by its facts.
     *
     * @param buffer holds them
     * @param offset of the facts, which are of at least one sample
     */
    public void append(UnsafeBuffer buffer, int offset) {
        for (int column = 0; column < columns; column++) {
            append(column, StretchFacts.min(buffer, offset, column), StretchFacts.max(buffer, offset, column),
                StretchFacts.first(buffer, offset, column), StretchFacts.last(buffer, offset, column),
                StretchFacts.finite(buffer, offset, column), StretchFacts.marks(buffer, offset, column));
        }
        appendX(buffer, offset);
    }

    /**
     * Writes the facts; the count last, by release.
     *
     * @param buffer takes them
     * @param offset where, a multiple of 8
     */
    public void write(UnsafeBuffer buffer, int offset) {
        buffer.putLong(offset + StretchFacts.FLAGS, sorted ? StretchFacts.SORTED : 0);
        buffer.putLong(offset + StretchFacts.FIRST_X, firstX);
        buffer.putLong(offset + StretchFacts.LAST_X, lastX);
        buffer.putLong(offset + StretchFacts.SMALLEST_X, smallestX);
        buffer.putLong(offset + StretchFacts.LARGEST_X, largestX);
        for (int column = 0; column < columns; column++) {
            four[0] = min[column];
            four[1] = max[column];
            four[2] = first[column];
            four[3] = last[column];
            StretchFacts.column(buffer, offset, column, four, finite[column], marks[column]);
        }
        buffer.putLongRelease(offset + StretchFacts.COUNT, count);
    }
}
