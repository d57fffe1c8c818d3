// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class PipeProcessTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private Path runs;
    private Process pipe;

    @BeforeEach
    void chooseRuns() {
        runs = directory.resolve("runs");
    }

    @AfterEach
    void endPipe() throws InterruptedException {
        if (pipe != null) {
            pipe.destroyForcibly().waitFor();
        }
    }

    private ProcessRun shell(String script) throws IOException, InterruptedException {
        return ProcessRun.of(directory, Map.of("ASYNCPLOT_RUNS", runs.toString(), "ASYNCPLOT", ProcessRun.LAUNCHER.toString()),
                List.of("sh", "-c", script));
    }

    /** Starts a pipe and waits until it has said where its run lies. */
    private Path start(OutputStream[] producer, String firstRows) throws IOException {
        pipe = ProcessRun.builder(directory, Map.of("ASYNCPLOT_RUNS", runs.toString()),
                List.of(ProcessRun.LAUNCHER.toString(), "pipe")).start();
        producer[0] = pipe.getOutputStream();
        write(producer[0], firstRows);
        BufferedReader err = pipe.errorReader(StandardCharsets.UTF_8);
        String line = err.readLine();
        assertThat(line).startsWith("run        " + runs);
        Path run = Path.of(line.substring("run        ".length()));
        assertThat(err.readLine()).isEqualTo("watch it   " + ProcessRun.LAUNCHER + " snapshot " + run + " -o picture.png");
        return run;
    }

    private static void write(OutputStream producer, String text) throws IOException {
        producer.write(text.getBytes(StandardCharsets.UTF_8));
        producer.flush();
    }

    private static void await(String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - endNs).as("waiting for %s", what).isNegative();
            Thread.onSpinWait();
        }
    }

    private static SignalChannel awaitRows(Run run, String channel, long count) {
        await("the channel", () -> {
            run.refresh();
            return !run.channels().isEmpty();
        });
        SignalChannel signal = run.signal(channel);
        await(count + " rows", () -> {
            signal.refresh();
            return signal.count() == count;
        });
        return signal;
    }

    @Test
    void shouldRecordTheNumbersOfSeq() throws Exception {
        ProcessRun run = shell("seq 1 100 | \"$ASYNCPLOT\" pipe --name numbers");

        assertThat(run.exitCode()).isZero();
        Path recorded = Path.of(run.out().strip());
        assertThat(run.out()).hasLineCount(1);
        assertThat(recorded.getFileName().toString()).startsWith("numbers-");
        assertThat(run.err().lines()).containsExactly("run        " + recorded,
                "watch it   " + ProcessRun.LAUNCHER + " snapshot " + recorded + " -o picture.png",
                "asyncplot: 100 rows, 1 column, none malformed");
        try (Run opened = Run.open(recorded)) {
            Samples samples = opened.signal("c1").pin();
            assertThat(samples.count()).isEqualTo(100);
            assertThat(samples.x(99, 0)).isEqualTo(100);
            assertThat(samples.y(0, 99)).isEqualTo(100);
        }
    }

    @Test
    void shouldSayOneLineAndLeaveNoRunWhenTheInputIsEmpty() throws Exception {
        ProcessRun run = shell("\"$ASYNCPLOT\" pipe < /dev/null");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("asyncplot: standard input: empty, nothing to record\n");
        assertThat(runs).doesNotExist();
    }

    @Test
    void shouldShowEachRowWhileTheProducerPauses() throws Exception {
        OutputStream[] producer = new OutputStream[1];
        Path directory = start(producer, "");
        try (Run run = Run.open(directory)) {
            write(producer[0], "t,a\n0,1\n");
            awaitRows(run, "a", 1);
            write(producer[0], "1,2\n");
            SignalChannel a = awaitRows(run, "a", 2);
            assertThat(a.pin().y(0, 1)).isEqualTo(2);
        }
        producer[0].close();

        assertThat(pipe.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(pipe.exitValue()).isZero();
    }

    @Test
    void shouldRecordWhatHasComeAndEndWhenInterrupted() throws Exception {
        OutputStream[] producer = new OutputStream[1];
        Path directory = start(producer, "t,a\n0,1\n");
        try (Run run = Run.open(directory)) {
            awaitRows(run, "a", 1);
        }
        write(producer[0], "1,2\n2,3\n3,45");
        long interruptedNs = System.nanoTime();
        new ProcessBuilder("kill", "-INT", Long.toString(pipe.pid())).start().waitFor();

        assertThat(pipe.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(pipe.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Duration.ofNanos(System.nanoTime() - interruptedNs)).isLessThan(Duration.ofSeconds(10));
        assertThat(pipe.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo(directory.toString());
        try (Run run = Run.open(directory)) {
            assertThat(run.endReason()).contains(EndReason.CLOSED);
            assertThat(run.signal("a").pin().count()).isEqualTo(3);
        }
    }

    @Test
    void shouldLeaveNoRunWhenInterruptedBeforeAnythingCame() throws Exception {
        OutputStream[] producer = new OutputStream[1];
        start(producer, "");
        new ProcessBuilder("kill", "-INT", Long.toString(pipe.pid())).start().waitFor();

        assertThat(pipe.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(pipe.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        try (Stream<Path> left = Files.list(runs)) {
            assertThat(left).isEmpty();
        }
    }
}
