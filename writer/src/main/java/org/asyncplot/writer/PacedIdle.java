// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * Parks for half a millisecond after there was work, and for longer when there is none: waking up is most of what the agent costs. Where
 * computing threads may not help themselves it stays at half a millisecond, since what a burst needs beyond the blocks that lie ready is lost.
 */
final class PacedIdle implements IdleStrategy {
    private static final long LEAST_PARK_NS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long BUSY_PARK_NS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long QUIET_PARK_NS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long DROPPING_QUIET_PARK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long QUIET_AFTER_NS = TimeUnit.SECONDS.toNanos(1);

    private final RecordingAgent agent;
    private final boolean helping;
    private long parkNs = LEAST_PARK_NS;

    PacedIdle(RecordingAgent agent, boolean helping) {
        this.agent = agent;
        this.helping = helping;
    }

    @Override
    public void idle(int workCount) {
        if (workCount == 0) {
            idle();
        } else {
            reset();
        }
    }

    @Override
    public void idle() {
        LockSupport.parkNanos(nextParkNs(agent.quietNs(System.nanoTime())));
    }

    long nextParkNs(long quietNs) {
        if (quietNs >= QUIET_AFTER_NS) {
            return helping ? QUIET_PARK_NS : DROPPING_QUIET_PARK_NS;
        }
        long next = parkNs;
        parkNs = helping ? Math.min(BUSY_PARK_NS, parkNs * 2) : LEAST_PARK_NS;
        return next;
    }

    @Override
    public void reset() {
        parkNs = LEAST_PARK_NS;
    }
}
