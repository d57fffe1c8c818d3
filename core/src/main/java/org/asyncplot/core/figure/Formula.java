// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.LinkedHashSet;
import java.util.Set;

/** How a derived signal is made of others. Immutable. */
public sealed interface Formula {
    /**
     * The same everywhere.
     *
     * @param value the number
     */
    record Constant(double value) implements Formula {
    }

    /**
     * A signal of the run, or another derived one.
     *
     * @param name   as figures call it
     * @param column where it stands in the formula, from 1
     */
    record Reference(String name, int column) implements Formula {
    }

    /**
     * Two combined, sample by sample.
     *
     * @param operator one of + - * / ^
     * @param left     one
     * @param right    the other
     */
    record Arithmetic(char operator, Formula left, Formula right) implements Formula {
    }

    /**
     * A function of one.
     *
     * @param function what it does
     * @param argument to what
     * @param samples  how many at once, at least 1; 1 for functions that are not moving
     */
    record Call(FormulaFunction function, Formula argument, int samples) implements Formula {
    }

    /**
     * Reads a formula: numbers, signals in backticks, + - * / ^, parentheses, and the functions of {@link FormulaFunction}, moving ones with
     * the number of samples behind a comma.
     *
     * @param text what was written
     * @return the formula
     * @throws FormulaException with one clear line and the column if it is none
     */
    static Formula parse(String text) {
        return new FormulaParser(text).parse();
    }

    /**
     * The signals it needs.
     *
     * @return in the order in which they are written
     */
    default Set<Reference> references() {
        Set<Reference> found = new LinkedHashSet<>();
        collect(this, found);
        return found;
    }

    /**
     * How many operators and functions lie within each other, at most.
     *
     * @return at least 1
     */
    default int depth() {
        if (this instanceof Arithmetic both) {
            return 1 + Math.max(both.left().depth(), both.right().depth());
        }
        return this instanceof Call call ? 1 + call.argument().depth() : 1;
    }

    private static void collect(Formula formula, Set<Reference> found) {
        if (formula instanceof Reference reference) {
            found.add(reference);
        } else if (formula instanceof Arithmetic both) {
            collect(both.left(), found);
            collect(both.right(), found);
        } else if (formula instanceof Call call) {
            collect(call.argument(), found);
        }
    }
}
