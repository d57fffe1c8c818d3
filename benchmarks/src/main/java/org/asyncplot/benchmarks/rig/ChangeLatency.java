// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/**
 * Makes something happen at moments that were fixed beforehand, and measures from the moment it was due until its effect shows. One effect is
 * awaited before the next cause, so no effect can be taken for another's.
 */
final class ChangeLatency {
    private final NanoClock clock;
    private final RandomGenerator random;
    private final long quietNs;
    private final long spreadNs;
    private final long patienceNs;
    private int missed;

    /**
     * A measurement.
     *
     * @param quietNs    how long nothing may change before the next cause
     * @param spreadNs   the cause follows at a random moment within this time, so that it does not march with the display's pulse
     * @param patienceNs after this long an effect counts as missed
     */
    ChangeLatency(NanoClock clock, RandomGenerator random, long quietNs, long spreadNs, long patienceNs) {
        this.clock = clock;
        this.random = random;
        this.quietNs = quietNs;
        this.spreadNs = spreadNs;
        this.patienceNs = patienceNs;
    }

    /** Records one latency, in ns, for each cause whose effect came. */
    Histogram measure(int causes, Runnable cause, BooleanSupplier hasChanged) {
        Histogram histogram = new Histogram(patienceNs * 2, 3);
        for (int i = 0; i < causes; i++) {
            awaitQuiet(hasChanged);
            long dueNs = clock.nowNs() + random.nextLong(spreadNs);
            while (clock.nowNs() < dueNs) {
                Thread.onSpinWait();
            }
            cause.run();
            long seenNs = awaitChange(dueNs, hasChanged);
            if (seenNs < 0) {
                missed++;
            } else {
                histogram.recordValue(seenNs - dueNs);
            }
        }
        return histogram;
    }

    int missed() {
        return missed;
    }

    private void awaitQuiet(BooleanSupplier hasChanged) {
        long beganNs = clock.nowNs();
        long quietSinceNs = beganNs;
        while (clock.nowNs() - quietSinceNs < quietNs) {
            if (hasChanged.getAsBoolean()) {
                quietSinceNs = clock.nowNs();
            }
            if (quietSinceNs - beganNs > patienceNs) {
                throw new IllegalStateException("the picture does not come to rest; something else than the samples moves in it");
            }
        }
    }

    private long awaitChange(long dueNs, BooleanSupplier hasChanged) {
        while (true) {
            if (hasChanged.getAsBoolean()) {
                return clock.nowNs();
            }
            if (clock.nowNs() - dueNs > patienceNs) {
                return -1;
            }
        }
    }
}
