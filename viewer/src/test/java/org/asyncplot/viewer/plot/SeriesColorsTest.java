// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.figure.SeriesSpec;
import org.junit.jupiter.api.Test;

class SeriesColorsTest {
    private static final Tokens TOKENS = Theme.LIGHT.tokens();

    @Test
    void shouldTakeTheNextColoursThatNobodyAskedFor() {
        assertThat(colors(0, 2, 0, 0)).containsExactly(1, 2, 3, 4);
        assertThat(colors(2, 0, 1, 0)).containsExactly(2, 3, 1, 4);
    }

    @Test
    void shouldRepeatColoursWhenNoneIsFree() {
        assertThat(colors(0, 0, 8, 7, 6, 5, 4, 3)).containsExactly(1, 2, 8, 7, 6, 5, 4, 3);
        assertThat(colors(1, 2, 3, 4, 5, 6, 7, 8, 0, 0)).endsWith(1, 2);
    }

    private static List<Integer> colors(Integer... asked) {
        List<SeriesSpec> series = Stream.of(asked).map(color -> new SeriesSpec("a", "", color == 0 ? OptionalInt.empty() : OptionalInt.of(color),
            LineStyle.LINE, AxisSide.LEFT)).collect(Collectors.toList());
        SeriesColors colors = new SeriesColors(TOKENS, series);
        return series.stream().map(one -> TOKENS.series().indexOf(colors.next(one)) + 1).collect(Collectors.toList());
    }
}
