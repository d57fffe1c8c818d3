// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FramePaceTest {
    private final FramePace pace = new FramePace(0.25, 8, 40);

    @Test
    void shouldGoSlowerUntilItCostsItsShare() {
        long costNs = 5;
        for (int i = 0; i < 100; i++) {
            pace.spent(costNs * 1_000 / pace.intervalNs(), 1_000);
        }
        assertThat(pace.intervalNs()).isBetween(19L, 21L);
    }

    @Test
    void shouldStayWithinItsBoundsWhateverItCosts() {
        for (int i = 0; i < 20; i++) {
            pace.spent(2_000, 1_000);
        }
        assertThat(pace.intervalNs()).isEqualTo(40);
        for (int i = 0; i < 20; i++) {
            pace.spent(0, 1_000);
        }
        assertThat(pace.intervalNs()).isEqualTo(8);
    }

    @Test
    void shouldForgetOldLatencies() {
        LatencyWindow window = new LatencyWindow(100);
        window.record(0, 5);
        window.record(50, 7);
        window.record(60, 9);
        assertThat(window.quantile(60, 0.5)).hasValue(7);
        assertThat(window.quantile(60, 0.99)).hasValue(9);
        assertThat(window.quantile(155, 0.5)).hasValue(9);
        assertThat(window.quantile(161, 0.5)).isEqualTo(OptionalLong.empty());
    }
}
