// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.run.XType;
import org.asyncplot.writer.PlotContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TableRecorderTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir
    private Path runs;

    private final List<Path> announced = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();

    private TableRecorder recorder() {
        return recorder(IngestOptions.DEFAULT);
    }

    private TableRecorder recorder(IngestOptions options) {
        PlotContext context = new PlotContext().name("table").runsDirectory(runs).parameter("gain", "2");
        return new TableRecorder(options, context, announced::add, notices::add);
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> directories() throws IOException {
        try (Stream<Path> found = Files.list(runs)) {
            return found.toList();
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - endNs).as("waiting for %s", what).isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldMakeASignalOfEachColumn() {
        Recorded recorded = recorder().record(text("time [s],angle [rad],speed (m/s)\n0,1,2\n0.5,,4\n1,5,6\n"));

        assertThat(recorded.report()).isEqualTo(new IngestReport(2, 3, 0, 0));
        assertThat(recorded.dropped()).isZero();
        assertThat(recorded.failure()).isEmpty();
        assertThat(announced).containsExactly(recorded.directory().orElseThrow());
        try (Run run = Run.open(announced.get(0))) {
            assertThat(run.endReason()).contains(EndReason.CLOSED);
            assertThat(run.parameters()).containsEntry("gain", "2");
            assertThat(run.channels()).extracting(Channel::name).containsExactly("angle", "speed");
            assertThat(run.channels()).extracting(Channel::unit).containsExactly("rad", "m/s");
            SignalChannel angle = run.signal("angle");
            assertThat(angle.xName()).isEqualTo("time");
            assertThat(angle.xUnit()).isEqualTo("s");
            assertThat(angle.xType()).isEqualTo(XType.NUMBER);
            Samples samples = angle.pin();
            assertThat(samples.count()).isEqualTo(3);
            assertThat(samples.x(1, 0)).isEqualTo(0.5);
            assertThat(samples.y(0, 0)).isEqualTo(1);
            assertThat(samples.y(0, 1)).isNaN();
            assertThat(samples.y(0, 2)).isEqualTo(5);
        }
    }

    @Test
    void shouldMakeTimeSignalsWhenXIsADate() {
        Recorded recorded = recorder().record(text("date,price,volume\n2026-11-20,1.5,100\n2026-11-21,2.5,200\n"));

        try (Run run = Run.open(recorded.directory().orElseThrow())) {
            SignalChannel volume = run.signal("volume");
            assertThat(volume.xType()).isEqualTo(XType.TIME);
            assertThat(volume.pin().timeNs(1)).isEqualTo(1_795_219_200_000_000_000L);
            assertThat(volume.pin().y(0, 1)).isEqualTo(200);
        }
    }

    @Test
    void shouldShowARowToAnotherReaderAsSoonAsItsLineEnds() throws IOException {
        TableRecorder recorder = recorder();
        try (PipedOutputStream producer = new PipedOutputStream()) {
            PipedInputStream input = new PipedInputStream(producer);
            CompletableFuture<Recorded> done = CompletableFuture.supplyAsync(() -> recorder.record(input));
            await("the announcement of a silent table", () -> !announced.isEmpty());
            producer.write("t,a\n0,5\n".getBytes(StandardCharsets.UTF_8));
            producer.flush();
            try (Run run = Run.open(announced.get(0))) {
                await("the channel", () -> {
                    run.refresh();
                    return !run.channels().isEmpty();
                });
                SignalChannel a = run.signal("a");
                await("the first row", () -> {
                    a.refresh();
                    return a.count() == 1;
                });
                producer.write("1,6\n".getBytes(StandardCharsets.UTF_8));
                producer.flush();
                await("the second row", () -> {
                    a.refresh();
                    return a.count() == 2;
                });
                assertThat(a.pin().y(0, 1)).isEqualTo(6);
            }
            recorder.stop();
            assertThat(done.join().report().rows()).isEqualTo(2);
        }
    }

    @Test
    void shouldLeaveNoRunWhenThereIsNothingToRecord() throws IOException {
        Recorded recorded = recorder().record(text(""));

        assertThat(recorded.failure()).hasValueSatisfying(failure -> assertThat(failure).hasMessage("empty, nothing to record"));
        assertThat(recorded.directory()).isEmpty();
        assertThat(announced).isEmpty();
        assertThat(directories()).isEmpty();
    }

    @Test
    void shouldTakeTheRunAwayWhenASilentTableEndsEmpty() throws IOException {
        TableRecorder recorder = recorder();
        CompletableFuture<Recorded> done;
        try (PipedOutputStream producer = new PipedOutputStream()) {
            PipedInputStream input = new PipedInputStream(producer);
            done = CompletableFuture.supplyAsync(() -> recorder.record(input));
            await("the announcement", () -> !announced.isEmpty());
        }

        assertThat(done.join().directory()).isEmpty();
        assertThat(directories()).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void shouldKeepTheRowsBeforeTheFirstMisfitWhenStrict() {
        IngestOptions strict = new IngestOptions(HeaderRule.AUTO, Optional.empty(), Optional.empty(), Optional.empty(), true, false);

        Recorded recorded = recorder(strict).record(text("t,a\n0,1\n1,2\nx,3\n3,4\n"));

        assertThat(recorded.failure()).isPresent();
        assertThat(recorded.report().rows()).isEqualTo(2);
        try (Run run = Run.open(recorded.directory().orElseThrow())) {
            assertThat(run.signal("a").pin().count()).isEqualTo(2);
            assertThat(run.endReason()).contains(EndReason.CLOSED);
        }
    }

    @Test
    void shouldSayWhyWhenNoRunCanBeMade() throws IOException {
        Path file = Files.createFile(runs.resolve("in-the-way"));
        PlotContext context = new PlotContext().name("table").runsDirectory(file);

        Recorded recorded = new TableRecorder(IngestOptions.DEFAULT, context, announced::add, notices::add).record(text("t,a\n0,1\n"));

        assertThat(recorded.failure()).hasValueSatisfying(failure -> assertThat(failure)
            .hasMessage("plotting is off: no run can be made in " + file + " (a file is in the way);"
                + " choose another with --runs or ASYNCPLOT_RUNS"));
        assertThat(announced).isEmpty();
    }
}
