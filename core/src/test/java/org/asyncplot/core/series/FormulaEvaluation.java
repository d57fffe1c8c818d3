// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;
import java.util.function.Function;
import org.asyncplot.core.figure.Formula;

/**
 * What a formula makes of signals. Where two are combined the result has the x of the left one; the right one, unless its x is the same, is
 * interpolated linearly between its neighbours there, and missing outside of its stretch. Allocates arrays as long as the signals.
 */
public final class FormulaEvaluation {
    private final Function<String, SampleArrays> signals;

    /**
     * Prepares to evaluate.
     *
     * @param signals gives the samples of each signal that the formulas name
     */
    public FormulaEvaluation(Function<String, SampleArrays> signals) {
        this.signals = signals;
    }

    /**
     * Evaluates a formula.
     *
     * @param formula that names at least one signal
     * @return its samples
     * @throws IllegalArgumentException if it names none, since then it has no x
     */
    public SampleArrays evaluate(Formula formula) {
        if (formula.references().isEmpty()) {
            throw new IllegalArgumentException("the formula names no signal, so it has no x");
        }
        return samples(formula);
    }

    private SampleArrays samples(Formula formula) {
        if (formula instanceof Formula.Reference reference) {
            return signals.apply(reference.name());
        }
        if (formula instanceof Formula.Call call) {
            SampleArrays argument = samples(call.argument());
            return new SampleArrays(argument.x(), FormulaCalculus.apply(call.function(), argument.x(), argument.y(), call.samples()));
        }
        Formula.Arithmetic both = (Formula.Arithmetic) formula;
        if (both.left().references().isEmpty()) {
            SampleArrays right = samples(both.right());
            double[] left = new double[right.y().length];
            Arrays.fill(left, constant(both.left()));
            return new SampleArrays(right.x(), combine(both.operator(), left, right.y()));
        }
        SampleArrays left = samples(both.left());
        double[] right;
        if (both.right().references().isEmpty()) {
            right = new double[left.y().length];
            Arrays.fill(right, constant(both.right()));
        } else {
            right = at(left.x(), samples(both.right()));
        }
        return new SampleArrays(left.x(), combine(both.operator(), left.y(), right));
    }

    private static double constant(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Call call) {
            double[] one = {constant(call.argument())};
            return FormulaCalculus.apply(call.function(), new double[1], one, call.samples())[0];
        }
        Formula.Arithmetic both = (Formula.Arithmetic) formula;
        return combine(both.operator(), constant(both.left()), constant(both.right()));
    }

    private static double[] combine(char operator, double[] left, double[] right) {
        double[] result = new double[left.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = combine(operator, left[i], right[i]);
        }
        return result;
    }

    private static double combine(char operator, double left, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            case '^' -> Math.pow(left, right);
            default -> throw new IllegalArgumentException("no operator: " + operator);
        };
    }

    /** The values of a signal at other places. */
    private static double[] at(double[] places, SampleArrays signal) {
        double[] x = signal.x();
        double[] y = signal.y();
        if (x == places || Arrays.equals(x, places)) {
            return y;
        }
        double[] result = new double[places.length];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            while (next < x.length && x[next] < places[i]) {
                next++;
            }
            if (next < x.length && x[next] == places[i]) {
                result[i] = y[next];
            } else if (next == 0 || next == x.length || !(places[i] >= x[0])) {
                result[i] = Double.NaN;
            } else {
                double share = (places[i] - x[next - 1]) / (x[next] - x[next - 1]);
                result[i] = y[next - 1] + share * (y[next] - y[next - 1]);
            }
        }
        return result;
    }
}
