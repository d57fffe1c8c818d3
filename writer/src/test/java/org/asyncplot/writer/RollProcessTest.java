// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of many small files in JVMs of their own: killed, stopped, out of space. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RollProcessTest {
    private static final long MIB = 1L << 20;
    private static final int CHANNELS = 3;

    @TempDir
    Path temporary;

    /** Adds y = -x to some signals, and after each row tells an oracle outside the run how far it got. */
    static final class Recorder {
        public static void main(String[] arguments) throws IOException {
            long most = Long.parseLong(arguments[2]);
            PlotContext context = new PlotContext().name("rolled").runsDirectory(Path.of(arguments[0])).blockBytes(MIB).rollBytes(MIB);
            long keep = Long.parseLong(arguments[3]) * MIB;
            try (RandomAccessFile file = new RandomAccessFile(arguments[1], "rw"); Plot plot = Plot.open(keep > 0 ? context.keep(keep) : context)) {
                MappedByteBuffer oracle = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 8);
                oracle.order(ByteOrder.nativeOrder());
                Signal[] signals = new Signal[CHANNELS];
                for (int i = 0; i < CHANNELS; i++) {
                    signals[i] = plot.signal("a" + i, "");
                }
                Signal slow = plot.signal("slow", "");
                Path stop = Path.of(arguments[1] + "-stop");
                for (long i = 0; i < most && (i % 50_000 != 0 || !Files.exists(stop)); i++) {
                    for (Signal signal : signals) {
                        signal.add(i, -i);
                    }
                    oracle.putLong(0, i + 1);
                    if (i % 50_000 == 0) {
                        slow.add(i, -i);
                    }
                    if (i % 500 == 0) {
                        LockSupport.parkNanos(50_000);
                    }
                }
            }
            System.out.println("the computation is done");
        }
    }

    /** Follows the newest run until its writer has ended, and looks at every sample that is there, again and again. */
    static final class Follower {
        public static void main(String[] arguments) {
            long looks = 0;
            try (Run run = Run.open(new Runs(Path.of(arguments[0])).find("rolled"))) {
                System.out.println("following");
                while (run.endReason().isEmpty()) {
                    run.refresh();
                    for (int i = 0; i < CHANNELS; i++) {
                        look(run.signal("a" + i).pin());
                    }
                    looks++;
                    LockSupport.parkNanos(1_000_000);
                }
            }
            System.out.println("looked " + (looks > 0 ? "well" : "never"));
        }

        private static void look(Samples samples) {
            long first = samples.first();
            for (long i = first; i < samples.count(); i++) {
                if (!isRight(samples, i) && samples.first() <= i) {
                    throw new IllegalStateException("sample " + i + " of " + first + " to " + samples.count() + " is " + samples.x(i, 0) + ", "
                        + samples.y(0, i));
                }
            }
        }

        private static boolean isRight(Samples samples, long sample) {
            try {
                return samples.x(sample, 0) == sample && samples.y(0, sample) == -sample;
            } catch (RunException gone) {
                return false;
            }
        }
    }

    private Process start(Class<?> program, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path oracle(String name) throws IOException {
        return Files.write(temporary.resolve(name), new byte[8]);
    }

    private static long read(Path oracle) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(oracle)).order(ByteOrder.nativeOrder()).getLong();
    }

    private static void awaitCount(Process process, Path oracle, long count) throws IOException {
        while (read(oracle) < count) {
            assertThat(process.isAlive()).isTrue();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void assertLine(Samples samples) {
        assertThat(samples.first()).isLessThan(samples.count());
        for (long i = samples.first(); i < samples.count(); i++) {
            if (samples.x(i, 0) != i || samples.y(0, i) != -i) {
                throw new AssertionError("sample " + i + " of " + samples.first() + " to " + samples.count() + " is " + samples.x(i, 0) + ", "
                    + samples.y(0, i));
            }
        }
    }

    private void kill(int rounds, List<String> options, int mostSamples) throws Exception {
        Random random = new Random(17);
        for (int round = 0; round < rounds; round++) {
            Path runs = Files.createDirectory(temporary.resolve("runs-" + round));
            Path oracle = oracle("oracle-" + round);
            Process process = start(Recorder.class, options, runs.toString(), oracle.toString(), Long.toString(Long.MAX_VALUE), "8");
            awaitCount(process, oracle, 1 + random.nextInt(mostSamples));
            process.destroyForcibly().waitFor();
            long published = read(oracle);
            try (Run run = Run.open(new Runs(runs).find("rolled"))) {
                for (int i = 0; i < CHANNELS; i++) {
                    SignalChannel signal = run.signal("a" + i);
                    // The kill may fall between a sample and the word to the oracle.
                    assertThat(signal.count()).as("round %d of %s", round, options).isBetween(published, published + 1);
                    assertThat(signal.dropped()).isZero();
                    assertLine(signal.pin());
                }
                assertThat(run.signal("slow").count()).isBetween((published - 1) / 50_000, published / 50_000 + 1);
            }
            delete(runs);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-Xmixed, 3, 1000000", "-Xint, 1, 300000"})
    void shouldKeepEverySampleThatRetentionKeepsWhenKilled(String mode, int rounds, int mostSamples) throws Exception {
        kill(rounds, List.of(mode), mostSamples);
    }

    @Tag("nightly")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @ParameterizedTest
    @CsvSource({"-Xmixed, 150, 1000000", "-Xint, 50, 300000"})
    void shouldKeepEverySampleThatRetentionKeepsWhenKilledOften(String mode, int rounds, int mostSamples) throws Exception {
        kill(rounds, List.of(mode), mostSamples);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmpfs", "ext4"})
    void shouldTakeNoMoreDiskThanIsKeptWhileAReaderIsStopped(String kind) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(kind, temporary)) {
            long freeBytes = Files.getFileStore(disk.directory()).getUsableSpace();
            Path oracle = oracle("oracle");
            Process recorder = start(Recorder.class, List.of(), disk.directory().toString(), oracle.toString(),
                Long.toString(Long.MAX_VALUE), "8");
            awaitCount(recorder, oracle, 200_000);
            Process follower = start(Follower.class, List.of(), disk.directory().toString());
            Process second = start(Follower.class, List.of("-Xint"), disk.directory().toString());
            assertThat(follower.inputReader().readLine()).isEqualTo("following");
            assertThat(second.inputReader().readLine()).isEqualTo("following");
            signal("-STOP", follower);
            long most = 0;
            long at = read(oracle);
            while (read(oracle) < at + 1_500_000) {
                assertThat(recorder.isAlive()).isTrue();
                most = Math.max(most, freeBytes - Files.getFileStore(disk.directory()).getUsableSpace());
                LockSupport.parkNanos(5_000_000);
            }
            signal("-CONT", follower);
            // Next to what is kept: a file made for the next roll, Chronicle's table, and what comes while the agent has no core. Of what is
            // written meanwhile, 72 MB, a stopped reader keeps nothing.
            assertThat(most).isLessThan(16 * MIB);
            Files.createFile(temporary.resolve("oracle-stop"));
            assertThat(said(recorder)).isEqualTo("the computation is done" + System.lineSeparator());
            assertThat(follower.inputReader().readLine()).isEqualTo("looked well");
            assertThat(second.inputReader().readLine()).isEqualTo("looked well");
            assertThat(follower.waitFor()).isZero();
            try (Run run = Run.open(new Runs(disk.directory()).find("rolled"))) {
                assertThat(run.signal("a0").count()).isEqualTo(read(oracle));
                assertThat(run.signal("a0").dropped()).isZero();
                assertLine(run.signal("a0").pin());
            }
        }
    }

    private static void signal(String which, Process process) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", which, Long.toString(process.pid())).start().waitFor();
        assertThat(exitCode).as(process.isAlive() ? which : said(process)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"tmpfs, -Xmixed", "ext4, -Xmixed", "tmpfs, -Xint"})
    void shouldDropAndCountWhenThereIsNoRoomForAnotherFile(String kind, String mode) throws Exception {
        long added = 1_300_000;
        try (SmallDisk disk = SmallDisk.mount(kind, temporary)) {
            long spaceBytes = Files.getFileStore(disk.directory()).getUsableSpace();
            Path oracle = oracle("oracle");
            Process recorder = start(Recorder.class, List.of(mode), disk.directory().toString(), oracle.toString(), Long.toString(added), "0");
            String said = said(recorder);
            assertThat(recorder.waitFor()).as(said).isZero();
            assertThat(said.lines().toList()).hasSize(2);
            assertThat(said).contains("no space left for ");
            try (Run run = Run.open(new Runs(disk.directory()).find("rolled"))) {
                long recorded = 0;
                for (int i = 0; i < CHANNELS; i++) {
                    SignalChannel signal = run.signal("a" + i);
                    assertThat(signal.count() + signal.dropped()).isEqualTo(added);
                    assertLine(signal.pin());
                    recorded += signal.count() * 16;
                }
                assertThat(recorded).isGreaterThan(spaceBytes * 8 / 10);
            }
        }
    }
}
