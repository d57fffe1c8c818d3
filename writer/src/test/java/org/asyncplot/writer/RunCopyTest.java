// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunCopy;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RunCopyTest {
    private static final int CHANNELS = 10;

    @TempDir
    Path temporary;

    private PlotContext context(String name) {
        return new PlotContext().name(name).runsDirectory(temporary.resolve("runs"));
    }

    @Test
    void shouldCopyAnEndedRunWithoutItsReserve() throws IOException {
        Path source;
        try (Plot plot = Plot.open(context("ended").parameter("dt", 0.5))) {
            source = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "m", "p", "q");
            for (int i = 0; i < 100_000; i++) {
                signal.add(i, 2 * i, 3 * i);
            }
            plot.waveform("w", "", 1000).put(new double[] {1, 2, 3});
            plot.notes().info("a word");
        }
        Path target = temporary.resolve("copy");

        RunCopy.copy(source, target);

        try (Run run = Run.open(target)) {
            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(run.parameters()).containsEntry("dt", "0.5");
            assertThat(run.notes()).extracting(Note::text).containsExactly("a word");
            assertThat(((FrameChannel) run.channels().get(1)).newest().orElseThrow().filled()).isEqualTo(3);
            assertThat(run.signal("a").pin().y(1, 99_999)).isEqualTo(299_997);
            assertLine(run.signal("a").pin(), 100_000);
        }
        assertThat(bytes(target)).isLessThan(4_000_000);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("runs", "copy");
        }
    }

    private static void assertLine(Samples samples, long least) {
        assertThat(samples.count()).isGreaterThanOrEqualTo(least);
        for (long i = 0; i < samples.count(); i++) {
            if (samples.x(i, 0) != i || samples.y(0, i) != 2.0 * i) {
                throw new AssertionError("sample " + i + " of " + samples.count() + " is " + samples.x(i, 0) + ", " + samples.y(0, i));
            }
        }
    }

    private static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void shouldCopyARunThatGrowsAsOneStateOfIt() throws Exception {
        AtomicLong published = new AtomicLong();
        try (Plot plot = Plot.open(context("growing"))) {
            Thread computing = new Thread(() -> record(plot, published));
            computing.start();
            for (int round = 0; round < 6; round++) {
                long before = published.get();
                Path target = temporary.resolve("copy-" + round);
                RunCopy.copy(plot.directory().orElseThrow(), target);
                try (Run run = Run.open(target)) {
                    if (before > 0) {
                        for (int channel = 0; channel < CHANNELS; channel++) {
                            assertLine(run.signal("a" + channel).pin(), before);
                        }
                        assertFrame((FrameChannel) run.channels().get(CHANNELS));
                    }
                }
                delete(target);
            }
            computing.interrupt();
            computing.join();
        }
    }

    private static void record(Plot plot, AtomicLong published) {
        Signal[] signals = new Signal[CHANNELS];
        Arrays.setAll(signals, channel -> plot.signal("a" + channel, ""));
        Waveform wave = plot.waveform("w", "", 500);
        double[] same = new double[500];
        for (long i = 0; !Thread.currentThread().isInterrupted() && i < 1_000_000; i++) {
            for (Signal signal : signals) {
                signal.add(i, 2 * i);
            }
            published.lazySet(i + 1);
            if (i % 1000 == 0) {
                Arrays.fill(same, i);
                wave.put(same);
            }
        }
    }

    private static void assertFrame(FrameChannel channel) {
        channel.newest().ifPresent(frame -> {
            double first = frame.buffer().getDouble(frame.elementsOffset());
            for (int i = 1; i < frame.filled(); i++) {
                assertThat(frame.buffer().getDouble(frame.elementsOffset() + (i << 3))).isEqualTo(first);
            }
        });
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Test
    void shouldKeepWhatIsThereAndLeaveNothingBehindWhenItFails() throws IOException {
        Path source = Files.createDirectories(temporary.resolve("source"));
        Path target = Files.createDirectory(temporary.resolve("target"));
        assertThatThrownBy(() -> RunCopy.copy(source, target)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> RunCopy.copy(source, temporary.resolve("new"))).isInstanceOf(RunException.class);
        Path cut;
        try (Plot plot = Plot.open(context("cut"))) {
            cut = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 100_000; i++) {
                signal.add(i, i);
            }
        }
        truncate(QueueFile.in(cut).get(0), 600_000);
        assertThatThrownBy(() -> RunCopy.copy(cut, temporary.resolve("new"))).isInstanceOf(RunException.class).hasMessageContaining("damaged");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("runs", "source", "target");
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }
}
