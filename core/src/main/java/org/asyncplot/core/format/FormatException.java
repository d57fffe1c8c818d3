// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

/** Bytes that are not what the format says. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param message one line
     */
    public FormatException(String message) {
        super(message);
    }
}
