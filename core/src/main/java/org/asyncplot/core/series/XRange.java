// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;

/**
 * A stretch of an x axis, from {@code origin + from} to {@code origin + to}. On an axis of numbers the origin is 0 and from and to are in
 * the axis' unit; on a time axis the origin is in epoch ns, and from and to are ns counted from it, so that they stay exact at any date.
 *
 * @param originNs 0 for numbers, epoch ns for time
 * @param from     lower end, finite
 * @param to       upper end, finite, at least {@code from}
 */
public record XRange(long originNs, double from, double to) {
    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if an end is not finite or they are the wrong way round
     */
    public XRange {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from > to) {
            throw new IllegalArgumentException("not a range: " + from + " to " + to);
        }
    }

    /**
     * A range of numbers.
     *
     * @param from lower end
     * @param to   upper end
     * @return the range, with origin 0
     */
    public static XRange of(double from, double to) {
        return new XRange(0, from, to);
    }

    /**
     * A range of time.
     *
     * @param fromNs lower end, epoch ns; becomes the origin
     * @param toNs   upper end, epoch ns
     * @return the range
     */
    public static XRange time(long fromNs, long toNs) {
        return new XRange(fromNs, 0, Samples.nsBetween(fromNs, toNs));
    }

    /**
     * The first moment inside a range of time.
     *
     * @return epoch ns; the nearest that 64 bits can hold
     */
    public long firstNs() {
        return moment(Math.ceil(from));
    }

    /**
     * The last moment inside a range of time.
     *
     * @return epoch ns; the nearest that 64 bits can hold
     */
    public long lastNs() {
        return moment(Math.floor(to));
    }

    /**
     * The last moment not behind the lower end of a range of time.
     *
     * @return epoch ns; the nearest that 64 bits can hold
     */
    public long floorNs() {
        return moment(Math.floor(from));
    }

    /**
     * The first moment not before the upper end of a range of time.
     *
     * @return epoch ns; the nearest that 64 bits can hold
     */
    public long ceilingNs() {
        return moment(Math.ceil(to));
    }

    private long moment(double offsetNs) {
        long offset = (long) offsetNs;
        long sum = originNs + offset;
        boolean exact = offset == offsetNs && offset != Long.MAX_VALUE && ((originNs ^ sum) & (offset ^ sum)) >= 0;
        // So far away a double knows no ns; the cast keeps to the ends of a long.
        return exact ? sum : (long) (originNs + offsetNs);
    }

    /**
     * The length of the stretch.
     *
     * @return {@code to - from}, at least 0
     */
    public double span() {
        return to - from;
    }
}
