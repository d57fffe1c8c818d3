// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.SignalBlock;

/**
 * What is known of the x values of a block, or of several in a row. Times are counted from the origin of {@link Samples#originNs()}.
 *
 * @param first    x of the first sample
 * @param last     x of the last sample
 * @param smallest finite x, above {@code largest} if there is none
 * @param largest  finite x
 * @param sorted   whether x never goes backwards and is never NaN
 */
public record BlockX(double first, double last, double smallest, double largest, boolean sorted) {
    /** Of no values at all. */
    static final BlockX NONE = new BlockX(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, true);

    /** Of these values and, after them, others. */
    BlockX then(BlockX next) {
        return new BlockX(this == NONE ? next.first : first, next.last, Math.min(smallest, next.smallest), Math.max(largest, next.largest),
            sorted && next.sorted && next.first >= last);
    }

    static BlockX of(SignalBlock block, int count, XType type, long originNs) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double previous = Double.NEGATIVE_INFINITY;
        boolean sorted = true;
        boolean time = type == XType.TIME;
        for (int i = 0; i < count; i++) {
            double x = time ? Samples.nsBetween(originNs, block.timeNs(i)) : block.x(i);
            if (!(x >= previous)) {
                sorted = false;
            }
            if (x - x == 0) {
                smallest = x < smallest ? x : smallest;
                largest = x > largest ? x : largest;
            }
            previous = x;
        }
        double first = time ? Samples.nsBetween(originNs, block.timeNs(0)) : block.x(0);
        return new BlockX(first, previous, smallest, largest, sorted);
    }
}
