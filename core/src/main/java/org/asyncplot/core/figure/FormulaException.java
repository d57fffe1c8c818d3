// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** A formula that makes no sense. Its message is one line. */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    FormulaException(int column, String problem) {
        super(Excerpt.oneLine(problem));
        this.column = column;
    }

    /**
     * Where in the formula.
     *
     * @return column, from 1
     */
    public int column() {
        return column;
    }
}
