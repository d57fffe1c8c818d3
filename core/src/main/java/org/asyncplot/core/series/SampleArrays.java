// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * A stretch of a signal on the heap. The arrays belong to this object: do not change them.
 *
 * @param x places, never going backwards where several signals are combined
 * @param y values, as many; what is not finite is a gap
 */
public record SampleArrays(double[] x, double[] y) {
    /** Checks the lengths. */
    public SampleArrays {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x, but " + y.length + " y");
        }
    }
}
