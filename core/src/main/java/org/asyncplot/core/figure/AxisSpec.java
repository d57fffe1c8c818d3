// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

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
}
