// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM of its own fills a real small disk: the computation goes on, nothing recorded is lost, what was dropped is counted exactly. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FullDiskProcessTest {
    private static final int SAMPLE_BYTES = 16;

    @TempDir
    Path temporary;

    /** Adds so many samples, more than the disk holds. */
    static final class Filler {
        public static void main(String[] arguments) {
            long samples = Long.parseLong(arguments[1]);
            try (Plot plot = Plot.open(new PlotContext().name("full").runsDirectory(Path.of(arguments[0])))) {
                Signal signal = plot.signal("a", "");
                Waveform wave = plot.waveform("w", "", 1000);
                for (long i = 0; i < samples; i++) {
                    signal.add(i, -i);
                    if (i % 100_000 == 0) {
                        wave.put(new double[1000]);
                    }
                }
            }
            System.out.println("the computation is done");
        }
    }

    /** Adds until told to stop, and tells where it is. */
    static final class Endless {
        public static void main(String[] arguments) throws IOException {
            long added = 0;
            try (Plot plot = Plot.open(new PlotContext().name("resumed").runsDirectory(Path.of(arguments[0])))) {
                if (!plot.isOn()) {
                    throw new IllegalStateException("this machine is too busy to open a plot in time");
                }
                Signal signal = plot.signal("a", "");
                Path stop = Path.of(arguments[1]);
                while (!Files.exists(stop)) {
                    for (int i = 0; i < 10_000; i++) {
                        signal.add(added, added);
                        added++;
                    }
                    java.util.concurrent.locks.LockSupport.parkNanos(100_000);
                }
            }
            System.out.println(added);
        }
    }

    private Process start(Class<?> program, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @ParameterizedTest
    @CsvSource({"tmpfs, -Xmixed, 6000000", "ext4, -Xmixed, 6000000", "tmpfs, -Xint, 4000000", "ext4, -Xint, 4000000"})
    void shouldRecordWhatFitsAndCountTheRest(String kind, String mode, long added) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(kind, temporary)) {
            long spaceBytes = Files.getFileStore(disk.directory()).getUsableSpace();
            Process process = start(Filler.class, List.of(mode), disk.directory().toString(), Long.toString(added));
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.lines().toList()).hasSize(2);
            assertThat(said).contains("no space left for ").contains("the computation is done");
            try (Run run = Run.open(new Runs(disk.directory()).find("full"))) {
                SignalChannel signal = run.signal("a");
                assertThat(signal.count() + signal.dropped()).isEqualTo(added);
                assertThat(signal.count() * SAMPLE_BYTES).isGreaterThan(spaceBytes * 8 / 10);
                Samples samples = signal.pin();
                for (long i = 0; i < samples.count(); i++) {
                    if (samples.x(i, 0) != i || samples.y(0, i) != -i) {
                        throw new AssertionError("sample " + i + " is " + samples.x(i, 0) + ", " + samples.y(0, i));
                    }
                }
                long frames = run.channels().get(1).count() + run.channels().get(1).dropped();
                assertThat(frames).isEqualTo(added / 100_000);
                assertThat(run.endReason()).contains(EndReason.DISK_FULL);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmpfs", "ext4"})
    void shouldGoOnRecordingWhenThereIsSpaceAgain(String kind) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(kind, temporary)) {
            Path ballast = disk.directory().resolve("ballast");
            Files.write(ballast, new byte[30 << 20]);
            Path stop = temporary.resolve("stop");
            Process process = start(Endless.class, List.of(), disk.directory().toString(), stop.toString());
            long full = await(process, disk, signal -> signal.dropped() > 0);
            Files.delete(ballast);
            await(process, disk, signal -> signal.count() > full + 100_000);
            Files.createFile(stop);
            List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(process.waitFor()).as(said.toString()).isZero();
            long added = Long.parseLong(said.get(said.size() - 1));
            try (Run run = Run.open(new Runs(disk.directory()).find("resumed"))) {
                assertThat(run.signal("a").count() + run.signal("a").dropped()).isEqualTo(added);
                assertThat(run.endReason()).contains(EndReason.CLOSED);
                assertThat(run.notes()).extracting(Note::level).contains(NoteLevel.WARNING);
                assertThat(run.notes().get(0).text()).contains("no space");
            }
        }
    }

    /** Looks at the run until it is as wanted; returns its count then. */
    private static long await(Process process, SmallDisk disk, java.util.function.Predicate<SignalChannel> wanted) {
        while (true) {
            assertThat(process.isAlive()).isTrue();
            // By the time limit: opening a run again and again in an interrupted thread would leave thousands of openers behind.
            assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
            if (!new Runs(disk.directory()).list().isEmpty()) {
                try (Run run = Run.open(new Runs(disk.directory()).find("resumed"))) {
                    if (!run.channels().isEmpty() && wanted.test(run.signal("a"))) {
                        return run.signal("a").count();
                    }
                } catch (org.asyncplot.core.queue.RunException notYet) {
                    assertThat(notYet.kind()).isNotEqualTo(org.asyncplot.core.queue.RunException.Kind.NEWER);
                }
            }
        }
    }
}
