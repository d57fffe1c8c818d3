// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.series.YRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CurveTest {
    private static final XRange RANGE = XRange.of(4, 6);
    private static final LinearScale X = new LinearScale(4, 6, 200);

    private static YRange crossing(LineStyle style, double[] x, double[] y) {
        return new Curve(0, style, AxisSide.LEFT, List.of(new Points(RANGE, x, y, YRange.NONE))).crossing(X);
    }

    @Test
    void shouldSeeAPartOfALineBetweenTwoSamples() {
        YRange seen = crossing(LineStyle.LINE, new double[] {0, 10}, new double[] {0, 100});
        assertThat(seen.low()).isCloseTo(40, within(1e-9));
        assertThat(seen.high()).isCloseTo(60, within(1e-9));
    }

    @Test
    void shouldSeeAStepAtTheSampleBefore() {
        assertThat(crossing(LineStyle.STEP, new double[] {0, 10}, new double[] {7, 100})).isEqualTo(new YRange(7, 7));
    }

    @Test
    void shouldSeeNothingWhereNothingIsDrawn() {
        assertThat(crossing(LineStyle.POINTS, new double[] {0, 10}, new double[] {0, 100}).isEmpty()).isTrue();
        assertThat(crossing(LineStyle.LINE, new double[] {0, 10}, new double[] {0, Double.NaN}).isEmpty()).isTrue();
        assertThat(crossing(LineStyle.LINE, new double[] {0, 3}, new double[] {0, 100}).isEmpty()).isTrue();
    }
}
