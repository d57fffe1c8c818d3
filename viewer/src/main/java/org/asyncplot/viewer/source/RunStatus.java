// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.time.Instant;

/**
 * How a watched run is.
 *
 * @param phase     what it does
 * @param since     when it began to be so: its last heartbeat where it stalled, ended or died, else its start
 * @param startedAt when the run began
 * @param pid       of the process that writes it
 * @param local     whether that process runs, or ran, on this host
 * @param detail    the reason of the end, or what is wrong; possibly empty
 */
public record RunStatus(Phase phase, Instant since, Instant startedAt, long pid, boolean local, String detail) {
    /** What a run does. */
    public enum Phase {
        /** It grows, or could. */
        RUNNING,
        /** Its process lives, its heart does not beat. */
        STALLED,
        /** Its writer marked the end. */
        FINISHED,
        /** Its process is gone without a mark. */
        DIED,
        /** Its files cannot be read any more. */
        DAMAGED,
        /** Its directory is gone; what was mapped is still shown. */
        DELETED
    }

    /**
     * The same run in another phase, from now on.
     *
     * @param other what it does now
     * @param now   the moment
     * @param why   one line
     * @return the status
     */
    RunStatus turned(Phase other, Instant now, String why) {
        return new RunStatus(other, now, startedAt, pid, local, why);
    }

    /**
     * Whether more may come.
     *
     * @return true unless the run has ended or cannot be read
     */
    public boolean mayGrow() {
        return phase == Phase.RUNNING || phase == Phase.STALLED;
    }
}
