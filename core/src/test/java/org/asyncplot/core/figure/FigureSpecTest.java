// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records refuse when code, not a file, makes them. */
@Timeout(10)
class FigureSpecTest {
    @Test
    void shouldNotChangeWhenTheCollectionsItWasMadeFromDo() {
        Map<String, String> signals = new LinkedHashMap<>(Map.of("a", "b"));
        List<PanelSpec> panels = new ArrayList<>();
        FigureSpec figure = new FigureSpec("", signals, Optional.empty(), panels);

        signals.clear();
        panels.add(null);

        assertThat(figure.signals()).containsOnlyKeys("a");
        assertThat(figure.panels()).isEmpty();
        assertThatThrownBy(() -> figure.signals().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 2, 1", "LINEAR, 1, 1", "LOG, 0, 1", "LOG, -1, 1", "LINEAR, NaN, 1", "LINEAR, 0, Infinity"})
    void shouldRefuseARangeThatNoAxisShows(Scale scale, double low, double high) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AxisSpec(scale, OptionalDouble.of(low), OptionalDouble.of(high), "",
                ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 9})
    void shouldRefuseAColorOutsideThePalette(int color) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesSpec("a", "", OptionalInt.of(color), LineStyle.LINE, AxisSide.LEFT));
    }

    @Test
    void shouldRefuseASeriesWithoutASignal() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SeriesSpec("", "", OptionalInt.empty(), LineStyle.LINE, AxisSide.LEFT));
    }

    @Test
    void shouldRefuseALimitThatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitSpec(Double.NaN, ""));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1, 1", "0, 100, 1, 1", "0, 0, 0, 1", "0, 0, 1, 101", "99, 0, 2, 1", "99, 0, 2147483647, 1"})
    void shouldRefuseACellOutsideThePage(int row, int column, int rows, int columns) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PanelSpec.Cell(row, column, rows, columns));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, -, -", "30 s, 1, -", "30 s, -, 1", "soon, -, -", "-, 30s, -", "-, -, never", "-, 5, 3",
            "-, 5, 5",
            "-, -5 s, -5 s", "-, -5 s, -5 min", "-, 2026-11-21, 2026-11-21", "-, 1, 2026-11-21", "-, 2026-11-21, 1"})
    void shouldRefuseAStretchOfXThatHoldsNothing(String last, String from, String to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XSpec(Optional.ofNullable(last), Optional.ofNullable(from), Optional.ofNullable(to)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"30 s, -, -", "500, -, -", "-, 1, -", "-, -, 1", "-, 1, 2", "-, -5 min, -5 s",
            "-, -5 min, 2026-11-21",
            "-, 3, -1 s", "-, 2026-11-21, 2026-11-21T00:00:00.000000001"})
    void shouldKeepAStretchOfXAsItWasWritten(String last, String from, String to) {
        XSpec x = new XSpec(Optional.ofNullable(last), Optional.ofNullable(from), Optional.ofNullable(to));

        assertThat(x.last().orElse(null)).isEqualTo(last);
        assertThat(x.from().orElse(null)).isEqualTo(from);
        assertThat(x.to().orElse(null)).isEqualTo(to);
    }
}
