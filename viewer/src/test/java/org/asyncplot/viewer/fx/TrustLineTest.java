// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.asyncplot.viewer.source.RunStatus;
import org.asyncplot.viewer.source.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class TrustLineTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void shouldLabelEveryFigure() {
        TrustFigures figures = new TrustFigures(OptionalLong.of(912_345), OptionalLong.of(8_400_000), 119.6, new Tally.Part(76_240_000, 0, 5, 3_809_912),
            new Tally.Part(40, 0, 30, 10), 0);
        assertThat(TrustLine.of(figures)).extracting(TrustLine.Part::text).containsExactly("latency 0.9 ms p50", "8.4 ms p99", "120 fps",
            "seen 76.2 M", "conflated 3.8 M samples", "10 frames", "dropped 0");
    }

    @Test
    void shouldShowADashWhereNothingWasMeasured() {
        Tally.Part none = new Tally.Part(0, 0, 0, 0);
        assertThat(TrustLine.of(new TrustFigures(OptionalLong.empty(), OptionalLong.empty(), 0, none, none, 0)))
            .extracting(TrustLine.Part::text).startsWith("latency \u2013 p50", "\u2013 p99");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9999, 9999", "10000, 10\u2009000", "999999, 999\u2009999", "1000000, 1.0 M", "99990000, 99.9 M", "123456789, 123 M",
        "7654321098, 7.6 G"})
    void shouldCutCountsRatherThanRoundThem(long count, String text) {
        assertThat(TrustLine.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, running \u00b7 00:12:41 \u00b7 pid 42, GOOD", "STALLED, stalled since 10:00:00 \u00b7 pid 42, WARNING",
        "FINISHED, finished 10:00:00, ENDED", "DIED, died at 10:00:00 \u00b7 pid 42, BAD", "DAMAGED, damaged, BAD", "DELETED, deleted, BAD"})
    void shouldSayHowTheRunIs(RunStatus.Phase phase, String text, StateText.Mood mood) {
        RunStatus status = new RunStatus(phase, START, START, 42, true, "");
        StateText state = StateText.of(status, START.plus(Duration.ofSeconds(761)), ZoneOffset.UTC);
        assertThat(state.text()).isEqualTo(text);
        assertThat(state.mood()).isEqualTo(mood);
    }

    @Test
    void shouldSayWhyARunEndedUnlessItWasClosed() {
        RunStatus full = new RunStatus(RunStatus.Phase.FINISHED, START, START, 42, true, "disk-full");
        assertThat(StateText.of(full, START, ZoneOffset.UTC).text()).isEqualTo("finished 10:00:00 \u00b7 disk-full");
    }
}
