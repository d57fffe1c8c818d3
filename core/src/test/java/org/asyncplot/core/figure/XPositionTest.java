// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class XPositionTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "-5, -5", "+5, 5", "1.5, 1.5", ".5, 0.5", "1., 1", "1e-12, 1e-12", "-2.5E+3, -2500", "' 7 ', 7"})
    void shouldReadANumber(String text, double x) {
        assertThat(XPosition.parse(text)).isEqualTo(new XPosition.Value(x));
    }

    @ParameterizedTest
    @CsvSource({"-30s, 30", "-30 s, 30", "-5 min, 300", "-2h, 7200", "-1d, 86400", "-1.5 h, 5400", "-.5s, 0.5", "-1e3 ms, 1",
            "-250 ms, 0.25",
            "-1 us, 1e-6", "-1 \u00b5s, 1e-6", "-1 \u03bcs, 1e-6", "-1 ns, 1e-9"})
    void shouldCountBackFromTheEndWhenALengthHasAMinus(String text, double seconds) {
        assertThat(XPosition.parse(text)).isEqualTo(new XPosition.BeforeEnd(seconds));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-21,                          2026-11-21T00:00:00Z",
            "2026-11-21T14:30,                    2026-11-21T14:30:00Z",
            "2026-11-21 14:30:05,                 2026-11-21T14:30:05Z",
            "2026-11-21t14:30:05z,                2026-11-21T14:30:05Z",
            "2026-11-21T14:30:05.123456789,       2026-11-21T14:30:05.123456789Z",
            "2026-11-21T14:30:05.5Z,              2026-11-21T14:30:05.5Z",
            "2026-11-21T14:30:05+01:00,           2026-11-21T13:30:05Z",
            "2026-11-21T14:30:05-0530,            2026-11-21T20:00:05Z",
            "2026-11-21 14:30:05.25+01,           2026-11-21T13:30:05.25Z",
            "2024-02-29,                          2024-02-29T00:00:00Z",
            "1969-12-31T23:59:59.999999999,       1969-12-31T23:59:59.999999999Z",
            "1677-09-21T00:12:43.145224192,       1677-09-21T00:12:43.145224192Z",
            "2262-04-11T23:47:16.854775807,       2262-04-11T23:47:16.854775807Z"})
    void shouldReadAMoment(String text, Instant instant) {
        assertThat(XPosition.parse(text)).isInstanceOfSatisfying(XPosition.Moment.class, moment -> assertThat(
                Instant.ofEpochSecond(Math.floorDiv(moment.epochNs(), 1_000_000_000L), Math.floorMod(moment.epochNs(), 1_000_000_000L)))
                .isEqualTo(instant));
    }

    @Test
    void shouldReadEveryMomentToTheNanosecond() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long epochNs = random.nextLong();
            LocalDateTime written = LocalDateTime.ofEpochSecond(Math.floorDiv(epochNs, 1_000_000_000L),
                    (int) Math.floorMod(epochNs, 1_000_000_000L), ZoneOffset.UTC);
            assertThat(XPosition.parse(written.toString())).as("seed %d, %s", seed, written).isEqualTo(new XPosition.Moment(epochNs));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "+", ".", "e5", "1d", "1f", "1.5D", "1L", "0x10", "0x1p3", "NaN", "Infinity", "-Infinity",
            "1e999", "1,5", "1_000", "1 000", "30s", "30 s", "+30s", "--30s", "- 30s", "-0s", "-1e999 s", "-30 m", "-30 S", "-30 weeks",
            "-s", "now", "today", "2026-11", "2026-13-01", "2026-02-30", "2025-02-29", "26-11-21", "2026/11/21", "21.11.2026",
            "2026-11-21T", "2026-11-21T14", "2026-11-21T24:00", "2026-11-21T14:60", "2026-11-21T14:30:60", "2026-11-2114:30",
            "2026-11-21  14:30", "2026-11-21T14:30 +01:00", "2026-11-21T14:30:05.1234567891", "2026-11-21T14:30+25:00", "2026-11-21Z",
            "14:30", "1677-09-21T00:12:43.145224191", "2262-04-11T23:47:16.854775808", "0000-01-01", "+12026-01-01",
            "2026-11-21T14:30Zx"})
    void shouldRefuseWhatIsNoPosition(String text) {
        assertThatThrownBy(() -> XPosition.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text.strip() + "' is no position; write a number");
    }

    @ParameterizedTest
    @CsvSource({"30 s, 30", "30s, 30", "5 min, 300", "1d, 86400", "0.5 h, 1800", "100 ms, 0.1"})
    void shouldReadALengthOfTime(String text, double seconds) {
        assertThat(XPosition.parseLength(text)).isEqualTo(new XPosition.BeforeEnd(seconds));
    }

    @ParameterizedTest
    @CsvSource({"500, 500", "1e3, 1000", "+.5, 0.5"})
    void shouldReadALengthInTheUnitOfTheAxis(String text, double x) {
        assertThat(XPosition.parseLength(text)).isEqualTo(new XPosition.Value(x));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "0 s", "-30s", "1f", "1.5D", "NaN", "Infinity", "1e999", "1e-400 s", "30 m", "s", "2026-11-21",
            "30 s 5"})
    void shouldRefuseWhatIsNoLength(String text) {
        assertThatThrownBy(() -> XPosition.parseLength(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is no length; write one above 0");
    }

    @Test
    void shouldSayOneShortLineWhenTheTextIsLongOrHasLines() {
        assertThatThrownBy(() -> XPosition.parse("a\nb\u2028c" + "d".repeat(10_000)))
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(250).startsWith("'a b cddd").doesNotContain("\n",
                        "\u2028"));
    }
}
