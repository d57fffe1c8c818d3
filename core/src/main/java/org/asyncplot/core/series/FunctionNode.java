// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;
import org.asyncplot.core.figure.FormulaFunction;

/**
 * A function of a signal that looks at so many samples before.
 *
 * @param function no integral
 * @param operand  of what
 * @param samples  how many at once
 */
record FunctionNode(FormulaFunction function, FormulaNode operand, int samples) implements FormulaNode {
    @Override
    public NodeX x() {
        return operand.x();
    }

    @Override
    public double[] y(long from, long to) {
        long start = Math.max(x().samples().first(), begin(from));
        double[] values = operand.y(start, to);
        double[] places = function == FormulaFunction.DERIVATIVE ? x().arrays(start, to).x() : values;
        double[] result = FormulaCalculus.apply(function, places, values, samples, start, x().xPerUnit());
        return start == from ? result : Arrays.copyOfRange(result, (int) (from - start), result.length);
    }

    private long begin(long from) {
        return switch (function) {
            case DERIVATIVE, DIFFERENCE -> from - 1;
            // A sum begins where it is made anew, which its number tells, and then needs a whole window.
            case MEAN, RMS -> from - from % samples - samples + 1;
            case MIN, MAX -> from - samples + 1;
            default -> from;
        };
    }

    @Override
    public long settled() {
        return operand.settled();
    }

    @Override
    public long reach() {
        long own = switch (function) {
            case DERIVATIVE, DIFFERENCE -> 1;
            case MEAN, RMS -> 2L * samples;
            case MIN, MAX -> samples;
            default -> 0;
        };
        return own + operand.reach();
    }

    @Override
    public long history(long from) {
        return operand.history(from);
    }

    /** In doubles as well, by the definitions of {@link Math}. */
    @Override
    public SignalSeries monotoneOf() {
        return switch (function) {
            case SQRT, EXP, LOG, LOG10 -> operand.monotoneOf();
            default -> null;
        };
    }

    @Override
    public double map(double value) {
        return FormulaCalculus.apply(function, operand.map(value));
    }
}
