// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.concurrent.locks.LockSupport;

/** Keeps a loop at a rate without burning its core; a loop that falls behind goes on from there instead of hurrying. One thread. */
final class Pace {
    /** Shorter waits are saved up: waking costs 50 us and more. */
    private static final long SHORTEST_WAIT_NS = 1_000_000;
    private static final long LARGEST_LAG_NS = 50_000_000;

    private final long periodNs;
    private long dueNs;

    /**
     * Starts now.
     *
     * @param rate rounds a second
     */
    Pace(double rate) {
        this(rate, System.nanoTime());
    }

    Pace(double rate, long nowNs) {
        periodNs = Math.round(1e9 / rate);
        dueNs = nowNs;
    }

    /** Waits until the next round is due. */
    void await() {
        long waitNs = waitNs(System.nanoTime());
        if (waitNs > 0) {
            LockSupport.parkNanos(waitNs);
        }
    }

    /** Counts one round; how long to wait before it, 0 if that is too short to be worth it. */
    long waitNs(long nowNs) {
        dueNs += periodNs;
        if (nowNs - dueNs > LARGEST_LAG_NS) {
            dueNs = nowNs;
        }
        return dueNs - nowNs >= SHORTEST_WAIT_NS ? dueNs - nowNs : 0;
    }
}
