// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** Takes the samples of a signal one by one. */
@FunctionalInterface
public interface SampleConsumer {
    /**
     * One sample.
     *
     * @param x in the unit of the x axis
     * @param y in the unit of the signal; NaN is a gap
     */
    void sample(double x, double y);
}
