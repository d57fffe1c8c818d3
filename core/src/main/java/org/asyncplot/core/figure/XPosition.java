// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A place on an x axis as people write it; whether it fits an axis is known only where the axis is. */
public sealed interface XPosition {
    /**
     * A number in the unit of the axis; on a time axis, seconds since 1970 are not guessed: it is an error there.
     *
     * @param x the number, finite
     */
    record Value(double x) implements XPosition {
        /** Refuses NaN and infinities. */
        public Value {
            if (!Double.isFinite(x)) {
                throw new IllegalArgumentException("x is " + x + ", not a finite number");
            }
        }
    }

    /**
     * A moment.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     */
    record Moment(long epochNs) implements XPosition {
    }

    /**
     * So much before the newest sample.
     *
     * @param seconds length in seconds, finite and more than 0; on an axis of numbers whose unit is a unit of time it is converted to it,
     *                else taken as it is
     */
    record BeforeEnd(double seconds) implements XPosition {
        /** Refuses lengths that are nothing, negative or endless. */
        public BeforeEnd {
            if (!(seconds > 0 && Double.isFinite(seconds))) {
                throw new IllegalArgumentException("a length of " + seconds + " s");
            }
        }
    }

    /** The units of time that lengths are written in, and how many seconds each is. Both letters mu are in use. */
    Map<String, Double> SECONDS = Map.of("ns", 1e-9, "us", 1e-6, "\u00b5s", 1e-6, "\u03bcs", 1e-6, "ms", 1e-3,
            "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86400.0);

    /**
     * Reads a number, an ISO-8601 date or date-time (without a zone it is UTC), or a length of time with a minus sign ({@code -30s},
     * {@code -5 min}).
     *
     * @param text what was written
     * @return the position
     * @throws IllegalArgumentException with one clear line if it is none of these
     */
    static XPosition parse(String text) {
        String trimmed = text.strip();
        OptionalDouble number = DecimalText.parse(trimmed);
        if (number.isPresent()) {
            return new Value(number.getAsDouble());
        }
        OptionalDouble beforeEnd = trimmed.startsWith("-") ? LengthText.parseSeconds(trimmed.substring(1)) : OptionalDouble.empty();
        if (beforeEnd.isPresent()) {
            return new BeforeEnd(beforeEnd.getAsDouble());
        }
        OptionalLong epochNs = MomentText.parse(trimmed);
        if (epochNs.isPresent()) {
            return new Moment(epochNs.getAsLong());
        }
        throw new IllegalArgumentException(Excerpt.quote(trimmed) + " is no position; write a number, a time such as 2026-11-21T14:30:00"
                + " (years 1678 to 2261), or -30s for 30 s before the end");
    }

    /**
     * Reads a length of time such as {@code 30 s}, or a plain number of the axis' unit.
     *
     * @param text what was written
     * @return the length: {@link BeforeEnd} with a unit of time, {@link Value} without
     * @throws IllegalArgumentException with one clear line if it is neither, or not more than 0
     */
    static XPosition parseLength(String text) {
        String trimmed = text.strip();
        OptionalDouble seconds = LengthText.parseSeconds(trimmed);
        if (seconds.isPresent()) {
            return new BeforeEnd(seconds.getAsDouble());
        }
        OptionalDouble number = DecimalText.parse(trimmed);
        if (number.isPresent() && number.getAsDouble() > 0) {
            return new Value(number.getAsDouble());
        }
        throw new IllegalArgumentException(Excerpt.quote(trimmed) + " is no length; write one above 0 such as 30 s, 5 min or 500"
                + " (units: ns, us, ms, s, min, h, d)");
    }

    /**
     * Reads a position on an axis of numbers.
     *
     * @param text what was written
     * @param end  x of the newest sample
     * @param unit of the axis; one that is no unit of time has lengths in seconds taken as they are
     * @return x
     * @throws IllegalArgumentException with one clear line if it is no position, or a moment
     */
    static double onNumbers(String text, double end, String unit) {
        XPosition position = parse(text);
        if (position instanceof Value value) {
            return value.x();
        }
        if (position instanceof BeforeEnd before) {
            return end - before.seconds() / SECONDS.getOrDefault(unit, 1.0);
        }
        throw new IllegalArgumentException("'" + text + "' is a time, but its x axis counts " + (unit.isEmpty() ? "numbers" : unit)
                + "; write a number");
    }

    /**
     * Reads a position on an axis of time.
     *
     * @param text  what was written
     * @param endNs of the newest sample, epoch ns
     * @return epoch ns, the nearest that 64 bits hold
     * @throws IllegalArgumentException with one clear line if it is no position, or a number
     */
    static long onTime(String text, long endNs) {
        XPosition position = parse(text);
        if (position instanceof Moment moment) {
            return moment.epochNs();
        }
        if (position instanceof BeforeEnd before) {
            long lengthNs = Math.round(before.seconds() * 1e9);
            return endNs < Long.MIN_VALUE + lengthNs ? Long.MIN_VALUE : endNs - lengthNs;
        }
        throw new IllegalArgumentException("'" + text + "' is a number, but its x axis is time; write a time like 2026-11-21T14:30:00, or"
                + " -30s from the end");
    }
}
