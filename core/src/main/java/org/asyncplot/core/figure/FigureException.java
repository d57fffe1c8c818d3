// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** A figure that cannot be read. Its message is one line: file, line, column (both from 1) and what to mend. */
public final class FigureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FigureException(String sourceName, int line, int column, String problem) {
        super(message(sourceName, line, column, problem));
    }

    FigureException(String sourceName, int line, int column, String problem, Throwable cause) {
        super(message(sourceName, line, column, problem), cause);
    }

    private static String message(String sourceName, int line, int column, String problem) {
        return Excerpt.oneLine(sourceName + ":" + line + ":" + column + ": " + problem);
    }
}
