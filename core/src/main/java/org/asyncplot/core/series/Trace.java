// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/** What a line through a stretch of a signal needs: every sample, or the extremes for each pixel column. */
public sealed interface Trace permits Points, Envelope {
    /**
     * The stretch this was made for.
     *
     * @return x range; x values are relative to its origin
     */
    XRange range();

    /**
     * The extremes of the finite y values inside the range.
     *
     * @return the extremes, empty if there is no finite sample
     */
    YRange extremes();
}
