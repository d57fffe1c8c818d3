// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class IsoTimeParserTest {
    private static final long SEED = 8601;

    private final IsoTimeParser parser = new IsoTimeParser();

    private FieldState parse(String text) {
        String surrounded = "1" + text + "Z";
        return parser.parse(surrounded.toCharArray(), 1, text.length());
    }

    private static long ns(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21T00:00:00Z",
        "1958-03, 1958-03-01T00:00:00Z",
        "2026-11-21T14:30, 2026-11-21T14:30:00Z",
        "2026-11-21 14:30:05, 2026-11-21T14:30:05Z",
        "2026-11-21t14:30:05z, 2026-11-21T14:30:05Z",
        "2026-11-21T14:30:05.1, 2026-11-21T14:30:05.1Z",
        "'2026-11-21T14:30:05,123', 2026-11-21T14:30:05.123Z",
        "2026-11-21T14:30:05.123456789987, 2026-11-21T14:30:05.123456789Z",
        "2026-11-21 14:30:05+01:00, 2026-11-21T13:30:05Z",
        "2026-11-21 14:30:05 -0130, 2026-11-21T16:00:05Z",
        "2026-11-21 14:30+02, 2026-11-21T12:30:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999999Z",
        "1700-01-01, 1700-01-01T00:00:00Z",
    })
    void shouldReadTheMomentWhenItIsIso8601(String text, String expected) {
        assertThat(parse(text)).isEqualTo(FieldState.VALUE);
        assertThat(parser.epochNs()).isEqualTo(ns(Instant.parse(expected)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-1-1", "2026-13-01", "2026-00-10", "2023-02-29", "1900-02-29", "2026-04-31", "2026-11-21T",
        "2026-11-21T24:00", "2026-11-21T14", "2026-11-21T14:60", "2026-11-21T14:30:60", "2026-11-21T14:30:05.",
        "2026-11-21T14:30:05+", "2026-11-21T14:30:05+1",
        "2026-11-21T14:30:05+19:00", "2026-11-21T14:30:05Zx", "2026-11-21  14:30", "21.11.2026", "2026/11/21", "20261121", "1500-01-01",
        "2300-01-01", "2026-11-21x", "2026-11-", "abcdefghij"})
    void shouldRefuseWhenItIsNoIso8601(String text) {
        assertThat(parse(text)).isEqualTo(FieldState.UNREADABLE);
    }

    @Test
    void shouldSayMissingWhenEmpty() {
        assertThat(parse("")).isEqualTo(FieldState.MISSING);
        assertThat(parse(" NaN ")).isEqualTo(FieldState.MISSING);
    }

    @Test
    void shouldEqualJavaTimeWhenMomentsAreRandom() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            Instant instant = Instant.ofEpochSecond((random.nextLong() >> random.nextInt(8)) / 1_010_000_000L,
                random.nextInt(1_000_000_000));
            OffsetDateTime moment = instant.atOffset(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60) - 18 * 60)));
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
            assertThat(parse(text)).as("%s, moment %d of seed %d", text, i, SEED).isEqualTo(FieldState.VALUE);
            assertThat(parser.epochNs()).as("%s, moment %d of seed %d", text, i, SEED).isEqualTo(ns(instant));
        }
    }

    @Test
    void shouldEqualJavaTimeOnEveryDayOfFiveCenturies() {
        LocalDate last = LocalDate.of(2262, 4, 10);
        for (LocalDate day = LocalDate.of(1677, 9, 23); !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(parse(day.toString())).as("%s", day).isEqualTo(FieldState.VALUE);
            assertThat(parser.epochNs()).as("%s", day).isEqualTo(day.toEpochDay() * 86_400_000_000_000L);
        }
    }
}
