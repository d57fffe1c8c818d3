// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;

/**
 * A signal and a number combined.
 *
 * @param operator   what is done
 * @param number     the number
 * @param operand    the signal
 * @param numberLeft whether the number stands before the operator
 */
record ScalarNode(char operator, double number, FormulaNode operand, boolean numberLeft) implements FormulaNode {
    @Override
    public NodeX x() {
        return operand.x();
    }

    @Override
    public double[] y(long from, long to) {
        double[] values = operand.y(from, to);
        double[] numbers = new double[values.length];
        Arrays.fill(numbers, number);
        return numberLeft ? FormulaCalculus.combine(operator, numbers, values) : FormulaCalculus.combine(operator, values, numbers);
    }

    @Override
    public long settled() {
        return operand.settled();
    }

    @Override
    public long reach() {
        return operand.reach();
    }

    @Override
    public long history(long from) {
        return operand.history(from);
    }

    /** Scaled and moved signals rise and fall together, in doubles as well, whose rounding keeps the order. */
    @Override
    public SignalSeries monotoneOf() {
        boolean turns = operator == '^' || operator == '/' && numberLeft;
        return turns ? null : operand.monotoneOf();
    }

    @Override
    public double map(double value) {
        double mapped = operand.map(value);
        return numberLeft ? FormulaCalculus.combine(operator, number, mapped) : FormulaCalculus.combine(operator, mapped, number);
    }
}
