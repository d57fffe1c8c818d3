// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.queue.QueueWriter;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.WritingProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What programs do that they should not, and what clocks and numbers of processes do. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BadInputTest {
    private static final int MILLION = 1_000_000;
    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);

    @TempDir
    Path runs;

    private final List<Throwable> errors = new ArrayList<>();

    private Plot open(String name) {
        return Plot.open(context(name));
    }

    private PlotContext context(String name) {
        return new PlotContext().name(name).runsDirectory(runs).errorHandler(errors::add);
    }

    @Test
    void shouldKeepNumbersThatAreNoneAndXThatGoesBackwards() {
        double[] x = {0, 1, 0.5, Double.NaN, Double.NEGATIVE_INFINITY, 2, Double.POSITIVE_INFINITY, -0.0};
        double[] y = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 3};
        try (Plot plot = open("odd")) {
            Signal one = plot.signal("one", "");
            Signal many = plot.signal("many", "");
            for (int i = 0; i < x.length; i++) {
                one.add(x[i], y[i]);
            }
            many.add(x, y, 0, x.length);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                for (String name : List.of("one", "many")) {
                    Samples samples = run.signal(name).pin();
                    assertThat(samples.count()).isEqualTo(x.length);
                    for (int i = 0; i < x.length; i++) {
                        assertThat(Double.doubleToRawLongBits(samples.x(i, 0))).isEqualTo(Double.doubleToRawLongBits(x[i]));
                        assertThat(Double.doubleToRawLongBits(samples.y(0, i))).isEqualTo(Double.doubleToRawLongBits(y[i]));
                    }
                }
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldGoOnWithoutTheChannelsBeyondTheMostAndSayItOnce() {
        try (Plot plot = open("million")) {
            Signal first = plot.signal("first", "");
            for (int i = 0; i < MILLION; i++) {
                plot.signal("channel " + i, "V").add(i, i);
            }
            first.add(1, 2);
            assertThat(plot.waveform("w", "", 4)).isNotNull();
            plot.waveform("w", "", 4).put(new double[4]);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.channels()).hasSize(Recording.MOST_CHANNELS);
                assertThat(run.signal("first").count()).isEqualTo(1);
                assertThat(run.signal("channel 9999").count()).isEqualTo(1);
            }
        }
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).hasMessageContaining("most channels").hasMessageContaining(String.valueOf(Recording.MOST_CHANNELS)).message().hasLineCount(1);
    }

    @Test
    void shouldRefuseDeclarationsWithoutUnitsOrColumnsInOneLine() {
        try (Plot plot = open("null")) {
            assertThatThrownBy(() -> plot.signal("a", null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'a'");
            assertThatThrownBy(() -> plot.signal("a", "", "x", null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'a'");
            assertThatThrownBy(() -> plot.signal("a", "", new String[300])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> plot.timeSignal("a", null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'a'");
            assertThatThrownBy(() -> plot.waveform("a", null, 3)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'a'");
            assertThatThrownBy(() -> plot.image("a", null, 3, 3)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'a'");
            plot.signal("a", "").add(1, 2);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.channels()).hasSize(1);
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldIgnoreAndCountWhateverComesAfterClose() {
        Plot plot = open("late");
        Signal signal = plot.signal("s", "");
        TimeSignal time = plot.timeSignal("t", "");
        Waveform waveform = plot.waveform("w", "", 4);
        Image image = plot.image("i", "", 2, 2);
        image.put(new double[4]);
        Path directory = plot.directory().orElseThrow();
        plot.close();
        plot.close();
        for (int i = 0; i < 5; i++) {
            signal.add(new double[3], new double[3], 0, 3);
            time.add(i, i);
            waveform.put(new double[4]);
            image.put(new double[4]);
        }
        plot.signal("new", "").add(1, 1);
        plot.signal("s", "").add(1, 1);
        plot.notes().info("too late");
        plot.figure("figure: late");
        plot.xAxis("t", "s");
        plot.show();
        assertThat(plot.invokeAgent()).isZero();
        assertThat(plot.isOn()).isFalse();
        try (Run run = Run.open(directory)) {
            assertThat(run.channels()).extracting(channel -> channel.name() + " " + channel.count() + " " + channel.dropped())
                .containsExactly("s 0 16", "t 0 5", "w 0 5", "i 1 5");
            assertThat(run.notes()).isEmpty();
            assertThat(run.figures()).isEmpty();
        }
        assertThat(errors).isEmpty();
    }

    /** The start of a process is told by the clock of the machine, which may have been set since; the heart beats by the new one. */
    @Test
    void shouldSeeThatARunGoesOnAfterTheClockWasSet() throws Exception {
        for (long jumpMs : new long[] {-HOUR_MS, HOUR_MS}) {
            try (Plot plot = open("clock")) {
                plot.signal("a", "").add(1, 2);
                setStart(plot.directory().orElseThrow(), WritingProcess.current().startMs(), WritingProcess.current().startMs() + jumpMs);
                try (Run run = Run.open(plot.directory().orElseThrow())) {
                    await(run, RunState.RUNNING);
                }
            }
        }
        assertThat(errors).isEmpty();
    }

    /** Without a beat, a process with that number that began at another time is another one. */
    @Test
    void shouldSeeThatARunHasDiedWhoseProcessNumberIsInUseAgain() throws Exception {
        Plot plot = Plot.open(context("reused").agentInvoked(true));
        plot.signal("a", "").add(1, 2);
        setStart(plot.directory().orElseThrow(), WritingProcess.current().startMs(), WritingProcess.current().startMs() - HOUR_MS);
        try (Run run = Run.open(plot.directory().orElseThrow())) {
            await(run, RunState.DIED);
        }
        plot.close();
    }

    private static void await(Run run, RunState state) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (run.state() != state) {
            assertThat(System.nanoTime()).as("state is %s", run.state()).isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }

    /** Puts another start of the process into a header. */
    private static void setStart(Path directory, long startMs, long otherMs) throws Exception {
        try (var files = Files.list(directory)) {
            Path file = files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer head = ByteBuffer.allocate(64 << 10).order(ByteOrder.LITTLE_ENDIAN);
                channel.read(head, 0);
                for (int i = 0; i + Long.BYTES <= head.position(); i += 4) {
                    if (head.getLong(i) == startMs) {
                        ByteBuffer other = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, otherMs);
                        channel.write(other, i);
                        return;
                    }
                }
            }
        }
        throw new AssertionError("no start in the header");
    }

    @Test
    void shouldRefuseToWriteIntoARunThatIsThere() throws Exception {
        Path directory;
        try (Plot plot = open("taken")) {
            plot.signal("a", "").add(1, 2);
            directory = plot.directory().orElseThrow();
        }
        Map<Path, byte[]> before = contents(directory);

        for (long day = 0; day < 2; day++) {
            long nowMs = Instant.now().plusSeconds(86_400 * day).toEpochMilli();
            assertThatThrownBy(() -> QueueWriter.create(directory, 1 << 20, nowMs)).isInstanceOf(RunException.class)
                .hasMessageContaining(directory.toString()).hasMessageContaining("holds a run already").message().hasLineCount(1);
        }

        Map<Path, byte[]> after = contents(directory);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((file, bytes) -> assertThat(after.get(file)).as(file.toString()).isEqualTo(bytes));
    }

    private static Map<Path, byte[]> contents(Path directory) throws Exception {
        Map<Path, byte[]> contents = new HashMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file, Files.readAllBytes(file));
            }
        }
        return contents;
    }

    @Test
    void shouldStayOffWhereNothingCanBeWritten() {
        try (Plot plot = Plot.open(context("off").runsDirectory(Path.of("/proc/asyncplot/runs")))) {
            assertThat(plot.isOn()).isFalse();
            plot.show();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < MILLION; i++) {
                signal.add(i, i);
            }
            try (FrameClaim frame = plot.image("i", "", 2, 2).claim()) {
                frame.set(3, 1);
                frame.commit();
            }
        }
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).hasMessageStartingWith("plotting is off: no run can be made in /proc/asyncplot/runs").message().hasLineCount(1);
    }
}
