// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/** The samples of a series one by one, by their numbers; pinned as it is, for its thread. */
public interface SampleColumn {
    /**
     * What the samples are read from: equal for looks at the same data at different times, and for columns that share each x.
     *
     * @return compared by equals only
     */
    Object data();

    /**
     * The oldest sample that is there.
     *
     * @return sample number; the count if there is none
     */
    long first();

    /**
     * How many samples there are, those counted that are there no more.
     *
     * @return the number behind the last sample
     */
    long count();

    /**
     * Whether x never goes backwards and is never NaN.
     *
     * @return true for no samples
     */
    boolean isSorted();

    /**
     * Copies samples.
     *
     * @param from     number of the first
     * @param to       behind the last
     * @param originNs where x is a time: x becomes ns since then
     * @param x        takes x from 0 on
     * @param y        takes y from 0 on
     */
    void copy(long from, long to, long originNs, double[] x, double[] y);

    /**
     * Finds a place among sorted samples in O(log n) reads.
     *
     * @param place    an x
     * @param originNs where x is a time: what the place is counted from
     * @return number of the first sample at or behind it; the count if there is none
     */
    default long firstAtOrAfter(double place, long originNs) {
        double[] x = new double[1];
        double[] y = new double[1];
        long low = first();
        long high = count();
        while (low < high) {
            long middle = (low + high) >>> 1;
            copy(middle, middle + 1, originNs, x, y);
            if (x[0] >= place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
