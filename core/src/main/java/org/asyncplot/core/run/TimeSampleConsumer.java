// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** Takes the samples of a time signal one by one. */
@FunctionalInterface
public interface TimeSampleConsumer {
    /**
     * One sample.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     * @param y       in the unit of the signal; NaN is a gap
     */
    void sample(long epochNs, double y);
}
