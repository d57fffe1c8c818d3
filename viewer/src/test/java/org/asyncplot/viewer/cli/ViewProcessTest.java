// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.writer.Axis;
import org.asyncplot.writer.Image;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Retention;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The window of the packaged program on an X server of its own. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class ViewProcessTest {
    private static final int DARK_SERIES = Theme.DARK.tokens().series(1);

    @TempDir
    private Path directory;

    @Test
    void shouldShowSamplesAsTheyComeAndEndOnCtrlC() throws Exception {
        try (XvfbScreen screen = XvfbScreen.start(directory); Plot plot = plot("live")) {
            Signal signal = plot.signal("level", "V");
            sine(signal, 0, 500);
            Process view = view(screen, "view", "live", "--size", "1000x600");
            BufferedImage first = screen.await("view-dark", picture -> XvfbScreen.count(picture, DARK_SERIES) > 200);

            sine(signal, 500, 50_000);
            screen.await("view-dark-more", picture -> XvfbScreen.count(picture, DARK_SERIES) > 4 * XvfbScreen.count(first, DARK_SERIES));

            endsWithin(view, "INT", ExitCode.INTERRUPTED);
        }
    }

    @Test
    void shouldTellTheComputationThatItIsWatchedUntilItIsClosedOrKilled() throws Exception {
        try (XvfbScreen screen = XvfbScreen.start(directory); Plot plot = plot("watched")) {
            Image image = plot.image("i", "", 2, 2, ElementType.UINT8, Axis.INDEX, Axis.INDEX, Retention.latest(2));
            assertThat(image.wanted()).isFalse();

            Process closed = view(screen, "view", "watched");
            await("a viewer is known", image::wanted);
            endsWithin(closed, "TERM", 143);
            await("it is known to be gone", () -> !image.wanted());

            Process killed = view(screen, "view", "watched");
            await("another viewer is known", image::wanted);
            killed.destroyForcibly();
            await("it is known to be gone", () -> !image.wanted());
        }
    }

    @Test
    void shouldShowOneRunOverAnotherAndStayWhenOneIsRemoved() throws Exception {
        try (XvfbScreen screen = XvfbScreen.start(directory)) {
            for (String name : List.of("one", "two")) {
                try (Plot plot = plot(name)) {
                    sine(plot.signal("level", "V"), 0, 500);
                }
            }
            Process view = view(screen, "view", "one", "two", "--theme", "light", "--fast");
            screen.await("view-two", picture -> XvfbScreen.count(picture, Theme.LIGHT.tokens().series(2)) > 200);
            remove("two");
            screen.await("view-two-removed", picture -> XvfbScreen.count(picture, Theme.LIGHT.tokens().limit()) > 10);
            endsWithin(view, "TERM", 143);
        }
    }

    @Test
    void shouldOpenAWindowWhenTheHomeCannotBeWritten() throws Exception {
        try (XvfbScreen screen = XvfbScreen.start(directory); Plot plot = plot("homeless")) {
            sine(plot.signal("level", "V"), 0, 500);
            Process view = view(screen, List.of("-Duser.home=/proc/nobody"), "view", "homeless");
            screen.await("view-homeless", picture -> XvfbScreen.count(picture, DARK_SERIES) > 200);
            endsWithin(view, "INT", ExitCode.INTERRUPTED);
        }
    }

    @Test
    void shouldWaitForARunWhenNoneRuns() throws Exception {
        try (XvfbScreen screen = XvfbScreen.start(directory)) {
            Process view = view(screen, "view");
            awaitText("err.txt", "waiting for one");
            try (Plot plot = plot("late")) {
                sine(plot.signal("level", "V"), 0, 500);
                screen.await("view-late", picture -> XvfbScreen.count(picture, DARK_SERIES) > 200);
                endsWithin(view, "INT", ExitCode.INTERRUPTED);
            }
        }
    }

    @Test
    void shouldOpenTheWindowOfTheDemoBesideItAndEndBothOnCtrlC() throws Exception {
        try (XvfbScreen screen = XvfbScreen.start(directory)) {
            Process demo = view(screen, "demo", "--seconds", "100");
            screen.await("demo", picture -> XvfbScreen.count(picture, DARK_SERIES) > 1_000);
            assertThat(demo.descendants()).hasSize(1);
            ProcessHandle viewer = demo.descendants().findFirst().orElseThrow();

            endsWithin(demo, "INT", ExitCode.INTERRUPTED);
            viewer.onExit().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void shouldGoOnComputingWhenTheWindowOfTheDemoIsClosed() throws Exception {
        try (XvfbScreen screen = XvfbScreen.start(directory)) {
            Process demo = view(screen, "demo", "--seconds", "12");
            screen.await("demo-closing", picture -> XvfbScreen.count(picture, DARK_SERIES) > 1_000);
            demo.descendants().forEach(ProcessHandle::destroy);
            awaitText("out.txt", "the window is closed, the computation goes on: ");
            assertThat(demo.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isZero();
            assertThat(Files.readString(directory.resolve("out.txt"))).contains("reopen ");
        }
    }

    @Test
    void shouldEndWithOneLineWhenThereIsNoDisplay() throws Exception {
        ProcessRun view = ProcessRun.of(directory, Map.of(), command(List.of(), "view"));
        assertThat(view.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(view.err()).hasLineCount(1).startsWith("asyncplot: there is no display").contains("asyncplot snapshot");
    }

    @Test
    void shouldEndWithOneLineWhenTheDisplayDoesNotAnswer() throws Exception {
        try (Plot plot = plot("unseen")) {
            sine(plot.signal("level", "V"), 0, 10);
            ProcessRun view = ProcessRun.of(directory, Map.of("DISPLAY", ":4711"), command(List.of(), "view", "unseen"));
            assertThat(view.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(view.err()).hasLineCount(1).startsWith("asyncplot: no window can be opened").contains(":4711", "asyncplot snapshot");
            assertThat(view.out()).isEmpty();
        }
    }

    @Test
    void shouldEndWithNothingToShowWhenThereIsNoSuchRun() throws Exception {
        ProcessRun view = ProcessRun.of(directory, Map.of("DISPLAY", ":4711"), command(List.of(), "view", "nothing"));
        assertThat(view.exitCode()).isEqualTo(ExitCode.NOTHING);
        assertThat(view.err()).hasLineCount(1);
    }

    private Plot plot(String name) {
        return Plot.open(new PlotContext().name(name).runsDirectory(directory.resolve("runs")));
    }

    private static void sine(Signal signal, int from, int to) {
        for (int i = from; i < to; i++) {
            signal.add(i * 1e-2, Math.sin(i * 0.05));
        }
    }

    private void remove(String name) throws IOException {
        try (Stream<Path> runs = Files.list(directory.resolve("runs"))) {
            Path run = runs.filter(path -> path.getFileName().toString().startsWith(name)).findFirst().orElseThrow();
            try (Stream<Path> files = Files.list(run)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(run);
        }
    }

    private Process view(XvfbScreen screen, String... arguments) throws IOException {
        return view(screen, List.of(), arguments);
    }

    /** A shell that starts a process in the background has it ignore SIGINT, and that is inherited. */
    private Process view(XvfbScreen screen, List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command(jvmOptions, arguments));
        // Where viewers say that they are there depends on this, and the computation is in this process.
        String cache = Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), "");
        return ProcessRun.builder(directory, Map.of("DISPLAY", screen.display(), "XDG_CACHE_HOME", cache), command)
                .redirectOutput(directory.resolve("out.txt").toFile()).redirectError(directory.resolve("err.txt").toFile()).start();
    }

    private List<String> command(List<String> jvmOptions, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ProcessRun.JAVA.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", ProcessRun.JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--runs", directory.resolve("runs").toString()));
        return command;
    }

    private void endsWithin(Process process, String signal, int exitCode) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor()).isZero();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
        assertThat(Files.readAllLines(directory.resolve("err.txt"))).allMatch(line -> line.startsWith("asyncplot: "));
        assertThat(Files.readString(directory.resolve("out.txt"))).doesNotContain("PULSE", "Exception");
    }

    private void awaitText(String file, String text) {
        await("'" + text + "' is said", () -> {
            try {
                return Files.readString(directory.resolve(file)).contains(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until %s", what).isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }
}
