// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Moments in ISO-8601: a date, or a date-time with a T or a blank, to the ns; without a zone they are UTC. */
final class MomentText {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /** Strict, or the 30th of February would become the 28th. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:mm", "Z")
            .toFormatter().withResolverStyle(ResolverStyle.STRICT).withChronology(IsoChronology.INSTANCE);

    private static final Pattern BLANK_BEFORE_TIME = Pattern.compile("(?<=[0-9]) (?=[0-9])");
    private static final Pattern INSIDE_OFFSET = Pattern.compile("(?<=[0-9][+-][0-9]{2})(?=[0-9]{2}$)");

    private MomentText() {
    }

    /** Epoch ns; empty if the text is no moment, or one outside the years 1677 to 2262 that 64 bits of ns hold. */
    static OptionalLong parse(String text) {
        try {
            String iso = INSIDE_OFFSET.matcher(BLANK_BEFORE_TIME.matcher(text).replaceFirst("T")).replaceFirst(":");
            return OptionalLong.of(epochNs(instant(iso)));
        } catch (DateTimeException | ArithmeticException noMoment) {
            return OptionalLong.empty();
        }
    }

    private static Instant instant(String iso) {
        TemporalAccessor parsed = FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime zoned) {
            return zoned.toInstant();
        }
        LocalDateTime local = parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed;
        return local.toInstant(ZoneOffset.UTC);
    }

    /** Before 1970 the seconds are borrowed from: multiplied as they are, they overflow within the first second of the range. */
    private static long epochNs(Instant instant) {
        long second = instant.getEpochSecond();
        long borrowed = second < 0 ? second + 1 : second;
        long restNs = second < 0 ? instant.getNano() - NS_PER_SECOND : instant.getNano();
        return Math.addExact(Math.multiplyExact(borrowed, NS_PER_SECOND), restNs);
    }
}
