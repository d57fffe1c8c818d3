// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.Scale;
import org.junit.jupiter.api.Test;

class ColorScaleTest {
    private static final AxisSpec LOG = new AxisSpec(Scale.LOG, OptionalDouble.empty(), OptionalDouble.empty(), "", "");

    @Test
    void shouldRunFromTheSmallestToTheLargestFiniteValue() {
        ColorScale scale = scale(AxisSpec.AUTO, "", Double.NaN, 3, Double.POSITIVE_INFINITY, 5);
        assertThat(scale.argb(3)).isEqualTo(0xFF440154);
        assertThat(scale.argb(5)).isEqualTo(0xFFFDE725);
        assertThat(scale.argb(4)).isEqualTo(scale.map().rgb(128));
        assertThat(scale.argb(Double.NaN)).isZero();
        assertThat(scale.argb(99)).isEqualTo(scale.argb(5));
        assertThat(scale.argb(Double.POSITIVE_INFINITY)).isEqualTo(scale.argb(5));
    }

    @Test
    void shouldSpacePowersEvenlyWhenLogarithmic() {
        ColorScale scale = scale(LOG, "magma", -4, 0, 1, 100);
        assertThat(scale.argb(10)).isEqualTo(scale.map().rgb(128));
        assertThat(scale.argb(0)).as("0 lies below everything").isEqualTo(scale.map().rgb(0));
        assertThat(scale.argb(-1)).as("no power").isZero();
        assertThat(scale.at(0.5)).isCloseTo(10, Offset.offset(1e-9));
    }

    @Test
    void shouldKeepZeroInTheMiddleOfADivergingMap() {
        ColorScale scale = scale(AxisSpec.AUTO, "diverging", -1, 7);
        assertThat(scale.low()).isEqualTo(-7);
        assertThat(scale.argb(0)).isEqualTo(scale.map().rgb(128));
        assertThat(scale(AxisSpec.AUTO, "diverging", 1, 7).low()).isEqualTo(1);
    }

    @Test
    void shouldShowAConstantInTheMiddleOfTheMap() {
        assertThat(scale(AxisSpec.AUTO, "grey", 4, 4).argb(4)).isEqualTo(0xFF808080);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThatThrownBy(() -> ColorMap.of("panel 'f'", "rainbow"))
            .hasMessage("panel 'f': colour map 'rainbow' is unknown; there are viridis, magma, cividis, turbo, grey, diverging");
    }

    @Test
    void shouldGiveValuesBeyondTheOnlyEndItsColour() {
        AxisSpec fromTen = new AxisSpec(Scale.LINEAR, OptionalDouble.of(10), OptionalDouble.empty(), "", "");
        assertThat(scale(fromTen, "grey", 1, 3).argb(3)).isEqualTo(0xFF000000);
    }

    private static ColorScale scale(AxisSpec spec, String map, double... values) {
        return ColorScale.of(spec, ColorMap.of("p", map), values);
    }
}
