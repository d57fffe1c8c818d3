// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order on SIGINT and SIGTERM: it is told to stop, and the JVM waits for it, {@value #PATIENCE_MS} ms at most. The
 * signals themselves stay with the JVM, which ends with 130 and 143.
 */
final class Interruption implements AutoCloseable {
    /** Every command ends within a second of a signal; the rest is for the JVM. */
    static final int PATIENCE_MS = 800;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable stop;
    private final Thread hook = new Thread(this::end, "asyncplot-interruption");
    private volatile boolean requested;

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
     * Whether a signal has arrived.
     *
     * @return true from then on
     */
    boolean requested() {
        return requested;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                requested = true;
            }
        }
    }

    private void end() {
        requested = true;
        stop.run();
        try {
            closed.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
