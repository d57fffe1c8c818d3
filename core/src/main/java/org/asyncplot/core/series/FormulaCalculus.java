// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.function.DoubleUnaryOperator;
import org.asyncplot.core.figure.FormulaFunction;

/**
 * What functions of formulas make of arrays. Moving ones look at the sample and those before it, as many as there are, and pass over gaps.
 * Integrals, which need all that came before, are {@link IntegralNode}'s.
 */
final class FormulaCalculus {
    private FormulaCalculus() {
    }

    /**
     * Applies a function.
     *
     * @param function one that is no integral
     * @param x        places
     * @param y        values
     * @param samples  how many at once
     * @param first    number of the first sample: sums are made anew at multiples of {@code samples}, wherever the arrays begin
     * @param xPerUnit how much of x is a unit of it
     */
    static double[] apply(FormulaFunction function, double[] x, double[] y, int samples, long first, double xPerUnit) {
        return switch (function) {
            case DERIVATIVE -> derivative(x, y, xPerUnit);
            case DIFFERENCE -> difference(y);
            case MEAN -> mean(y, samples, first);
            case RMS -> each(mean(each(y, value -> value * value), samples, first), Math::sqrt);
            case MIN -> each(largest(each(y, value -> -value), samples), value -> -value);
            case MAX -> largest(y, samples);
            case ABS -> each(y, Math::abs);
            case SQRT -> each(y, Math::sqrt);
            case EXP -> each(y, Math::exp);
            case LOG -> each(y, Math::log);
            case LOG10 -> each(y, Math::log10);
            case SIN -> each(y, Math::sin);
            case COS -> each(y, Math::cos);
            case INTEGRAL -> throw new IllegalArgumentException("an integral needs all that came before");
        };
    }

    private static double[] each(double[] y, DoubleUnaryOperator operator) {
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            result[i] = operator.applyAsDouble(y[i]);
        }
        return result;
    }

    static double apply(FormulaFunction function, double y) {
        return apply(function, new double[1], new double[] {y}, 1, 0, 1)[0];
    }

    static double[] combine(char operator, double[] left, double[] right) {
        double[] result = new double[left.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = combine(operator, left[i], right[i]);
        }
        return result;
    }

    static double combine(char operator, double left, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            case '^' -> Math.pow(left, right);
            default -> throw new IllegalArgumentException("no operator: " + operator);
        };
    }

    /** The values of a signal at other places, interpolated linearly between its neighbours there; missing outside of its stretch. */
    static double[] at(double[] places, double[] x, double[] y) {
        double[] result = new double[places.length];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            while (next < x.length && x[next] < places[i]) {
                next++;
            }
            if (next < x.length && x[next] == places[i]) {
                result[i] = y[next];
            } else if (next == 0 || next == x.length) {
                result[i] = Double.NaN;
            } else {
                double share = (places[i] - x[next - 1]) / (x[next] - x[next - 1]);
                result[i] = y[next - 1] + share * (y[next] - y[next - 1]);
            }
        }
        return result;
    }

    private static double[] derivative(double[] x, double[] y, double xPerUnit) {
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            result[i] = i == 0 || x[i] == x[i - 1] ? Double.NaN : (y[i] - y[i - 1]) / ((x[i] - x[i - 1]) / xPerUnit);
        }
        return result;
    }

    private static double[] difference(double[] y) {
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            result[i] = i == 0 ? Double.NaN : y[i] - y[i - 1];
        }
        return result;
    }

    /** A running sum, made anew each time the window has moved by its own length: what is lost in additions does not gather. */
    private static double[] mean(double[] y, int samples, long first) {
        double[] result = new double[y.length];
        double sum = 0;
        int finite = 0;
        for (int i = 0; i < y.length; i++) {
            if ((first + i) % samples == 0) {
                sum = 0;
                finite = 0;
                for (int k = Math.max(0, i - samples + 1); k < i; k++) {
                    sum += y[k] - y[k] == 0 ? y[k] : 0;
                    finite += y[k] - y[k] == 0 ? 1 : 0;
                }
            } else if (i >= samples && y[i - samples] - y[i - samples] == 0) {
                sum -= y[i - samples];
                finite--;
            }
            if (y[i] - y[i] == 0) {
                sum += y[i];
                finite++;
            }
            result[i] = finite == 0 ? Double.NaN : sum / finite;
        }
        return result;
    }

    /** Keeps the places that may still become the largest, in falling order (Lemire, "Streaming maximum-minimum filter", 2006). */
    private static double[] largest(double[] y, int samples) {
        double[] result = new double[y.length];
        int[] places = new int[y.length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < y.length; i++) {
            if (y[i] - y[i] == 0) {
                while (tail > head && y[places[tail - 1]] <= y[i]) {
                    tail--;
                }
                places[tail++] = i;
            }
            if (tail > head && places[head] <= i - samples) {
                head++;
            }
            result[i] = tail > head ? y[places[head]] : Double.NaN;
        }
        return result;
    }
}
