// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** Derived signals that make no sense. Its message is one line. */
public final class DerivedSignalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String signal;

    /** A null cause is none. */
    DerivedSignalException(String signal, String problem, Throwable cause) {
        super(Excerpt.oneLine(problem), cause);
        this.signal = signal;
    }

    /**
     * Which one has to be mended.
     *
     * @return its name; one of them, if they go round in a circle
     */
    public String signal() {
        return signal;
    }
}
