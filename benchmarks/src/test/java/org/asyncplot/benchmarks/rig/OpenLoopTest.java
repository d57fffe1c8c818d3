// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OpenLoopTest {
    /** A look at it takes 10 ns; steps take what the test says. */
    private static final class FakeClock implements NanoClock {
        private long nowNs = 1_000;

        @Override
        public long nowNs() {
            nowNs += 10;
            return nowNs;
        }

        void pass(long ns) {
            nowNs += ns;
        }
    }

    private final FakeClock clock = new FakeClock();

    @Test
    void shouldTimeEachStepWithBothLooksAtTheClock() {
        OpenLoop.Result result = new OpenLoop(clock, 1e6).run(1000, () -> clock.pass(200));
        assertThat(result.durations().getTotalCount()).isEqualTo(1000);
        assertThat(result.durations().getMinValue()).isEqualTo(210);
        assertThat(result.durations().getMaxValue()).isEqualTo(210);
        assertThat(result.perSecond()).isCloseTo(1e6, within(1e3));
        assertThat(result.keptUp()).isTrue();
    }

    @Test
    void shouldCountFromWhenAStepWasDue() {
        int[] step = {0};
        OpenLoop.Result result = new OpenLoop(clock, 1e6).run(1000, () -> clock.pass(step[0]++ == 100 ? 50_000 : 100));
        assertThat(result.durations().getCountBetweenValues(1_000, 1_000_000)).isEqualTo(1);
        // The stall makes those late that were due meanwhile.
        assertThat(result.sinceDue().getCountBetweenValues(1_000, 1_000_000)).isBetween(40L, 70L);
        assertThat(result.keptUp()).isTrue();
    }

    @Test
    void shouldFailBelowItsRate() {
        OpenLoop.Result result = new OpenLoop(clock, 1e6).run(1000, () -> clock.pass(1_500));
        assertThat(result.perSecond()).isLessThan(0.7e6);
        assertThat(result.keptUp()).isFalse();
    }

    @Test
    void shouldNotBeFasterThanAsked() {
        OpenLoop.Result result = new OpenLoop(clock, 1000).run(1, () -> clock.pass(5));
        assertThat(result.perSecond()).isEqualTo(1000);
    }
}
