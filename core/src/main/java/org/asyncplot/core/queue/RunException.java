// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

/** Why a run cannot be opened, read or written. The message is one line that says what, where and what to do. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong, for those who act on it. */
    public enum Kind {
        /** There is no such directory. */
        MISSING,
        /** The directory holds no run, or none yet. */
        NOT_A_RUN,
        /** Written by a newer version of the format. */
        NEWER,
        /** Files are damaged or were cut short. */
        DAMAGED,
        /** The operating system or the JVM says no: permissions, closed packages, no space. */
        REFUSED
    }

    /**
     * An error without a cause worth telling.
     *
     * @param kind    what went wrong
     * @param message one line
     */
    public RunException(Kind kind, String message) {
        this(kind, message, null);
    }

    /**
     * An error with its cause.
     *
     * @param kind    what went wrong
     * @param message one line
     * @param cause   what was thrown, may be null
     */
    public RunException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
