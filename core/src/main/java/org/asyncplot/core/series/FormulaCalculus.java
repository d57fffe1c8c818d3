// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.function.DoubleUnaryOperator;
import org.asyncplot.core.figure.FormulaFunction;

/** What functions of formulas make of arrays. Moving ones look at the sample and those before it, as many as there are, and pass over gaps. */
final class FormulaCalculus {
    private FormulaCalculus() {
    }

    static double[] apply(FormulaFunction function, double[] x, double[] y, int samples) {
        return switch (function) {
            case DERIVATIVE -> derivative(x, y);
            case INTEGRAL -> integral(x, y);
            case DIFFERENCE -> difference(y);
            case MEAN -> mean(y, samples);
            case RMS -> each(mean(each(y, value -> value * value), samples), Math::sqrt);
            case MIN -> each(largest(each(y, value -> -value), samples), value -> -value);
            case MAX -> largest(y, samples);
            case ABS -> each(y, Math::abs);
            case SQRT -> each(y, Math::sqrt);
            case EXP -> each(y, Math::exp);
            case LOG -> each(y, Math::log);
            case LOG10 -> each(y, Math::log10);
            case SIN -> each(y, Math::sin);
            case COS -> each(y, Math::cos);
        };
    }

    private static double[] each(double[] y, DoubleUnaryOperator operator) {
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            result[i] = operator.applyAsDouble(y[i]);
        }
        return result;
    }

    private static double[] derivative(double[] x, double[] y) {
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            result[i] = i == 0 || x[i] == x[i - 1] ? Double.NaN : (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
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

    /** Sums with the remainder of each addition (Neumaier 1974), lest small pieces be lost in a long run. */
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

    /** A running sum, made anew each time the window has moved by its own length: what is lost in additions does not gather. */
    private static double[] mean(double[] y, int samples) {
        double[] result = new double[y.length];
        double sum = 0;
        int finite = 0;
        for (int i = 0; i < y.length; i++) {
            if (i % samples == 0) {
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
