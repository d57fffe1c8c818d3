// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class StretchTest {
    @Test
    void shouldKeepWhatLiesUnderThePointerWhenZoomed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            double low = random.nextGaussian() * 1e3;
            Stretch stretch = new Stretch(0, low, low + random.nextDouble() * 1e4 + 1e-3, false);
            double part = random.nextDouble();
            Stretch zoomed = stretch.zoomed(part, 0.2 + random.nextDouble() * 3, XType.NUMBER);
            assertThat(zoomed.at(part)).as("seed %d", seed).isCloseTo(stretch.at(part), within(1e-9 * (stretch.span() + Math.abs(low))));
        }
    }

    @Test
    void shouldZoomInDecadesWhenLogarithmic() {
        Stretch zoomed = Stretch.of(XRange.of(1, 1e4), true).zoomed(0.5, 0.5, XType.NUMBER);
        assertThat(zoomed.lowValue()).isCloseTo(10, within(1e-9));
        assertThat(zoomed.highValue()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void shouldStopWhereAxesHaveNoInnerStructure() {
        Stretch stretch = new Stretch(0, 1, 2, false);
        for (int i = 0; i < 1_000; i++) {
            stretch = stretch.zoomed(0.3, 0.5, XType.NUMBER);
        }
        assertThat(stretch.span()).isPositive().isGreaterThan(1e-13);
        Stretch time = Stretch.of(XRange.time(1_700_000_000_000_000_000L, 1_700_000_001_000_000_000L), false);
        for (int i = 0; i < 1_000; i++) {
            time = time.zoomed(0.3, 0.5, XType.TIME);
        }
        assertThat(time.span()).isGreaterThanOrEqualTo(16);
    }

    @Test
    void shouldStopWhereAxesEnd() {
        Stretch stretch = new Stretch(0, -1, 1, false);
        Stretch time = Stretch.of(XRange.time(1_700_000_000_000_000_000L, 1_700_000_001_000_000_000L), false);
        for (int i = 0; i < 3_000; i++) {
            stretch = stretch.zoomed(0.5, 2, XType.NUMBER);
            time = time.zoomed(0.5, 2, XType.TIME);
        }
        assertThat(stretch.high()).isLessThanOrEqualTo(1e300);
        assertThat(XText.between(Panels.line(), time, XType.TIME).x()).isPresent();
    }
}
