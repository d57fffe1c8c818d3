// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A window on a run in a process of its own, which outlives this one unless it is closed from here. */
final class ViewerProcess implements AutoCloseable {
    /** Puts a process into a session of its own, where Ctrl-C in this terminal does not reach it. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Process process;

    private ViewerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a viewer; does not wait for its window.
     *
     * @param run   its directory
     * @param ended is told the viewer's exit code, on a thread of its own
     * @return the process
     * @throws CommandException if it cannot be started
     */
    static ViewerProcess start(Path run, IntConsumer ended) {
        List<String> command = new ArrayList<>(Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of());
        command.addAll(OwnProgram.command(OwnProgram.WINDOW, List.of("view", run.toAbsolutePath().toString())));
        try {
            Process started = new ProcessBuilder(command).redirectInput(Redirect.from(nothing())).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT).start();
            started.onExit().thenAccept(over -> ended.accept(over.exitValue()));
            return new ViewerProcess(started);
        } catch (IOException refused) {
            throw new CommandException(ExitCode.FAILED, "no viewer can be started: " + Failure.reason(refused), refused);
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    boolean isOpen() {
        return process.isAlive();
    }

    /** Waits until the user has closed the window. */
    void await() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the viewer. Any thread. */
    @Override
    public void close() {
        process.destroy();
    }
}
