// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ChangeLatencyTest {
    private static final long STEP_NS = 1000;

    /** Time goes on by a step with each look at it; an effect shows a fixed time after its cause. */
    private static final class FakeDisplay {
        private final long delayNs;
        private long nowNs;
        private long effectNs = Long.MAX_VALUE;
        private boolean restless;

        FakeDisplay(long delayNs) {
            this.delayNs = delayNs;
        }

        long nowNs() {
            nowNs += STEP_NS;
            return nowNs;
        }

        void cause() {
            effectNs = nowNs + delayNs;
        }

        boolean hasChanged() {
            if (nowNs >= effectNs) {
                effectNs = Long.MAX_VALUE;
                return true;
            }
            return restless;
        }
    }

    private static ChangeLatency latency(FakeDisplay display) {
        return new ChangeLatency(display::nowNs, new SplittableRandom(1), 100_000, 50_000, 10_000_000);
    }

    @Test
    void shouldMeasureTheTimeUntilTheEffect() {
        FakeDisplay display = new FakeDisplay(3_000_000);
        ChangeLatency latency = latency(display);
        Histogram histogram = latency.measure(50, display::cause, display::hasChanged);
        assertThat(histogram.getTotalCount()).isEqualTo(50);
        assertThat(latency.missed()).isZero();
        assertThat(histogram.getMinValue()).isGreaterThanOrEqualTo(3_000_000 - 4000);
        assertThat(histogram.getMaxValue()).isLessThan(3_000_000 + 20 * STEP_NS);
    }

    @Test
    void shouldCountWhatNeverShows() {
        FakeDisplay display = new FakeDisplay(1_000_000_000);
        ChangeLatency latency = latency(display);
        assertThat(latency.measure(5, display::cause, display::hasChanged).getTotalCount()).isZero();
        assertThat(latency.missed()).isEqualTo(5);
    }

    @Test
    void shouldRefuseAPictureThatDoesNotComeToRest() {
        FakeDisplay display = new FakeDisplay(1000);
        display.restless = true;
        assertThatThrownBy(() -> latency(display).measure(1, display::cause, display::hasChanged)).isInstanceOf(IllegalStateException.class);
    }
}
