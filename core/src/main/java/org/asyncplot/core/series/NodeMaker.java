// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.function.Function;
import org.asyncplot.core.figure.Formula;
import org.asyncplot.core.figure.FormulaFunction;
import org.asyncplot.core.run.XType;

/** Makes the steps of one formula. */
final class NodeMaker {
    private final String name;
    private final Function<String, FormulaNode> signals;
    private final DerivedMemory memory;
    private int integrals;

    NodeMaker(String name, Function<String, FormulaNode> signals, DerivedMemory memory) {
        this.name = name;
        this.signals = signals;
        this.memory = memory;
    }

    /** The last step; an IllegalArgumentException with one line says why there is none. */
    FormulaNode of(Formula formula) {
        if (formula.references().isEmpty()) {
            throw new IllegalArgumentException("it names no signal, so it has no x");
        }
        if (formula instanceof Formula.Reference reference) {
            return signals.apply(reference.name());
        }
        if (formula instanceof Formula.Call call) {
            if (call.function() == FormulaFunction.INTEGRAL) {
                IntegralSums sums = memory.sums(name, integrals++);
                return new IntegralNode(of(call.argument()), sums);
            }
            return new FunctionNode(call.function(), of(call.argument()), call.samples());
        }
        Formula.Arithmetic both = (Formula.Arithmetic) formula;
        boolean leftNumber = both.left().references().isEmpty();
        if (leftNumber || both.right().references().isEmpty()) {
            return new ScalarNode(both.operator(), constant(leftNumber ? both.left() : both.right()),
                of(leftNumber ? both.right() : both.left()), leftNumber);
        }
        return pair(both.operator(), of(both.left()), of(both.right()));
    }

    private static FormulaNode pair(char operator, FormulaNode left, FormulaNode right) {
        SignalSeries one = left.x().series();
        SignalSeries other = right.x().series();
        if (one.xType() != other.xType() || !one.xUnit().equals(other.xUnit())) {
            throw new IllegalArgumentException("'" + one.name() + "' is over " + words(one) + ", '" + other.name() + "' over " + words(other));
        }
        if (!left.x().sharesX(right.x())) {
            refusePath(left.x());
            refusePath(right.x());
        }
        return new PairNode(operator, left, right);
    }

    private static void refusePath(NodeX x) {
        if (!x.samples().isSorted()) {
            throw new IllegalArgumentException("x of '" + x.series().name() + "' goes back and forth, so it cannot be taken at that of another");
        }
    }

    private static String words(SignalSeries series) {
        return series.xType() == XType.TIME ? "time" : series.xUnit().isEmpty() ? "numbers" : series.xUnit();
    }

    /** Without a place an integral is 0 and a slope missing, as at a first sample. */
    private static double constant(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Call call) {
            return call.function() == FormulaFunction.INTEGRAL ? 0 : FormulaCalculus.apply(call.function(), constant(call.argument()));
        }
        Formula.Arithmetic both = (Formula.Arithmetic) formula;
        return FormulaCalculus.combine(both.operator(), constant(both.left()), constant(both.right()));
    }
}
