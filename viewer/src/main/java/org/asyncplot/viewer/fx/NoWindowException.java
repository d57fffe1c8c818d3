// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

/** No window can be opened here. The message is one line that says why and what to do. */
public final class NoWindowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoWindowException(String message, Throwable cause) {
        super(message, cause);
    }
}
