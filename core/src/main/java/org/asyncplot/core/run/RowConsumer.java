// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** Takes the rows of a signal one by one. */
@FunctionalInterface
public interface RowConsumer {
    /**
     * One row.
     *
     * @param x in the unit of the x axis
     * @param y one value a column, NaN is a gap; the array is lent for the call and written anew for the next
     */
    void row(double x, double[] y);
}
