// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class PaceTest {
    private static final long MS = 1_000_000;

    @Test
    void shouldKeepTheRateByWaitingForSeveralRoundsAtOnce() {
        Pace pace = new Pace(4000, 0);
        long nowNs = 0;
        int waits = 0;

        for (int i = 0; i < 4000; i++) {
            long waitNs = pace.waitNs(nowNs);
            nowNs += waitNs;
            waits += waitNs > 0 ? 1 : 0;
        }

        assertThat(nowNs).isBetween(999 * MS, 1000 * MS);
        assertThat(waits).isBetween(900, 1000);
    }

    @Test
    void shouldNotHurryWhenFarBehind() {
        Pace pace = new Pace(100, 0);

        assertThat(pace.waitNs(5000 * MS)).isZero();
        assertThat(pace.waitNs(5000 * MS)).isEqualTo(10 * MS);
    }
}
