// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** The table cannot be read, or not further; the message is one line that says why and what to do. What was recorded before stays. */
public final class IngestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IngestException(String message) {
        super(message);
    }

    IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
