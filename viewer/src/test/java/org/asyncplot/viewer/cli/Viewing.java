// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;

/** A directory of runs, a screen, and windows of the packaged program on it. */
final class Viewing implements AutoCloseable {
    /** How much of a window lies below the picture. */
    static final int PLAY_BAR_PX = 62;

    private final Path directory;
    private final XvfbScreen screen;
    private final List<Process> started = new ArrayList<>();

    Viewing(Path directory) throws IOException {
        this.directory = directory;
        screen = XvfbScreen.start(directory);
    }

    XvfbScreen screen() {
        return screen;
    }

    Plot plot(String name) {
        return Plot.open(new PlotContext().name(name).runsDirectory(directory.resolve("runs")));
    }

    Path run(String name) throws IOException {
        try (var runs = Files.list(directory.resolve("runs"))) {
            return runs.filter(run -> run.getFileName().toString().startsWith(name + "-")).findFirst().orElseThrow();
        }
    }

    Process start(List<String> jvmOptions, String... arguments) throws IOException {
        // A shell that starts a process in the background has it ignore SIGINT, and that is inherited.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command(jvmOptions, arguments));
        // OpenGL tells of a cache that it cannot write.
        Process process = ProcessRun.builder(directory, Map.of("DISPLAY", screen.display(), "XDG_CACHE_HOME",
            directory.resolve("cache").toString()), command)
            .redirectOutput(directory.resolve("out.txt").toFile()).redirectError(directory.resolve("err.txt").toFile()).start();
        started.add(process);
        return process;
    }

    /** Runs a command to its end, without the display. */
    ProcessRun run(String... arguments) throws IOException, InterruptedException {
        return ProcessRun.of(directory, Map.of(), command(List.of(), arguments));
    }

    private List<String> command(List<String> jvmOptions, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ProcessRun.JAVA.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", ProcessRun.JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--runs", directory.resolve("runs").toString()));
        return command;
    }

    /** What the command draws. */
    BufferedImage snapshot(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("snapshot", "-o", "snapshot.png"));
        command.addAll(List.of(arguments));
        ProcessRun drawn = run(command.toArray(String[]::new));
        assertThat(drawn.err()).isEmpty();
        return ImageIO.read(directory.resolve("snapshot.png").toFile());
    }

    /** Waits until the window is as it should be; returns it. */
    BufferedImage await(String name, Predicate<BufferedImage> window) throws IOException {
        return XvfbScreen.window(screen.await(name, picture -> window.test(XvfbScreen.window(picture))));
    }

    /** Waits until the window shows a picture, between its bars, of which it has the size. */
    void awaitPicture(String name, BufferedImage expected, int scale) throws IOException {
        await(name, window -> isSame(window, expected, scale));
    }

    private static boolean isSame(BufferedImage window, BufferedImage expected, int scale) {
        int top = 34 * scale;
        int width = expected.getWidth();
        int height = expected.getHeight() - top;
        return window.getWidth() == width && window.getHeight() == expected.getHeight() + PLAY_BAR_PX * scale
            && Arrays.equals(rgb(window, top, width, height), rgb(expected, top, width, height));
    }

    private static int[] rgb(BufferedImage picture, int top, int width, int height) {
        int[] pixels = picture.getRGB(0, top, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }

    /** Ends a window by a signal, in order. */
    void end(Process process, String signal, int exitCode) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor()).isZero();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
        assertThat(Files.readString(directory.resolve("err.txt"))).isEmpty();
        assertThat(Files.readString(directory.resolve("out.txt"))).isEmpty();
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
        screen.close();
    }
}
