// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;
import java.util.function.Function;
import org.asyncplot.core.figure.Formula;
import org.asyncplot.core.figure.FormulaFunction;

/**
 * What a formula makes of whole signals, the plain way: what series that are made of stretches have to agree with. Where two are combined the result has the x of the left one; the right one, unless its x is the same, is
 * interpolated linearly between its neighbours there, and missing outside of its stretch. Allocates arrays as long as the signals.
 */
final class FormulaEvaluation {
    private final Function<String, SampleArrays> signals;

    /**
     * Prepares to evaluate.
     *
     * @param signals gives the samples of each signal that the formulas name
     */
    FormulaEvaluation(Function<String, SampleArrays> signals) {
        this.signals = signals;
    }

    /**
     * Evaluates a formula.
     *
     * @param formula that names at least one signal
     * @return its samples
     * @throws IllegalArgumentException if it names none, since then it has no x
     */
    SampleArrays evaluate(Formula formula) {
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
            return new SampleArrays(argument.x(), call.function() == FormulaFunction.INTEGRAL ? integral(argument.x(), argument.y())
                : FormulaCalculus.apply(call.function(), argument.x(), argument.y(), call.samples(), 0, 1));
        }
        Formula.Arithmetic both = (Formula.Arithmetic) formula;
        if (both.left().references().isEmpty()) {
            SampleArrays right = samples(both.right());
            double[] left = new double[right.y().length];
            Arrays.fill(left, constant(both.left()));
            return new SampleArrays(right.x(), FormulaCalculus.combine(both.operator(), left, right.y()));
        }
        SampleArrays left = samples(both.left());
        double[] right;
        if (both.right().references().isEmpty()) {
            right = new double[left.y().length];
            Arrays.fill(right, constant(both.right()));
        } else {
            right = at(left.x(), samples(both.right()));
        }
        return new SampleArrays(left.x(), FormulaCalculus.combine(both.operator(), left.y(), right));
    }

    private static double constant(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Call call) {
            return FormulaCalculus.apply(call.function(), constant(call.argument()));
        }
        Formula.Arithmetic both = (Formula.Arithmetic) formula;
        return FormulaCalculus.combine(both.operator(), constant(both.left()), constant(both.right()));
    }

    /** Sums with the remainder of each addition (Neumaier 1974). */
    private static double[] integral(double[] x, double[] y) {
        double[] result = new double[y.length];
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < y.length; i++) {
            double piece = i == 0 ? 0 : (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
            if (piece - piece == 0) {
                double next = sum + piece;
                rest += Math.abs(sum) >= Math.abs(piece) ? sum - next + piece : piece - next + sum;
                sum = next;
            }
            result[i] = y[i] - y[i] == 0 ? sum + rest : Double.NaN;
        }
        return result;
    }

    private static double[] at(double[] places, SampleArrays signal) {
        return Arrays.equals(signal.x(), places) ? signal.y() : FormulaCalculus.at(places, signal.x(), signal.y());
    }
}
