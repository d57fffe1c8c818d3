// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.Supplier;

/** How moments are written in a table. Immutable. */
public final class TimeFormat {
    /** ISO 8601 dates and date-times, without a zone UTC. */
    public static final TimeFormat ISO = new TimeFormat("iso", IsoTimeParser::new);

    private final String text;
    private final Supplier<TimeParser> parser;

    private TimeFormat(String text, Supplier<TimeParser> parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * Reads the value of {@code --time-format}.
     *
     * @param text {@code iso}; {@code s}, {@code ms}, {@code us}, {@code ns} since 1970; or a pattern of {@link DateTimeFormatter}, names
     *             of months and days in English and any case
     * @return the format
     * @throws IllegalArgumentException with one clear line if it is none of these
     */
    public static TimeFormat of(String text) {
        return switch (text) {
            case "iso" -> ISO;
            case "s" -> new TimeFormat(text, () -> new EpochTimeParser(9));
            case "ms" -> new TimeFormat(text, () -> new EpochTimeParser(6));
            case "us" -> new TimeFormat(text, () -> new EpochTimeParser(3));
            case "ns" -> new TimeFormat(text, () -> new EpochTimeParser(0));
            default -> ofPattern(text);
        };
    }

    private static TimeFormat ofPattern(String pattern) {
        DateTimeFormatter formatter;
        try {
            formatter = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("'" + pattern + "' is no time format; write iso, s, ms, us, ns or a pattern like"
                + " 'dd.MM.yyyy HH:mm:ss'", unreadable);
        }
        return new TimeFormat(pattern, () -> new PatternTimeParser(formatter));
    }

    TimeParser newParser() {
        return parser.get();
    }

    @Override
    public String toString() {
        return text;
    }
}
