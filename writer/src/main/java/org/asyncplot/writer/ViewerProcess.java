// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.asyncplot.core.queue.RunException;

/** A window on a run in a process of its own, which outlives this one unless it is closed from here. Any thread. */
public final class ViewerProcess implements AutoCloseable {
    private final Process process;
    private final ViewerLog log;

    private ViewerProcess(Process process, ViewerLog log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a viewer; does not wait for its window.
     *
     * @param command what to start
     * @param run     its directory
     * @param more    arguments after the run
     * @return the process
     * @throws RunException if it cannot be started
     */
    public static ViewerProcess start(ViewerCommand command, Path run, List<String> more) {
        ViewerLog log = ViewerLog.of(run);
        ProcessBuilder builder = new ProcessBuilder(command.on(run, more, System.getenv().getOrDefault("PATH", "/usr/bin:/bin")));
        builder.redirectInput(Redirect.from(ViewerLog.nothing())).redirectErrorStream(true).redirectOutput(log.redirect());
        try {
            return new ViewerProcess(builder.start(), log);
        } catch (IOException refused) {
            Throwable reason = refused.getCause() == null ? refused : refused.getCause();
            throw new RunException(RunException.Kind.REFUSED, "no viewer can be started by " + command.words().get(0) + " ("
                + String.valueOf(reason.getMessage()).replaceFirst("^error=\\d+, ", "") + ")", refused);
        }
    }

    /**
     * Tells when the viewer has ended.
     *
     * @param told is given its exit code, on a thread of its own
     */
    public void onEnd(IntConsumer told) {
        process.onExit().thenAccept(over -> told.accept(over.exitValue()));
    }

    /**
     * Whether the viewer runs.
     *
     * @return true until its window is closed
     */
    public boolean isOpen() {
        return process.isAlive();
    }

    /**
     * What it said last.
     *
     * @return one line; absent if it said nothing
     */
    public Optional<String> lastLine() {
        return log.lastLine();
    }

    /**
     * Its number.
     *
     * @return the pid
     */
    public long pid() {
        return process.pid();
    }

    /** Where it writes what it says. */
    String log() {
        return log.toString();
    }

    /**
     * Waits until the user has closed the window.
     *
     * @throws InterruptedException if somebody wants this thread to do something else
     */
    public void await() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the viewer. */
    @Override
    public void close() {
        process.destroy();
    }
}
