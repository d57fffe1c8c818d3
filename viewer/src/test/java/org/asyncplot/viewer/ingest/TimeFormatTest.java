// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TimeFormatTest {
    private static final long SEED = 1_970;

    @ParameterizedTest
    @CsvSource({
        "s, 1700000000, 1700000000000000000",
        "s, 1700000000.123456789, 1700000000123456789",
        "s, 1700000000.1234567899, 1700000000123456789",
        "s, -1.5, -1500000000",
        "s, 1.7e9, 1700000000000000000",
        "s, 0, 0",
        "s, ' 12. ', 12000000000",
        "ms, 1700000000123, 1700000000123000000",
        "ms, 1700000000123.4567, 1700000000123456700",
        "us, 1700000000123456, 1700000000123456000",
        "ns, 1700000000123456789, 1700000000123456789",
        "ns, 1700000000123456789.9, 1700000000123456789",
        "ns, 9223372036854775807, 9223372036854775807",
    })
    void shouldReadExactNanosecondsWhenTheUnitIsGiven(String format, String text, long expected) {
        TimeParser parser = TimeFormat.of(format).newParser();

        assertThat(parser.parse(text.toCharArray(), 0, text.length())).isEqualTo(FieldState.VALUE);
        assertThat(parser.epochNs()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"s, 1e30", "s, 99999999999", "ns, 9223372036854775808", "s, inf", "s, 12:30", "s, 1700000000s", "ms, 2026-11-21", "s, -"
        + "99999999999"})
    void shouldRefuseWhenItIsNoMoment(String format, String text) {
        assertThat(TimeFormat.of(format).newParser().parse(text.toCharArray(), 0, text.length())).isEqualTo(FieldState.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "dd.MM.yyyy, 21.11.2026, 2026-11-21T00:00:00Z",
        "dd.MM.yyyy HH:mm:ss, 21.11.2026 14:30:05, 2026-11-21T14:30:05Z",
        "MMM d yyyy, NOV 1 2026, 2026-11-01T00:00:00Z",
        "yyyyMMdd, 20261121, 2026-11-21T00:00:00Z",
        "yyyy-MM-dd HH:mm:ssXXX, 2026-11-21 14:30:05+02:00, 2026-11-21T12:30:05Z",
        "MM/yyyy, 11/2026, 2026-11-01T00:00:00Z",
        "yyyy, 2026, 2026-01-01T00:00:00Z",
        "HH:mm:ss, 01:00:00, 1970-01-01T01:00:00Z",
    })
    void shouldReadMomentsInAPattern(String pattern, String text, String expected) {
        TimeParser parser = TimeFormat.of(pattern).newParser();

        assertThat(parser.parse(text.toCharArray(), 0, text.length())).isEqualTo(FieldState.VALUE);
        assertThat(parser.epochNs()).isEqualTo(Instant.parse(expected).toEpochMilli() * 1_000_000);
    }

    @Test
    void shouldRefuseOrMissWhenAPatternDoesNotFit() {
        TimeParser parser = TimeFormat.of("dd.MM.yyyy").newParser();

        assertThat(parser.parse("2026-11-21".toCharArray(), 0, 10)).isEqualTo(FieldState.UNREADABLE);
        assertThat(parser.parse("01.01.1500".toCharArray(), 0, 10)).isEqualTo(FieldState.UNREADABLE);
        assertThat(parser.parse(" NA ".toCharArray(), 0, 4)).isEqualTo(FieldState.MISSING);
    }

    @Test
    void shouldSayWhatIsPossibleWhenTheFormatIsUnknown() {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFormat.of("bogus"))
            .withMessage("'bogus' is no time format; write iso, s, ms, us, ns or a pattern like 'dd.MM.yyyy HH:mm:ss'");
    }

    @Test
    void shouldEqualBigDecimalWhenCountsAreRandom() {
        Random random = new Random(SEED);
        String[] units = {"ns", "us", "ms", "s"};
        for (int i = 0; i < 100_000; i++) {
            int unit = random.nextInt(units.length);
            BigDecimal ns = BigDecimal.valueOf(random.nextLong() >> random.nextInt(63));
            String text = ns.movePointLeft(unit * 3).toPlainString() + (random.nextBoolean() && unit > 0 ? "7" : "");
            TimeParser parser = TimeFormat.of(units[unit]).newParser();
            long expected = new BigDecimal(text).movePointRight(unit * 3).setScale(0, RoundingMode.DOWN).longValueExact();
            assertThat(parser.parse(text.toCharArray(), 0, text.length())).as("%s %s, seed %d", text, units[unit], SEED)
                .isEqualTo(FieldState.VALUE);
            assertThat(parser.epochNs()).as("%s %s, count %d of seed %d", text, units[unit], i, SEED).isEqualTo(expected);
        }
    }
}
