// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PacedIdleTest {
    private static final long LONG_QUIET_NS = TimeUnit.SECONDS.toNanos(2);

    @Test
    void shouldParkLongerAndLongerUntilThereIsWork() {
        PacedIdle idle = new PacedIdle(null, true);
        assertThat(new long[] {idle.nextParkNs(0), idle.nextParkNs(0), idle.nextParkNs(0), idle.nextParkNs(0)})
            .containsExactly(500_000, 1_000_000, 2_000_000, 2_000_000);
        idle.idle(1);
        assertThat(idle.nextParkNs(0)).isEqualTo(500_000);
    }

    @Test
    void shouldBeReadyForABurstWhereComputingThreadsMayNotHelpThemselves() {
        PacedIdle idle = new PacedIdle(null, false);
        idle.nextParkNs(0);
        assertThat(idle.nextParkNs(0)).isEqualTo(500_000);
        assertThat(idle.nextParkNs(LONG_QUIET_NS)).isEqualTo(10_000_000);
    }

    @Test
    void shouldRestWhenNothingHasMovedForLong() {
        assertThat(new PacedIdle(null, true).nextParkNs(LONG_QUIET_NS)).isEqualTo(40_000_000);
    }
}
