// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what may never end on a thread that is left behind then. */
final class Patience {
    private Patience() {
    }

    /**
     * Calls a task on a daemon thread and waits for it.
     *
     * @param task     owns all that it opens, since after the time nobody closes it
     * @param seconds  to wait
     * @param complaint one line for the user when the time is over
     * @param <T>      what it returns
     * @return the same
     * @throws Exception what it threw, or a {@link CommandException} when the time is over
     */
    static <T> T call(Callable<T> task, double seconds, String complaint) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "asyncplot-user-class");
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
        } catch (TimeoutException endless) {
            throw new CommandException(ExitCode.FAILED, complaint, endless);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception exception) {
                throw exception;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }
}
