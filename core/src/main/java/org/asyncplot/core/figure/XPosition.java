// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place on an x axis as people write it; whether it fits an axis is known only where the axis is. */
public sealed interface XPosition {
    /**
     * A number in the unit of the axis; on a time axis, seconds since 1970 are not guessed: it is an error there.
     *
     * @param x the number, finite
     */
    record Value(double x) implements XPosition {
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
     * @param seconds length in seconds, more than 0; on an axis of numbers whose unit is a unit of time it is converted to it, else taken
     *                as it is
     */
    record BeforeEnd(double seconds) implements XPosition {
    }

    /** A number, an optional space, a unit of time. */
    Pattern DURATION = Pattern.compile("([+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\\s*(ns|us|\u00b5s|ms|s|min|h|d)");

    /** Seconds in each unit of time that {@link #DURATION} knows. */
    Map<String, Double> SECONDS = Map.of("ns", 1e-9, "us", 1e-6, "\u00b5s", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86400.0);

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
        Matcher duration = DURATION.matcher(trimmed);
        if (duration.matches() && trimmed.startsWith("-")) {
            double seconds = -Double.parseDouble(duration.group(1)) * SECONDS.get(duration.group(2));
            if (seconds > 0) {
                return new BeforeEnd(seconds);
            }
        }
        try {
            double value = Double.parseDouble(trimmed);
            if (Double.isFinite(value) && Character.isLetter(trimmed.charAt(trimmed.length() - 1)) == false) {
                return new Value(value);
            }
        } catch (NumberFormatException notANumber) {
            return moment(trimmed);
        }
        throw unreadable(trimmed);
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
        Matcher duration = DURATION.matcher(trimmed);
        if (duration.matches()) {
            double seconds = Double.parseDouble(duration.group(1)) * SECONDS.get(duration.group(2));
            if (seconds > 0) {
                return new BeforeEnd(seconds);
            }
        }
        if (parseOrNaN(trimmed) > 0) {
            return new Value(parseOrNaN(trimmed));
        }
        throw new IllegalArgumentException("'" + trimmed + "' is no length; write one like 30 s, 5 min or 500");
    }

    private static double parseOrNaN(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static Moment moment(String text) {
        String iso = text.replace(' ', 'T');
        try {
            if (!iso.contains("T")) {
                return at(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean zoned = iso.endsWith("Z") || iso.matches(".*T.*[+-][0-9:]+$");
            return at(zoned ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw unreadable(text);
        }
    }

    private static Moment at(Instant instant) {
        return new Moment(Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()));
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("'" + text + "' is no position; write a number, a time like 2026-11-21T14:30:00, or -30s from the end");
    }
}
