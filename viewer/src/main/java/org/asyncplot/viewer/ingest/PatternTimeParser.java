// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Moments in a pattern of {@link DateTimeFormatter}: without a zone UTC, without a day 1970-01-01, without a time midnight. */
final class PatternTimeParser implements TimeParser {
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;

    private final DateTimeFormatter formatter;
    private long epochNs;

    PatternTimeParser(DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    @Override
    public long epochNs() {
        return epochNs;
    }

    @Override
    public FieldState parse(char[] chars, int offset, int length) {
        int from = Word.skipBlanks(chars, offset, offset + length);
        int to = Word.trimBlanks(chars, from, offset + length);
        if (MissingWord.matches(chars, from, to)) {
            return FieldState.MISSING;
        }
        try {
            TemporalAccessor parsed = formatter.parseBest(new String(chars, from, to - from), ZonedDateTime::from, LocalDateTime::from,
                LocalDate::from, YearMonth::from, Year::from, LocalTime::from);
            Instant moment = moment(parsed);
            epochNs = Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
            return FieldState.VALUE;
        } catch (DateTimeException | ArithmeticException unreadable) {
            return FieldState.UNREADABLE;
        }
    }

    private static Instant moment(TemporalAccessor parsed) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        LocalDateTime local;
        if (parsed instanceof LocalDateTime dateTime) {
            local = dateTime;
        } else if (parsed instanceof LocalDate date) {
            local = date.atStartOfDay();
        } else if (parsed instanceof YearMonth month) {
            local = month.atDay(1).atStartOfDay();
        } else if (parsed instanceof Year year) {
            local = year.atDay(1).atStartOfDay();
        } else {
            local = LocalTime.from(parsed).atDate(FIRST_DAY);
        }
        return local.toInstant(ZoneOffset.UTC);
    }
}
