// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order on SIGINT and SIGTERM: it is told to stop, and the JVM waits for it, {@value #PATIENCE_MS} ms at most, and
 * ends with 130 or 143 as it does by itself.
 */
final class Interruption implements AutoCloseable {
    /** Every command ends within a second of a signal; the rest is for the JVM. */
    static final int PATIENCE_MS = 800;
    /** What a shell adds to the number of the signal that ended a process. */
    private static final int SIGNALLED = 128;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable stop;
    private final Thread hook = new Thread(this::end, "asyncplot-interruption");
    private EndSignals signals;
    private volatile boolean requested;
    private volatile int exitCode = ExitCode.INTERRUPTED;

    private Interruption(Runnable stop) {
        this.stop = stop;
    }

    /**
     * Watches until closed, which must be the last thing the command does.
     *
     * @param stop called on a thread of its own when a signal arrives; must not block
     * @return the watch, for try-with-resources
     */
    static Interruption watch(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /**
     * The same for a command with parts that end themselves when the JVM begins to end, beside one another and whatever is still at work
     * on them, as a window's toolkit does: signals are taken, and the JVM begins to end only after the command. Where signals cannot be
     * taken it is the same as {@link #watch}.
     *
     * @param stop called on a thread of its own when a signal arrives; must not block
     * @return the watch, for try-with-resources
     */
    static Interruption beforeTheJvmEnds(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        interruption.signals = EndSignals.take(interruption::taken);
        if (!interruption.signals.any()) {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        }
        return interruption;
    }

    /**
     * Whether a signal has arrived.
     *
     * @return true from then on
     */
    boolean requested() {
        return requested;
    }

    /**
     * What to end with after a signal.
     *
     * @return 130 for SIGINT, 143 for SIGTERM
     */
    int exitCode() {
        return exitCode;
    }

    @Override
    public void close() {
        closed.countDown();
        if (signals != null && signals.any()) {
            signals.close();
        } else if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                requested = true;
            }
        }
    }

    private void taken(int signal) {
        exitCode = SIGNALLED + signal;
        if (!end()) {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Whether the command has ended in time. */
    private boolean end() {
        requested = true;
        stop.run();
        try {
            return closed.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
