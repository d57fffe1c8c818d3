// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class FigureYamlErrorTest {
    @ParameterizedTest
    @MethodSource
    void shouldSayWhereAndWhatWhenAFileIsWrong(String yaml, String message) {
        assertThatThrownBy(() -> FigureYaml.read(yaml, "figure.yaml")).isInstanceOf(FigureException.class)
                .hasMessage("figure.yaml:" + message);
    }

    private static Stream<Arguments> shouldSayWhereAndWhatWhenAFileIsWrong() {
        return Stream.of(
                // keys
                Arguments.of("figure: a\npanels:\n  - series:\n      - {signal: a, colour: 2}\n",
                        "4:21: unknown key 'colour'; did you mean 'color'?"),
                Arguments.of("Panels: []", "1:1: unknown key 'Panels'; did you mean 'panels'?"),
                Arguments.of("panels: [{titel: a}]", "1:11: unknown key 'titel'; did you mean 'title'?"),
                Arguments.of("zoom: 3", "1:1: unknown key 'zoom'; known are figure, signals, x, panels"),
                Arguments.of("x: {last: 3, scale: log}", "1:14: unknown key 'scale'; known are last, from, to"),
                Arguments.of("panels: [{<<: {}}]",
                        "1:11: unknown key '<<'; known are title, kind, at, x, y, right, color, colormap, series, limits"),
                Arguments.of("figure: a\nfigure: b", "2:1: key 'figure' appears twice"),
                Arguments.of("signals: {a: x, a: y}", "1:17: key 'a' appears twice"),
                Arguments.of("figure: ~\nfigure: b", "2:1: key 'figure' appears twice"),
                Arguments.of("[a]: 1", "1:1: a key of a figure must be a text, not a list"),
                Arguments.of("{a: b}: 1", "1:1: a key of a figure must be a text, not a mapping"),
                Arguments.of("panels: [{series: [{color: 1}]}]", "1:20: a series needs the key 'signal'"),
                Arguments.of("panels: [{limits: [{label: a}]}]", "1:20: a limit needs the key 'y'"),
                // types
                Arguments.of("hello", "1:1: a figure must be a mapping of figure, signals, x, panels, not 'hello'"),
                Arguments.of("- a", "1:1: a figure must be a mapping of figure, signals, x, panels, not a list"),
                Arguments.of("~", "1:1: a figure must be a mapping of figure, signals, x, panels, not nothing"),
                Arguments.of("figure: [a]", "1:9: 'figure' must be a text, not a list"),
                Arguments.of("signals: [a]", "1:10: 'signals' must be a mapping, not a list"),
                Arguments.of("x: 30 s", "1:4: 'x' must be a mapping of last, from, to, not '30 s'"),
                Arguments.of("panels: {title: a}", "1:9: 'panels' must be a list, not a mapping"),
                Arguments.of("panels: [a]",
                        "1:10: a panel must be a mapping of title, kind, at, x, y, right, color, colormap, series, limits, not 'a'"),
                Arguments.of("panels: [{y: log}]", "1:14: 'y' must be a mapping of scale, range, unit, label, not 'log'"),
                Arguments.of("panels: [{series: a}]", "1:19: 'series' must be a list, not 'a'"),
                Arguments.of("panels: [{series: [[a]]}]",
                        "1:20: a series must be a mapping of signal, label, color, style, axis, not a list"),
                Arguments.of("panels: [{kind: [line]}]",
                        "1:17: 'kind' must be one of line, scatter, xy, waveform, image, histogram, spectrum,"
                        + " spectrogram, notes, value, table, not a list"),
                Arguments.of("figure: !!int 5", "1:9: 'figure' must be a text, not one tagged 'tag:yaml.org,2002:int'"),
                Arguments.of("panels: !!set {a}", "1:9: 'panels' must be a list, not one tagged 'tag:yaml.org,2002:set'"),
                // values
                Arguments.of("panels: [{kind: lines}]", "1:17: unknown kind 'lines'; did you mean 'line'?"),
                Arguments.of("panels: [{kind: spectogram}]", "1:17: unknown kind 'spectogram'; did you mean 'spectrogram'?"),
                Arguments.of("panels: [{y: {scale: cubic}}]", "1:22: unknown scale 'cubic'; known are linear, log"),
                Arguments.of("panels: [{series: [{signal: a, style: stairs}]}]",
                        "1:39: unknown style 'stairs'; known are line, step, points, area"),
                Arguments.of("panels: [{series: [{signal: a, axis: rigth}]}]", "1:38: unknown axis 'rigth'; did you mean 'right'?"),
                Arguments.of("panels: [{series: [{signal: a, color: 9}]}]", "1:39: 'color' must be a whole number from 1 to 8, not '9'"),
                Arguments.of("panels: [{series: [{signal: a, color: 1.5}]}]",
                        "1:39: 'color' must be a whole number from 1 to 8, not '1.5'"),
                Arguments.of("panels: [{series: [{signal: a, color: red}]}]",
                        "1:39: 'color' must be a whole number from 1 to 8, not 'red'"),
                Arguments.of("panels: [{series: ['']}]", "1:20: a series is empty"),
                Arguments.of("panels: [{series: [~]}]", "1:20: a series is empty"),
                Arguments.of("panels: [{series: [{signal: ' '}]}]", "1:29: 'signal' is empty"),
                Arguments.of("signals:\n  a:\n", "2:5: 'a' is empty"),
                Arguments.of("signals:\n  a: derivative(`b`\n", "2:20: derivative takes one signal; the parenthesis is not closed"),
                Arguments.of("signals:\n  a: 'derivate(`b`)'\n", "2:7: unknown function 'derivate'; did you mean 'derivative'?"),
                Arguments.of("signals: {a: 2 * angle}", "1:18: 'angle' is no function with parentheses; write signals in backticks: `angle`"),
                Arguments.of("signals:\n  a: >\n    1 +\n    %\n", "2:6: column 5 of 'a': unexpected '%'; a signal in backticks, a number or a function was due"),
                Arguments.of("signals:\n  a: '`x` + `b`'\n  b: derivative(`c`)\n  c: 2 * `b`\n",
                        "4:6: derived signals are made of each other in a circle: b -> c -> b"),
                Arguments.of("signals: {'': b}", "1:15: the name of this signal is empty"),
                Arguments.of("panels: [{limits: [high]}]", "1:20: a limit must be a number, not 'high'"),
                Arguments.of("panels: [{limits: [{y: 1f}]}]", "1:24: 'y' must be a number, not '1f'"),
                Arguments.of("panels: [{limits: [.inf]}]", "1:20: a limit must be a number, not '.inf'"),
                Arguments.of("panels: [{limits: [1e999]}]", "1:20: a limit must be a number, not '1e999'"),
                Arguments.of("panels: [{limits: [~]}]", "1:20: a limit must be a number, not nothing"),
                Arguments.of("panels: [{at: [0, 0]}]", "1:15: 'at' must be [row, column, rows, columns], not 2 numbers"),
                Arguments.of("panels: [{at: [0, -1, 1, 1]}]", "1:19: a number of 'at' must be a whole number from 0 to 99, not '-1'"),
                Arguments.of("panels: [{at: [0, 0, 0, 1]}]", "1:22: a number of 'at' must be a whole number from 1 to 100, not '0'"),
                Arguments.of("panels: [{at: [0, 98, 1, 3]}]", "1:26: a number of 'at' must be a whole number from 1 to 2, not '3'"),
                Arguments.of("panels: [{y: {range: [2, 1]}}]", "1:26: the upper end of 'range' must lie above the lower one"),
                Arguments.of("panels: [{y: {range: [1, 1]}}]", "1:26: the upper end of 'range' must lie above the lower one"),
                Arguments.of("panels: [{y: {scale: log, range: [0, 1]}}]",
                        "1:35: an end of 'range' must be above 0 on a logarithmic axis, not '0'"),
                Arguments.of("panels: [{y: {range: [1]}}]",
                        "1:22: 'range' must be auto, or [low, high] with auto for either, not a list"),
                Arguments.of("panels: [{y: {range: 5}}]", "1:22: 'range' must be auto, or [low, high] with auto for either, not '5'"),
                Arguments.of("panels: [{y: {range: [a, 1]}}]", "1:23: an end of 'range' must be a number, not 'a'"),
                // x
                Arguments.of("x: {last: soon}",
                        "1:11: 'soon' is no length; write one above 0 such as 30 s, 5 min or 500 (units: ns, us, ms, s, min, h, d)"),
                Arguments.of("x: {last: 1f}",
                        "1:11: '1f' is no length; write one above 0 such as 30 s, 5 min or 500 (units: ns, us, ms, s, min, h, d)"),
                Arguments.of("panels:\n- x:\n    from: 30s",
                        "3:11: '30s' is no position; write a number, a time such as 2026-11-21T14:30:00"
                        + " (years 1678 to 2261), or -30s for 30 s before the end"),
                Arguments.of("x: {from: 1, to: 2026-02-30}", "1:18: '2026-02-30' is no position; write a number, a time such as"
                        + " 2026-11-21T14:30:00 (years 1678 to 2261), or -30s for 30 s before the end"),
                Arguments.of("x: {from: 5, to: 3}", "1:18: 'to' must lie after 'from'"),
                Arguments.of("x: {from: -30s, to: -5 min}", "1:21: 'to' must lie after 'from'"),
                Arguments.of("x: {from: 2026-11-21, to: 2026-11-20}", "1:27: 'to' must lie after 'from'"),
                Arguments.of("x: {from: 5, to: 2026-11-20}", "1:18: 'from' and 'to' are a number and a time; no axis has both"),
                Arguments.of("x: {last: 5, from: 3}", "1:20: a stretch of x is either 'last', or 'from' and 'to' or one of them"),
                Arguments.of("x: {from: [1]}", "1:11: 'from' must be a text, not a list"),
                // not a YAML file of one figure
                Arguments.of("", "1:1: the file is empty; a figure is at least 'panels: []'"),
                Arguments.of("\n \n# nothing yet\n", "1:1: the file is empty; a figure is at least 'panels: []'"),
                Arguments.of("figure: a\n---\nfigure: b\n", "2:1: a second document starts here; a file holds one figure"),
                Arguments.of("figure: a\n\tx: {}\n", "2:1: a tab cannot indent in YAML; write blanks"),
                Arguments.of("panels:\n\t- kind: line\n", "2:1: a tab cannot indent in YAML; write blanks"),
                Arguments.of("figure: [a", "1:11: this is not YAML: expected ',' or ']', but got <stream end>"),
                Arguments.of("figure: a: b", "1:10: this is not YAML: mapping values are not allowed here"),
                Arguments.of("figure: *who", "1:9: this is not YAML: found undefined alias who"),
                Arguments.of("figure: a\u0000b", "1:10: the character U+0000 is not allowed; is this a text file?"),
                Arguments.of("\u00ff\u00fe\n\u0007", "2:1: the character U+0007 is not allowed; is this a text file?"));
    }

    @Test
    void shouldQuoteOnlyTheBeginningWhenTheWrongValueIsLong() {
        assertThatThrownBy(() -> FigureYaml.read("panels: [{kind: \"a\\nb" + "c".repeat(100_000) + "\"}]", "figure.yaml"))
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(250)
                        .startsWith("figure.yaml:1:17: unknown kind 'a bccc")
                        .doesNotContain("\n"));
    }

    @Test
    void shouldRefuseDeepNestingWithoutRunningOutOfStack() {
        assertThatThrownBy(() -> FigureYaml.read("[".repeat(500_000), "figure.yaml")).isInstanceOf(FigureException.class)
                .hasMessage("figure.yaml:1:33: lists and mappings nest deeper than 32 levels");
    }

    @Test
    void shouldRefuseALongFile() {
        assertThatThrownBy(() -> FigureYaml.read("# " + "a".repeat(1 << 20), "figure.yaml")).isInstanceOf(FigureException.class)
                .hasMessageStartingWith("figure.yaml:1:1: the file is longer than");
    }

    @Test
    void shouldRefuseALongList() {
        assertThatThrownBy(() -> FigureYaml.read("panels: [" + "{},".repeat(1001) + "]", "figure.yaml"))
                .hasMessage("figure.yaml:1:9: 'panels' has 1001 entries; 1000 are the most");
    }

    @Test
    void shouldRefuseABombOfAliases() {
        StringBuilder bomb = new StringBuilder("signals: {a0: &a0 [x,x,x,x,x,x,x,x,x]");
        for (int i = 1; i < 30; i++) {
            bomb.append(", a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ",").repeat(9)).append("]");
        }

        assertThatThrownBy(() -> FigureYaml.read(bomb.append("}").toString(), "figure.yaml")).isInstanceOf(FigureException.class)
                .hasMessageMatching("figure\\.yaml:1:\\d{3}: more than 50 aliases");
    }

    @Test
    void shouldRefuseAnAliasToItself() {
        assertThatThrownBy(() -> FigureYaml.read("panels: &a [*a]", "figure.yaml")).isInstanceOf(FigureException.class)
                .hasMessageStartingWith("figure.yaml:1:9: a panel must be a mapping");
    }
}
