// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.List;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.run.XType;

/**
 * How runs that share a picture lie over each other.
 *
 * @param by      what their x is counted from
 * @param offsets what is added to the x of each run, in the order of the runs; runs beyond the list are not moved
 */
public record Alignment(By by, List<Offset> offsets) {
    /** Every run where its x says. */
    public static final Alignment BY_X = new Alignment(By.X, List.of());

    /** What x is counted from. */
    public enum By {
        /** As recorded. */
        X,
        /** Times become seconds since their run began, or since its first time if that is older; numbers stay, since no clock made them. */
        START
    }

    /** Copies the list. */
    public Alignment {
        offsets = List.copyOf(offsets);
    }

    /**
     * What is added to the x of a run.
     *
     * @param value finite; 0 moves nothing
     * @param unit  a unit of time, or empty for the unit of the axis, which is seconds on an axis of time
     */
    public record Offset(double value, String unit) {
        /** Moves nothing. */
        public static final Offset NONE = new Offset(0, "");
        private static final double SECOND_NS = 1e9;

        /** The offset on an axis: in its unit, or in ns where it counts time. */
        double on(XType type, String axisUnit) {
            double seconds = value * XPosition.SECONDS.getOrDefault(unit, 1.0);
            if (type == XType.TIME) {
                return Math.rint(seconds * SECOND_NS);
            }
            return unit.isEmpty() ? value : seconds / XPosition.SECONDS.getOrDefault(axisUnit, 1.0);
        }

        /** As a title says it. */
        String text() {
            String number = Math.abs(value) == Math.rint(Math.abs(value)) && Math.abs(value) < 1e15 ? String.valueOf((long) Math.abs(value))
                : String.valueOf(Math.abs(value));
            return (value < 0 ? "\u2212" : "+") + number + (unit.isEmpty() ? "" : " " + unit);
        }
    }

    /**
     * The same offsets, counted the other way.
     *
     * @return the alignment
     */
    public Alignment turned() {
        return new Alignment(by == By.X ? By.START : By.X, offsets);
    }

    /**
     * The offset of a run.
     *
     * @param run its place among the runs, from 0
     * @return what is added to its x
     */
    public Offset offset(int run) {
        return run < offsets.size() ? offsets.get(run) : Offset.NONE;
    }
}
