// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FigureYamlTest {
    private static final String EXAMPLE = """
            figure: energy
            signals:
              drift: derivative(`energy.total`)          # channel names in backticks inside expressions
            x: {last: 30 s}
            panels:
              - title: energy
                kind: line                               # line, scatter, xy, waveform, image, histogram, spectrum
                at: [0, 0, 1, 2]                         # row, column, rows, columns
                y: {scale: log, range: auto, unit: J}
                series:
                  - {signal: energy.kinetic, color: 2, style: step}
                  - {signal: drift, axis: right}
                limits: [{y: 1e-12, label: limit}]
            """;

    private static final FigureSpec EXAMPLE_SPEC = new FigureSpec("energy", Map.of("drift", "derivative(`energy.total`)"),
            Optional.of(new XSpec(Optional.of("30 s"), Optional.empty(), Optional.empty())),
            List.of(new PanelSpec("energy", PanelKind.LINE, Optional.of(new PanelSpec.Cell(0, 0, 1, 2)), Optional.empty(), Scale.LINEAR,
                    new AxisSpec(Scale.LOG, OptionalDouble.empty(), OptionalDouble.empty(), "J", ""), AxisSpec.AUTO, AxisSpec.AUTO, "",
                    List.of(new SeriesSpec("energy.kinetic", "", OptionalInt.of(2), LineStyle.STEP, AxisSide.LEFT),
                            new SeriesSpec("drift", "", OptionalInt.empty(), LineStyle.LINE, AxisSide.RIGHT)),
                    List.of(new LimitSpec(1e-12, "limit")))));

    @Test
    void shouldReadTheExampleOfTheDialect() {
        assertThat(read(EXAMPLE)).isEqualTo(EXAMPLE_SPEC);
    }

    @Test
    void shouldWriteAsAPersonWould() {
        assertThat(FigureYaml.write(EXAMPLE_SPEC)).isEqualTo("""
                figure: energy
                signals:
                    drift: derivative(`energy.total`)
                x: {last: 30 s}
                panels:
                  - title: energy
                    kind: line
                    at: [0, 0, 1, 2]
                    y: {scale: log, unit: J}
                    series:
                      - {signal: energy.kinetic, color: 2, style: step}
                      - {signal: drift, axis: right}
                    limits: [{y: 1.0E-12, label: limit}]
                """);
    }

    @Test
    void shouldDrawALineOnAutomaticAxesWhenAPanelNamesOnlySeries() {
        assertThat(panel("series: [a, {signal: b}]")).isEqualTo(new PanelSpec("", PanelKind.LINE, Optional.empty(), Optional.empty(),
                Scale.LINEAR, AxisSpec.AUTO, AxisSpec.AUTO, AxisSpec.AUTO, "", List.of(series("a"), series("b")), List.of()));
    }

    @ParameterizedTest
    @EnumSource(PanelKind.class)
    void shouldReadEveryKind(PanelKind kind) {
        assertThat(panel("kind: " + kind.name().toLowerCase(Locale.ROOT)).kind()).isEqualTo(kind);
    }

    @Test
    void shouldReadBothEndsOfX() {
        assertThat(read("x: {from: 2026-11-21T14:30:00, to: 2026-11-22}").x())
                .contains(new XSpec(Optional.empty(), Optional.of("2026-11-21T14:30:00"), Optional.of("2026-11-22")));
    }

    @Test
    void shouldReadOneEndOfX() {
        assertThat(read("x: {from: -30s}").x()).contains(new XSpec(Optional.empty(), Optional.of("-30s"), Optional.empty()));
    }

    @Test
    void shouldReadTheScaleOfAPanelsX() {
        PanelSpec panel = panel("x: {scale: log}");

        assertThat(panel.xScale()).isEqualTo(Scale.LOG);
        assertThat(panel.x()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "[auto, auto]", "[null, ~]", "null", ""})
    void shouldLeaveTheRangeToTheDataWhenItIsAutomatic(String range) {
        assertThat(panel("y: {range: " + range + "}").y()).isEqualTo(AxisSpec.AUTO);
    }

    @Test
    void shouldReadAnOpenRange() {
        AxisSpec y = panel("y: {range: [auto, -1.5]}").y();

        assertThat(y.low()).isEmpty();
        assertThat(y.high()).hasValue(-1.5);
    }

    @Test
    void shouldReadTheColorScaleOfAnImage() {
        PanelSpec panel = panel("{kind: image, color: {scale: log, range: [1e-3, 1], unit: K, label: heat}, colormap: magma}");

        assertThat(panel.color()).isEqualTo(new AxisSpec(Scale.LOG, OptionalDouble.of(1e-3), OptionalDouble.of(1), "K", "heat"));
        assertThat(panel.colormap()).isEqualTo("magma");
    }

    @Test
    void shouldReadLimitsWithAndWithoutALabel() {
        assertThat(panel("limits: [3, {y: -4.5}, {y: 5, label: top}]").limits())
                .containsExactly(new LimitSpec(3, ""), new LimitSpec(-4.5, ""), new LimitSpec(5, "top"));
    }

    @Test
    void shouldTakeAnyScalarAsANameWhenItStandsWhereTextStands() {
        PanelSpec panel = panel("{title: 2026-11-21, series: [12, true, 'null', {signal: 1e3, label: 0x10}]}");

        assertThat(panel.title()).isEqualTo("2026-11-21");
        assertThat(panel.series()).extracting(SeriesSpec::signal).containsExactly("12", "true", "null", "1e3");
        assertThat(panel.series().get(3).label()).isEqualTo("0x10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "figure:", "{figure: ~, signals: null, x: , panels: }", "panels: []", "x: {}", "\ufeff{}",
            "---\n{}\n...\n"})
    void shouldReadAFigureOfNothing(String yaml) {
        assertThat(read(yaml)).isEqualTo(new FigureSpec("", Map.of(), Optional.empty(), List.of()));
    }

    @Test
    void shouldReadWindowsLineEnds() {
        assertThat(read(EXAMPLE.replace("\n", "\r\n"))).isEqualTo(EXAMPLE_SPEC);
    }

    @Test
    void shouldReadAnAliasAsWhatItStandsFor() {
        FigureSpec figure = read("panels: [{y: &log {scale: log}}, {y: *log}]");

        assertThat(figure.panels().get(1).y()).isEqualTo(figure.panels().get(0).y()).isNotEqualTo(AxisSpec.AUTO);
    }

    private static FigureSpec read(String yaml) {
        return FigureYaml.read(yaml, "figure.yaml");
    }

    private static PanelSpec panel(String yaml) {
        return read("panels:\n- " + yaml + "\n").panels().get(0);
    }

    private static SeriesSpec series(String signal) {
        return new SeriesSpec(signal, "", OptionalInt.empty(), LineStyle.LINE, AxisSide.LEFT);
    }
}
