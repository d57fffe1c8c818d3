// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged jar shows of a run's past. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class ReplayProcessTest {
    private static final long LENGTH_NS = TimeUnit.SECONDS.toNanos(3);

    private static final long STEP_NS = TimeUnit.MICROSECONDS.toNanos(50);

    @TempDir
    private Path directory;

    @BeforeEach
    void record() {
        try (Plot plot = Plot.open(new PlotContext().name("past").runsDirectory(directory.resolve("runs")))) {
            plot.xAxis("t", "s");
            Signal signal = plot.signal("level", "V");
            long startNs = System.nanoTime();
            for (long dueNs = 0; dueNs < LENGTH_NS; dueNs += STEP_NS) {
                while (System.nanoTime() - startNs < dueNs) {
                    Thread.onSpinWait();
                }
                signal.add(dueNs * 1e-9, Math.sin(dueNs * 2e-8));
            }
        }
    }

    @Test
    void shouldPlayARunFromItsStartAndEndOnCtrlC() throws Exception {
        int series = Theme.LIGHT.tokens().series(1);
        try (XvfbScreen screen = XvfbScreen.start(directory)) {
            Process replay = start(screen, "replay", "past", "--theme", "light", "--speed", "0.5", "--size", "1000x600");
            BufferedImage early = screen.await("replay-begun", picture -> XvfbScreen.count(picture, series) > 100);
            screen.await("replay-later", picture -> different(picture, early) > 1_000);
            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(replay.pid())).start().waitFor()).isZero();
            assertThat(replay.waitFor(5, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(replay.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(Files.readString(directory.resolve("err.txt"))).isEmpty();
        }
    }

    private static long different(BufferedImage one, BufferedImage other) {
        int[] before = other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth());
        int[] now = one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
        return IntStream.range(0, now.length).filter(i -> now[i] != before[i]).count();
    }

    @Test
    void shouldDrawTheMomentThatIsAskedForAndKeepToStartAndEnd() throws Exception {
        List<byte[]> pictures = new ArrayList<>();
        for (String at : List.of("0.5", "2", "-500ms", "99", "-100")) {
            pictures.add(snapshot("--at", at));
        }
        byte[] whole = snapshot();
        assertThat(pictures).doesNotHaveDuplicates();
        assertThat(pictures.get(3)).as("past the end").isEqualTo(whole);
        assertThat(pictures.get(4)).as("before the start there is nothing").isEqualTo(snapshot("--at", "0"));
    }

    private byte[] snapshot(String... options) throws Exception {
        Path picture = directory.resolve("picture.png");
        List<String> arguments = new ArrayList<>(List.of("snapshot", "past", "-o", picture.toString()));
        arguments.addAll(Arrays.asList(options));
        ProcessRun run = ProcessRun.of(directory, Map.of(), command(arguments.toArray(String[]::new)));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return Files.readAllBytes(picture);
    }

    /** A shell that starts a process in the background has it ignore SIGINT, and that is inherited. */
    private Process start(XvfbScreen screen, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command(arguments));
        return ProcessRun.builder(directory, Map.of("DISPLAY", screen.display()), command)
                .redirectOutput(directory.resolve("out.txt").toFile()).redirectError(directory.resolve("err.txt").toFile()).start();
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ProcessRun.JAVA.toString(), "-jar", ProcessRun.JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--runs", directory.resolve("runs").toString()));
        return command;
    }
}
