// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Does something at moments that were fixed beforehand. What comes too late because of what went before is done at once, and counts from the
 * moment it was due.
 */
final class OpenLoop {
    private static final long LONGEST_NS = 60_000_000_000L;
    /** Of the time that the steps should have taken. */
    private static final double TOLERANCE = 1.01;

    private final NanoClock clock;
    private final double perSecond;
    private boolean parking;

    /** What is done at each moment. */
    @FunctionalInterface
    interface Step {
        /** Does it. */
        void run();
    }

    /**
     * What came out.
     *
     * @param durations ns from the beginning of each step to its end, two looks at the clock included
     * @param sinceDue  ns from the moment each step was due to its end
     * @param asked     steps a second that were asked for
     * @param elapsedNs in which all were done
     */
    record Result(Histogram durations, Histogram sinceDue, double asked, long elapsedNs) {
        double perSecond() {
            return durations.getTotalCount() * 1e9 / elapsedNs;
        }

        /** Whether the steps were done at the rate that was asked for; without that the figures mean little. */
        boolean keptUp() {
            return perSecond() * TOLERANCE >= asked;
        }
    }

    OpenLoop(NanoClock clock, double perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
    }

    /** Leaves its core to others until the next step is due, where there are more threads than cores. */
    OpenLoop parking() {
        parking = true;
        return this;
    }

    Result run(long steps, Step step) {
        Histogram durations = new Histogram(LONGEST_NS, 3);
        Histogram sinceDue = new Histogram(LONGEST_NS, 3);
        double intervalNs = 1e9 / perSecond;
        long startNs = clock.nowNs();
        long endNs = startNs;
        for (long i = 0; i < steps; i++) {
            long dueNs = startNs + (long) (i * intervalNs);
            long beganNs = clock.nowNs();
            while (beganNs < dueNs) {
                if (parking) {
                    LockSupport.parkNanos(dueNs - beganNs);
                } else {
                    Thread.onSpinWait();
                }
                beganNs = clock.nowNs();
            }
            step.run();
            endNs = clock.nowNs();
            durations.recordValue(Math.min(LONGEST_NS, endNs - beganNs));
            sinceDue.recordValue(Math.min(LONGEST_NS, endNs - dueNs));
        }
        // The last step has its interval too.
        return new Result(durations, sinceDue, perSecond, Math.max(endNs - startNs, (long) (steps * intervalNs)));
    }
}
