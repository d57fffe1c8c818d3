// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

/**
 * One axis of a waveform or an image: element i lies at {@code first + i * step}, or at {@code values[i]}.
 *
 * @param name   of the axis, possibly empty
 * @param unit   of the axis, possibly empty
 * @param first  place of element 0
 * @param step   from element to element, not 0
 * @param values the places where they are not evenly spaced, else null; the array is kept, not copied
 */
public record Axis(String name, String unit, double first, double step, double[] values) {
    /** Element numbers, without a name. */
    public static final Axis INDEX = new Axis("", "", 0, 1, null);

    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if the places are not finite or the step is 0
     */
    public Axis {
        if (values == null && !(Double.isFinite(first) && Double.isFinite(step) && step != 0)) {
            throw new IllegalArgumentException("axis '" + name + "' begins at " + first + " with step " + step
                + "; both have to be finite, and the step not 0");
        }
    }

    /**
     * An axis of even steps.
     *
     * @param name  of the axis
     * @param unit  of the axis
     * @param first place of element 0
     * @param step  from element to element
     * @return the axis
     */
    public static Axis even(String name, String unit, double first, double step) {
        return new Axis(name, unit, first, step, null);
    }

    /**
     * An axis of given places; only waveforms have these.
     *
     * @param name   of the axis
     * @param unit   of the axis
     * @param values place of each element
     * @return the axis
     */
    public static Axis of(String name, String unit, double... values) {
        return new Axis(name, unit, 0, 1, values.clone());
    }

    boolean isArray() {
        return values != null;
    }
}
