// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/** A derived signal would take longer than a picture may. Its message is one line and says what to do. */
public final class TooManySamplesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySamplesException(String message) {
        super(message, null, false, false);
    }
}
