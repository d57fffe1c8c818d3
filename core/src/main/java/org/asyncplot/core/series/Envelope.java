// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * The exact extremes of a signal with sorted x for each of W pixel columns of equal width. Column p covers x from
 * {@code range.from + p * range.span / W}; its edges are snapped to sample numbers at which summaries begin, or to multiples of 2^k, at most
 * a quarter of a column off, so that a sample stays in the company of its neighbours while the view scrolls. Only finite y values count. The
 * arrays belong to this object: do not change them.
 *
 * @param range       the stretch asked for
 * @param min         smallest y of each column; meaningless where count is 0
 * @param max         largest y
 * @param first       y of the first sample
 * @param last        y of the last sample
 * @param count       finite samples in the column
 * @param brokenAfter whether a gap (a y that is not finite) lies between this column's last sample and the next one with samples
 * @param infinities  which infinities the column has: {@link #POSITIVE}, {@link #NEGATIVE}, both together, or 0
 * @param extremes    of all columns together
 */
public record Envelope(XRange range, double[] min, double[] max, double[] first, double[] last, long[] count, boolean[] brokenAfter,
                       byte[] infinities, YRange extremes) implements Trace {
    /** A column has positive infinity. */
    public static final byte POSITIVE = 1;
    /** A column has negative infinity. */
    public static final byte NEGATIVE = 2;

    /**
     * How many pixel columns there are.
     *
     * @return W, at least 1
     */
    public int columns() {
        return count.length;
    }
}
