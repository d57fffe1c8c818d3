// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/** Parks for half a millisecond while data moves, and for ten when it has not moved for a second. */
final class PacedIdle implements IdleStrategy {
    private static final long BUSY_PARK_NS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long QUIET_PARK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long QUIET_AFTER_NS = TimeUnit.SECONDS.toNanos(1);

    private final RecordingAgent agent;

    PacedIdle(RecordingAgent agent) {
        this.agent = agent;
    }

    @Override
    public void idle(int workCount) {
        if (workCount == 0) {
            idle();
        }
    }

    @Override
    public void idle() {
        LockSupport.parkNanos(agent.quietNs(System.nanoTime()) < QUIET_AFTER_NS ? BUSY_PARK_NS : QUIET_PARK_NS);
    }

    @Override
    public void reset() {
        // Nothing is remembered between calls.
    }
}
