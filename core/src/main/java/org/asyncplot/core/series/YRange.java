// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * The finite extremes of y values.
 *
 * @param low  smallest value
 * @param high largest value
 */
public record YRange(double low, double high) {
    /** The extremes of no values at all: low above high. */
    public static final YRange NONE = new YRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /**
     * Whether there was no value.
     *
     * @return true if low lies above high
     */
    public boolean isEmpty() {
        return !(low <= high);
    }

    /**
     * The extremes of this and another range together.
     *
     * @param other the other range, possibly empty
     * @return the union
     */
    public YRange union(YRange other) {
        return new YRange(Math.min(low, other.low), Math.max(high, other.high));
    }
}
