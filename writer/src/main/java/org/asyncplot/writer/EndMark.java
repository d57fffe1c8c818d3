// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.lang.Thread.UncaughtExceptionHandler;
import org.asyncplot.core.run.EndReason;

/**
 * Marks the end of a run that its program did not close. It looks on and changes nothing: exceptions go on to whoever would have got them,
 * signals are not handled here.
 */
final class EndMark {
    private final Recording recording;
    private final Thread hook = new Thread(this::mark, "asyncplot-exit");
    private final Thread opener;
    private final UncaughtExceptionHandler before;
    private final UncaughtExceptionHandler watching;
    private volatile boolean uncaught;

    private EndMark(Recording recording) {
        this.recording = recording;
        this.opener = Thread.currentThread();
        // Without a handler of its own a thread answers with its group, which knows the default handler.
        this.before = opener.getUncaughtExceptionHandler();
        this.watching = (thread, failure) -> {
            uncaught = true;
            before.uncaughtException(thread, failure);
        };
    }

    /** Watches over the thread that opens the plot, and the end of the JVM. */
    static EndMark watch(Recording recording) {
        EndMark mark = new EndMark(recording);
        try {
            Runtime.getRuntime().addShutdownHook(mark.hook);
            mark.opener.setUncaughtExceptionHandler(mark.watching);
        } catch (IllegalStateException goingDown) {
            // Opened while the JVM ends; closing still marks the end of the run.
            return mark;
        }
        return mark;
    }

    private void mark() {
        recording.markEnd(uncaught ? EndReason.UNCAUGHT : signalled() ? EndReason.SIGNAL : EndReason.EXIT);
    }

    /** The JVM handles each signal on a thread that is named after it, and that waits for the hooks. */
    private static boolean signalled() {
        return Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().startsWith("SIG") && thread.getName().endsWith(" handler"));
    }

    /** The run is closed: there is nothing left to mark. */
    void cancel() {
        if (opener.getUncaughtExceptionHandler() == watching) {
            opener.setUncaughtExceptionHandler(before);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook runs already; it finds the run closed.
            return;
        }
    }
}
