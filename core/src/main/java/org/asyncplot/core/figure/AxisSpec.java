// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One axis of values.
 *
 * @param scale linear or logarithmic
 * @param low   lower end, absent for automatic
 * @param high  upper end, absent for automatic
 * @param unit  shown at the axis, empty for that of its series
 * @param label name of the axis, possibly empty
 */
public record AxisSpec(Scale scale, OptionalDouble low, OptionalDouble high, String unit, String label) {
    /** Linear, automatic, without words of its own. */
    public static final AxisSpec AUTO = new AxisSpec(Scale.LINEAR, OptionalDouble.empty(), OptionalDouble.empty(), "", "");

    /** Refuses ends that no scale can show: not finite, in the wrong order, or not above 0 on a logarithmic axis. */
    public AxisSpec {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(label, "label");
        refuse(low, scale);
        refuse(high, scale);
        if (low.isPresent() && high.isPresent() && low.getAsDouble() >= high.getAsDouble()) {
            throw new IllegalArgumentException("range from " + low.getAsDouble() + " to " + high.getAsDouble());
        }
    }

    private static void refuse(OptionalDouble end, Scale scale) {
        end.ifPresent(value -> {
            if (!Double.isFinite(value) || scale == Scale.LOG && value <= 0) {
                throw new IllegalArgumentException("an end of a " + scale + " axis at " + value);
            }
        });
    }
}
