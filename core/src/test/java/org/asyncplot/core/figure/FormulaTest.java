// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FormulaTest {
    private static String text(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return Double.toString(constant.value());
        }
        if (formula instanceof Formula.Reference reference) {
            return reference.name() + "@" + reference.column();
        }
        if (formula instanceof Formula.Call call) {
            return call.function().written() + "(" + text(call.argument()) + (call.function().isWindowed() ? " " + call.samples() : "") + ")";
        }
        Formula.Arithmetic both = (Formula.Arithmetic) formula;
        return "(" + text(both.left()) + " " + both.operator() + " " + text(both.right()) + ")";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "`energy.total`|energy.total@1",
        "`a`-`b` - 1|((a@1 - b@5) - 1.0)",
        "1 + 2*`a`^2^3|(1.0 + (2.0 * (a@7 ^ (2.0 ^ 3.0))))",
        "-`a`^2|(-1.0 * (a@2 ^ 2.0))",
        "`a` ^ -1|(a@1 ^ (-1.0 * 1.0))",
        "(`a` + 1e-3) / .5|((a@2 + 0.001) / 0.5)",
        "derivative( `a b` )|derivative(a b@13)",
        "mean(rms(`a`, 3), 100)|mean(rms(a@10 3) 100)",
    })
    void shouldBindAsInMathematics(String written, String expected) {
        assertThat(text(Formula.parse(written))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|1|the formula ends where a signal, a number or a function was due",
        "`a` +|6|the formula ends where",
        "`a|1|the backtick is not closed",
        "` `|1|there is no name between the backticks",
        "(`a`|5|the parenthesis is not closed",
        "`a` `b`|5|unexpected '`'; an operator (+ - * / ^) or the end was due",
        "angle|1|is no function with parentheses; write signals in backticks: `angle`",
        "derivate(`a`)|1|unknown function 'derivate'; did you mean 'derivative'?",
        "mean(`a`)|9|mean needs a number of samples, as in mean(`signal`, 100)",
        "mean(`a`, 0)|11|mean needs a whole number of samples from 1 to 1000000",
        "mean(`a`, 1.5)|11|mean needs a whole number",
        "abs(`a`, 3)|8|abs takes one signal",
        "1.2.3|1|is no number",
        "%|1|unexpected '%'",
    })
    void shouldSayWhereAFormulaIsWrong(String written, int column, String problem) {
        assertThatThrownBy(() -> Formula.parse(written)).isInstanceOfSatisfying(FormulaException.class,
            wrong -> assertThat(wrong.column()).isEqualTo(column)).hasMessageStartingWith("column " + column + ": ").hasMessageContaining(problem);
    }

    @Test
    void shouldRefuseRandomTextWithOneLineAndNothingElse() {
        String[] pieces = {"`a`", "`", "(", ")", "+", "-", "*", "^", "mean", "min(", ",", "3", ".", "e", " ", "\n", "\u00e9"};
        for (int round = 0; round < 20_000; round++) {
            Random random = new Random(round);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(Formula.parse(text.toString())).as("seed %d", round).isNotNull();
            } catch (FormulaException wrong) {
                assertThat(wrong.getMessage()).as("seed %d", round).doesNotContain("\n");
            }
        }
        assertThatThrownBy(() -> Formula.parse("(".repeat(100_000))).isInstanceOf(FormulaException.class).hasMessageContaining("levels");
    }

    @Test
    void shouldOrderSignalsBehindThoseTheyAreMadeOf() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("c", "`b` + `a`");
        written.put("b", "derivative(`a`)");

        assertThat(DerivedSignals.of(written).formulas().keySet()).containsExactly("b", "c");
    }

    @Test
    void shouldNameACycle() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("first", "`a` + `second`");
        written.put("second", "`third`");
        written.put("third", "`second` * 2");

        assertThatThrownBy(() -> DerivedSignals.of(written)).isInstanceOf(DerivedSignalException.class)
            .hasMessage("derived signals are made of each other in a circle: second -> third -> second");
        assertThatThrownBy(() -> DerivedSignals.of(Map.of("a", "`a` * 2"))).hasMessageContaining("circle: a -> a");
    }

    @Test
    void shouldRefuseFormulasThatNoStackHolds() {
        assertThatThrownBy(() -> Formula.parse("1" + "+1".repeat(100_000))).isInstanceOf(FormulaException.class)
            .hasMessageContaining("more than 200 operators");
        Map<String, String> chain = new LinkedHashMap<>();
        for (int i = 999; i >= 0; i--) {
            chain.put("s" + i, "`s" + (i - 1) + "` + 1");
        }
        assertThatThrownBy(() -> DerivedSignals.of(chain)).isInstanceOf(DerivedSignalException.class).hasMessageContaining("1000 steps");
    }
}
