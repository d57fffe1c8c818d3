// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where the facts of a stretch of samples lie, in the summary of a block as in a row of an index.
 *
 * <pre>
 *   0  count                          samples; in a block written last, by release: 0 is not sealed
 *   8  flags                          1: x never goes backwards and is never NaN
 *  16  first, last x                  as stored: doubles, or epoch ns
 *  32  smallest, largest finite x     smallest above largest where there is none
 *  48  for each column, 48 bytes: min, max, first, last finite y, how many are finite, marks
 * </pre>
 */
public final class StretchFacts {
    /** Marks of a column: it begins with a y that is not finite. */
    public static final int GAP_FIRST = 1;
    /** Marks of a column: it ends with a y that is not finite. */
    public static final int GAP_LAST = 2;
    /** Marks of a column: positive infinity is in it. */
    public static final int POSITIVE_INFINITY = 4;
    /** Marks of a column: negative infinity is in it. */
    public static final int NEGATIVE_INFINITY = 8;

    static final int COUNT = 0;
    static final int FLAGS = 8;
    static final int FIRST_X = 16;
    static final int LAST_X = 24;
    static final int SMALLEST_X = 32;
    static final int LARGEST_X = 40;
    static final int COLUMNS = 48;
    static final int COLUMN_BYTES = 48;
    static final int SORTED = 1;

    private static final int MIN = COLUMNS;
    private static final int MAX = COLUMNS + 8;
    private static final int FIRST = COLUMNS + 16;
    private static final int LAST = COLUMNS + 24;
    private static final int FINITE = COLUMNS + 32;
    private static final int MARKS = COLUMNS + 40;

    private StretchFacts() {
    }

    /**
     * Bytes of the facts.
     *
     * @param columns y columns
     * @return length
     */
    public static int length(int columns) {
        return COLUMNS + columns * COLUMN_BYTES;
    }

    /**
     * Smallest finite y.
     *
     * @param buffer holds the facts
     * @param offset of the facts
     * @param column y column
     * @return y; positive infinity if none is finite
     */
    public static double min(UnsafeBuffer buffer, int offset, int column) {
        return buffer.getDouble(offset + MIN + column * COLUMN_BYTES);
    }

    /**
     * Largest finite y.
     *
     * @param buffer holds the facts
     * @param offset of the facts
     * @param column y column
     * @return y; negative infinity if none is finite
     */
    public static double max(UnsafeBuffer buffer, int offset, int column) {
        return buffer.getDouble(offset + MAX + column * COLUMN_BYTES);
    }

    /**
     * First finite y.
     *
     * @param buffer holds the facts
     * @param offset of the facts
     * @param column y column
     * @return y, if any is finite
     */
    public static double first(UnsafeBuffer buffer, int offset, int column) {
        return buffer.getDouble(offset + FIRST + column * COLUMN_BYTES);
    }

    /**
     * Last finite y.
     *
     * @param buffer holds the facts
     * @param offset of the facts
     * @param column y column
     * @return y, if any is finite
     */
    public static double last(UnsafeBuffer buffer, int offset, int column) {
        return buffer.getDouble(offset + LAST + column * COLUMN_BYTES);
    }

    /**
     * How many y are finite.
     *
     * @param buffer holds the facts
     * @param offset of the facts
     * @param column y column
     * @return count
     */
    public static long finite(UnsafeBuffer buffer, int offset, int column) {
        return buffer.getLong(offset + FINITE + column * COLUMN_BYTES);
    }

    /**
     * What y are not finite.
     *
     * @param buffer holds the facts
     * @param offset of the facts
     * @param column y column
     * @return {@link #GAP_FIRST} and the others, together
     */
    public static int marks(UnsafeBuffer buffer, int offset, int column) {
        return (int) buffer.getLong(offset + MARKS + column * COLUMN_BYTES);
    }

    static void column(UnsafeBuffer buffer, int offset, int column, double[] values, long finite, int marks) {
        int at = offset + column * COLUMN_BYTES;
        buffer.putDouble(at + MIN, values[0]);
        buffer.putDouble(at + MAX, values[1]);
        buffer.putDouble(at + FIRST, values[2]);
        buffer.putDouble(at + LAST, values[3]);
        buffer.putLong(at + FINITE, finite);
        buffer.putLong(at + MARKS, marks);
    }
}
