// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A plot that is opened from jshell, or from a notebook that is built on it. There Ctrl-C stops the computing thread at whatever instruction
 * it is: were that thread in the middle of an append, the run would be damaged or the lock stay held. So it leaves all appending to the
 * agent, and waits.
 */
final class Shell {
    private static final String EXECUTION = "jdk.jshell.execution.";
    private static final long SPIN_NS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(1);

    private Shell() {
    }

    /** Whether a shell runs the calling code. */
    static boolean isCaller() {
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(EXECUTION)));
    }

    /** What the agent supplies next; null if that takes too long, or will not come. Spins, then yields, never parks. */
    static <T> T await(Supplier<T> ready, BooleanSupplier refusing) {
        long beganNs = System.nanoTime();
        long waitedNs = 0;
        while (waitedNs < PATIENCE_NS && !refusing.getAsBoolean()) {
            T next = ready.get();
            if (next != null) {
                return next;
            }
            if (waitedNs < SPIN_NS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
            waitedNs = System.nanoTime() - beganNs;
        }
        return null;
    }
}
