// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged runs: one of our errors with one line, soon, and not a byte changed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DamageTest {
    @TempDir
    Path runs;
    private Path directory;
    private Path file;

    @BeforeEach
    void record() throws IOException {
        try (Plot plot = Plot.open(new PlotContext().name("damage").runsDirectory(runs).blockBytes(1 << 20))) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 100_000; i++) {
                signal.add(i, i);
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            file = files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    private void shouldBeRefused(RunException.Kind kind) throws IOException {
        TreeMap<String, String> before = bytes();
        RunException refused = null;
        try (Run run = Run.open(directory)) {
            throw new AssertionError("opened with " + run.channels().size() + " channels");
        } catch (RunException expected) {
            refused = expected;
        }
        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused).hasMessageContaining(directory.toString());
        assertThat(refused.getMessage()).doesNotContain("\n");
        assertThat(bytes()).isEqualTo(before);
    }

    private TreeMap<String, String> bytes() throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path path : files.toList()) {
                    found.put(path.getFileName().toString(), Files.size(path) + ":" + digest(path));
                }
            }
        }
        return found;
    }

    private static String digest(Path path) throws IOException {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return java.util.HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void garbage(Path path, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        Files.write(path, bytes);
    }

    private void truncate(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    @Test
    void shouldOpenWithoutChangingAByte() throws IOException {
        TreeMap<String, String> before = bytes();
        try (Run run = Run.open(directory)) {
            assertThat(run.signal("a").count()).isEqualTo(100_000);
        }
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAMissingDirectory() throws IOException {
        directory = directory.resolveSibling("nothing-here");
        shouldBeRefused(RunException.Kind.MISSING);
    }

    @Test
    void shouldRefuseADirectoryWithoutARun() throws IOException {
        directory = Files.createDirectory(runs.resolve("empty"));
        shouldBeRefused(RunException.Kind.NOT_A_RUN);
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        Files.write(file, new byte[0]);
        shouldBeRefused(RunException.Kind.DAMAGED);
    }

    @Test
    void shouldRefuseGarbage() throws IOException {
        garbage(file, 100_000);
        shouldBeRefused(RunException.Kind.DAMAGED);
    }

    @Test
    void shouldOpenInSpiteOfGarbageMetadata() throws IOException {
        garbage(directory.resolve("metadata.cq4t"), 65_536);
        TreeMap<String, String> before = bytes();
        try (Run run = Run.open(directory)) {
            assertThat(run.signal("a").count()).isEqualTo(100_000);
        }
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void shouldOpenWithoutMetadata() throws IOException {
        Files.delete(directory.resolve("metadata.cq4t"));
        TreeMap<String, String> before = bytes();
        try (Run run = Run.open(directory)) {
            assertThat(run.signal("a").count()).isEqualTo(100_000);
        }
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAFileCutBehindItsHeader() throws IOException {
        truncate(4096);
        shouldBeRefused(RunException.Kind.DAMAGED);
    }

    @Test
    void shouldRefuseAFileCutInTheMiddle() throws IOException {
        truncate(600_000);
        shouldBeRefused(RunException.Kind.DAMAGED);
    }

    @Test
    void shouldAnswerWithItsOwnErrorsOnlyWhateverBytesAreFlipped() throws IOException {
        byte[] good = Files.readAllBytes(file);
        int used = 1_600_000;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            byte[] bytes = good.clone();
            int reach = seed % 2 == 0 ? 40_000 : used;
            for (int i = 0; i < 20; i++) {
                bytes[random.nextInt(reach)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try (Run run = Run.open(directory)) {
                run.channels().forEach(channel -> assertThat(channel.count()).isNotNegative());
            } catch (RunException refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).doesNotContain("\n").contains(directory.toString());
            } catch (RuntimeException | Error other) {
                throw new AssertionError("seed " + seed, other);
            }
        }
    }

    @Test
    void shouldAnswerWithItsOwnErrorsOnlyWhicheverFileOfSeveralIsDamaged() throws IOException {
        Path rolled;
        try (Plot plot = Plot.open(new PlotContext().name("rolled").runsDirectory(runs).blockBytes(1 << 20).rollBytes(1 << 20))) {
            rolled = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            while (QueueFile.in(rolled).size() < 4) {
                for (int i = 0; i < 1000; i++) {
                    signal.add(i, i);
                }
            }
        }
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Path one = QueueFile.in(rolled).get(random.nextInt(4));
            byte[] good = Files.readAllBytes(one);
            byte[] bytes = good.clone();
            int reach = seed % 2 == 0 ? 40_000 : 1_000_000;
            for (int i = 0; i < 20; i++) {
                bytes[random.nextInt(reach)] = (byte) random.nextInt();
            }
            Files.write(one, bytes);
            try (Run run = Run.open(rolled)) {
                run.channels().forEach(channel -> assertThat(channel.count()).isNotNegative());
                run.notes();
            } catch (RunException refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).doesNotContain("\n").contains(rolled.toString());
            } catch (RuntimeException | Error other) {
                throw new AssertionError("seed " + seed, other);
            }
            Files.write(one, good);
        }
    }
}
