// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * Every sample of a stretch, in the order in which it was published, with one neighbour outside on each side where there is one, so that a
 * line leaves the frame at the right angle. A y that is not finite is a gap. The arrays belong to this object: do not change them.
 *
 * @param range    the stretch asked for
 * @param x        x values relative to the range's origin
 * @param y        y values, as many
 * @param extremes of the finite y inside the range
 */
public record Points(XRange range, double[] x, double[] y, YRange extremes) implements Trace {
}
