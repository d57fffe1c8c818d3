// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** Takes the rows of a time signal one by one. */
@FunctionalInterface
public interface TimeRowConsumer {
    /**
     * One row.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     * @param y       one value a column, NaN is a gap; the array is lent for the call and written anew for the next
     */
    void row(long epochNs, double[] y);
}
