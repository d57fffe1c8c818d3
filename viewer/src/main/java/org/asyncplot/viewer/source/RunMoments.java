// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.time.Duration;
import java.time.Instant;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.run.Run;

/** Moments of a run: ns since its start, as its clock counts them, and what people call them. */
public final class RunMoments {
    private static final double SECOND_NS = 1e9;

    private RunMoments() {
    }

    /**
     * How long a run is: to its last note or its last sign of life, whichever is later.
     *
     * @param run open
     * @return ns, at least 0
     */
    public static long lengthNs(Run run) {
        return Math.max(run.clock().lastNs(), Math.max(0, Duration.between(run.startedAt(), run.heartbeatAt()).toNanos()));
    }

    /**
     * Finds a moment of a run.
     *
     * @param run open
     * @param at  seconds since its start, a time, or a length before its end; kept between start and end
     * @return ns since the start
     */
    public static long find(Run run, XPosition at) {
        long lengthNs = lengthNs(run);
        double ns = 0;
        if (at instanceof XPosition.Value seconds) {
            ns = seconds.x() * SECOND_NS;
        } else if (at instanceof XPosition.BeforeEnd before) {
            ns = lengthNs - before.seconds() * SECOND_NS;
        } else if (at instanceof XPosition.Moment moment) {
            ns = Math.subtractExact(moment.epochNs(), epochNs(run, 0));
        }
        return (long) Math.max(0, Math.min(ns, lengthNs));
    }

    /** What the clock of the host showed at a moment, unless somebody has set it meanwhile. */
    static long epochNs(Run run, long momentNs) {
        Instant startedAt = run.startedAt();
        return startedAt.getEpochSecond() * (long) SECOND_NS + startedAt.getNano() + momentNs;
    }
}
