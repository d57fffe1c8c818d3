// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.time.Instant;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.XType;

/**
 * The x of one sample.
 *
 * @param type    which of the two it is
 * @param number  where x is a number
 * @param epochNs where x is a time
 */
record SampleX(XType type, double number, long epochNs) {
    static SampleX of(Samples samples, long sample) {
        return samples.xType() == XType.TIME
                ? new SampleX(XType.TIME, Double.NaN, samples.timeNs(sample))
                : new SampleX(XType.NUMBER, samples.x(sample, 0), 0);
    }

    /**
     * The moment in ISO-8601, or the number.
     *
     * @return for people
     */
    String text() {
        return type == XType.TIME ? iso() : NumberText.place(number);
    }

    String iso() {
        return Instant.ofEpochSecond(Math.floorDiv(epochNs, 1_000_000_000L), Math.floorMod(epochNs, 1_000_000_000L)).toString();
    }
}
