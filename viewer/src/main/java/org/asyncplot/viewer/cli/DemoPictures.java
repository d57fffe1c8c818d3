// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has another JVM take pictures of a run, dark and light, while this one goes on. */
final class DemoPictures implements AutoCloseable {
    private static final List<String> THEMES = List.of("dark", "light");

    private final ExecutorService photographer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "asyncplot-demo-pictures");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<Path>> pictures = new CopyOnWriteArrayList<>();
    private final Path run;
    private final Path directory;
    private int moments;
    private volatile Process process;

    /**
     * Takes none yet.
     *
     * @param run       directory of the run
     * @param directory where pictures go
     */
    DemoPictures(Path run, Path directory) {
        this.run = run;
        this.directory = directory;
    }

    /** Begins to take pictures of this moment; does not wait for them. */
    void take() {
        moments++;
        for (String theme : THEMES) {
            Path file = directory.resolve("demo-" + moments + "-" + theme + ".png");
            pictures.add(photographer.submit(() -> take(file, theme)));
        }
    }

    private Path take(Path file, String theme) throws IOException, InterruptedException {
        List<String> command = OwnProgram.command(OwnProgram.SHORT, List.of("snapshot", run.toString(), "-o", file.toString(), "--theme", theme));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exitCode = process.waitFor();
        if (exitCode != ExitCode.DONE) {
            throw new CommandException(ExitCode.FAILED, "the picture " + file + " was not taken: " + said.replaceFirst("^asyncplot: ", ""));
        }
        return file;
    }

    /**
     * Waits for the pictures.
     *
     * @return their files, oldest first
     * @throws CancellationException if closed meanwhile
     * @throws InterruptedException  if interrupted
     */
    List<Path> files() throws InterruptedException {
        List<Path> files = new ArrayList<>();
        for (Future<Path> picture : pictures) {
            try {
                files.add(picture.get());
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof CommandException told) {
                    throw told;
                }
                throw new CommandException(ExitCode.FAILED, "no picture was taken: " + Failure.reason(failed), failed);
            }
        }
        return files;
    }

    /** Gives up the pictures that are not taken yet. Any thread. */
    @Override
    public void close() {
        photographer.shutdown();
        pictures.forEach(picture -> picture.cancel(true));
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }
}
