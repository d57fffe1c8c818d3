// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** A formula that makes no sense. Its message is one line, with the column. */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String problem;

    FormulaException(int column, String problem) {
        super(Excerpt.oneLine("column " + column + ": " + problem));
        this.column = column;
        this.problem = problem;
    }

    /** What is wrong, without where. */
    String problem() {
        return problem;
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
