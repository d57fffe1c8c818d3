// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.Optional;

/** Why a run is marked as ended: by its writer, or in a copy by who copied it. */
public enum EndReason {
    /** The plot was closed. */
    CLOSED(1, "closed"),
    /** The JVM ended without closing it. */
    EXIT(2, "exit"),
    /** The process was asked to end. */
    SIGNAL(3, "signal"),
    /** An exception ended the main thread. */
    UNCAUGHT(4, "uncaught"),
    /** There was no room to record anything more. */
    DISK_FULL(5, "disk-full"),
    /** It is a copy of a run that went on. */
    COPIED(6, "copied");

    private final int code;
    private final String text;

    EndReason(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /**
     * The code in the run's header.
     *
     * @return 1 or more
     */
    public int code() {
        return code;
    }

    /**
     * The reason in words, as commands print it.
     *
     * @return one word
     */
    public String text() {
        return text;
    }

    /**
     * The reason of a code.
     *
     * @param code from a header
     * @return the reason, absent for 0 and for codes of later versions
     */
    public static Optional<EndReason> of(int code) {
        for (EndReason reason : values()) {
            if (reason.code == code) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
