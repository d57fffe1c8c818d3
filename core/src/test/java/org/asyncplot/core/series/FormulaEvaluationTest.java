// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.figure.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FormulaEvaluationTest {
    private static final double GAP = Double.NaN;

    private static double[] evaluate(String formula, Map<String, SampleArrays> signals) {
        return new FormulaEvaluation(signals::get).evaluate(Formula.parse(formula)).y();
    }

    private static double[] ofA(String formula, double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 0.5;
        }
        return evaluate(formula, Map.of("a", new SampleArrays(x, y)));
    }

    @Test
    void shouldDoArithmetic() {
        assertThat(ofA("2 * `a` + 1", 1, 2, 3)).containsExactly(3, 5, 7);
        assertThat(ofA("`a` ^ 2 - `a` / 2", 1, 2, 4)).containsExactly(0.5, 3, 14);
        assertThat(ofA("-abs(`a`) + sqrt(4)", -1, 2)).containsExactly(1, 0);
    }

    @Test
    void shouldDifferentiateAndIntegrate() {
        assertThat(ofA("derivative(`a`)", 0, 1, 4)).containsExactly(GAP, 2, 6);
        assertThat(ofA("integral(`a`)", 2, 2, 4)).containsExactly(0, 1, 2.5);
        assertThat(ofA("integral(`a`)", 2, GAP, 4, 4)).containsExactly(0, GAP, 0, 2);
        assertThat(ofA("difference(`a`)", 5, 7, 4)).containsExactly(GAP, 2, -3);
    }

    @Test
    void shouldTakeAnotherSignalAtThePlacesOfTheFirst() {
        Map<String, SampleArrays> signals = Map.of("a", new SampleArrays(new double[] {0, 1, 2, 3, 4}, new double[] {0, 0, 0, 0, 0}),
            "b", new SampleArrays(new double[] {1, 1.5, 3}, new double[] {10, 20, 50}));

        assertThat(evaluate("`a` + `b`", signals)).containsExactly(GAP, 10, 30, 50, GAP);
        assertThat(evaluate("`b` - `b`", signals)).containsExactly(0, 0, 0);
    }

    @Test
    void shouldRefuseAFormulaWithoutASignal() {
        assertThatThrownBy(() -> evaluate("1 + 2", Map.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("names no signal");
    }

    @Test
    void shouldAgreeWithLoopsOverEachWindow() {
        for (int round = 0; round < 500; round++) {
            Random random = new Random(round);
            double[] y = new double[random.nextInt(60)];
            for (int i = 0; i < y.length; i++) {
                y[i] = random.nextInt(8) == 0 ? random.nextBoolean() ? GAP : Double.POSITIVE_INFINITY : random.nextGaussian();
            }
            int samples = 1 + random.nextInt(12);
            double[] mean = ofA("mean(`a`, " + samples + ")", y);
            double[] rms = ofA("rms(`a`, " + samples + ")", y);
            double[] min = ofA("min(`a`, " + samples + ")", y);
            double[] max = ofA("max(`a`, " + samples + ")", y);
            for (int i = 0; i < y.length; i++) {
                double sum = 0;
                double squares = 0;
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                int count = 0;
                for (int k = Math.max(0, i - samples + 1); k <= i; k++) {
                    if (Double.isFinite(y[k])) {
                        sum += y[k];
                        squares += y[k] * y[k];
                        low = Math.min(low, y[k]);
                        high = Math.max(high, y[k]);
                        count++;
                    }
                }
                if (count == 0) {
                    assertThat(new double[] {mean[i], rms[i], min[i], max[i]}).as("seed %d", round).containsOnly(GAP);
                } else {
                    assertThat(mean[i]).as("seed %d", round).isEqualTo(sum / count, within(1e-12));
                    assertThat(rms[i]).as("seed %d", round).isEqualTo(Math.sqrt(squares / count), within(1e-7));
                    assertThat(min[i]).as("seed %d", round).isEqualTo(low);
                    assertThat(max[i]).as("seed %d", round).isEqualTo(high);
                }
            }
        }
    }
}
