// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The class-data archive with real JVMs: used where it fits, and silently done without where it does not. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
final class LauncherArchiveProcessTest {
    @TempDir
    private static Path shared;
    /** Of the packaged launcher and the JVM of this test. */
    private static Path archive;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeArchive() throws Exception {
        Path cache = shared.resolve("cache");
        ProcessRun first = list(shared, ProcessRun.LAUNCHER, cache, Map.of());
        assertSilent(first);
        archive = made(cache);
    }

    @Test
    void shouldTakeClassesFromArchiveInTheSecondRun() throws Exception {
        Path log = directory.resolve("classes.txt");

        ProcessRun second = list(directory, ProcessRun.LAUNCHER, archive.getParent().getParent(),
                Map.of("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log));

        assertThat(second.exitCode()).isZero();
        assertThat(Files.readAllLines(log)).filteredOn(line -> line.contains(" " + Main.class.getName() + " ")
                || line.contains(" picocli.CommandLine ") || line.contains(" org.asyncplot.core.queue.DocumentFile "))
                .hasSize(3).allMatch(line -> line.contains("source: shared objects file (top)"));
    }

    @Test
    void shouldStayRightAndSilentWhenJarHasMoved() throws Exception {
        Path moved = Files.createDirectory(directory.resolve("a b"));
        Files.copy(ProcessRun.JAR, moved.resolve("asyncplot.jar"));
        Path launcher = Files.copy(ProcessRun.LAUNCHER, moved.resolve("asyncplot"), StandardCopyOption.COPY_ATTRIBUTES);
        Path cache = directory.resolve("cache");

        assertSilent(list(directory, launcher, cache, Map.of()));
        Path own = made(cache);
        Files.copy(archive, own, StandardCopyOption.REPLACE_EXISTING);

        assertSilent(list(directory, launcher, cache, Map.of()));
    }

    @Test
    void shouldStaySilentWhenArchiveIsOfAnotherJava() throws Exception {
        Optional<Path> java = JavaHomes.java25();
        assumeTrue(java.isPresent(), "no Java 25 in JAVA25_HOME or /usr/lib/jvm");
        Map<String, String> java25 = Map.of("JAVA_HOME", java.get().toString());
        Path cache = directory.resolve("cache");

        assertSilent(list(directory, ProcessRun.LAUNCHER, cache, java25));
        Path own = made(cache);
        assertSilent(list(directory, ProcessRun.LAUNCHER, cache, java25));
        Files.copy(archive, own, StandardCopyOption.REPLACE_EXISTING);

        assertSilent(list(directory, ProcessRun.LAUNCHER, cache, java25));
    }

    @Test
    void shouldStaySilentWhenArchiveIsGarbage() throws Exception {
        Path cache = directory.resolve("cache");
        Path garbage = cache.resolve("asyncplot").resolve(archive.getFileName());
        Files.createDirectories(garbage.getParent());
        byte[] bytes = new byte[100_000];
        new Random(17).nextBytes(bytes);
        Files.write(garbage, bytes);

        assertSilent(list(directory, ProcessRun.LAUNCHER, cache, Map.of()));
    }

    @Test
    void shouldStaySilentWhenJarWasTouched() throws Exception {
        Path jar = Files.copy(ProcessRun.JAR, directory.resolve("asyncplot.jar"));
        Path launcher = Files.copy(ProcessRun.LAUNCHER, directory.resolve("asyncplot"), StandardCopyOption.COPY_ATTRIBUTES);
        Path cache = directory.resolve("cache");
        assertSilent(list(directory, launcher, cache, Map.of()));
        Path old = made(cache);

        // Not newer than the archive, and the same minute: only the JVM can tell.
        Files.setLastModifiedTime(jar, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() / 60_000 * 60_000));

        assertSilent(list(directory, launcher, cache, Map.of()));
        assertThat(old).exists();
    }

    @Test
    void shouldStaySilentWithoutAPlaceToKeepIt() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        for (String cache : List.of(file + "/inside", "/proc/none", "relative")) {
            assertSilent(list(directory, ProcessRun.LAUNCHER, Path.of(cache), Map.of("HOME", "")));
        }
        assertThat(directory.resolve("relative")).doesNotExist();
    }

    private static ProcessRun list(Path directory, Path launcher, Path cache, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("XDG_CACHE_HOME", cache.toString());
        return ProcessRun.of(directory, environment, List.of(launcher.toString(), "list", "--runs", shared.resolve("none").toString()));
    }

    private static void assertSilent(ProcessRun list) {
        assertThat(list.err()).isEqualTo("asyncplot: no runs in " + shared.resolve("none") + " yet\n");
        assertThat(list.out()).isEmpty();
        assertThat(list.exitCode()).isZero();
    }

    /** The archive of a cache, once it is there and nobody works on it any more. */
    private static Path made(Path cache) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < deadline) {
            List<Path> files = files(cache.resolve("asyncplot"));
            if (files.size() == 1 && files.get(0).toString().endsWith(".jsa")) {
                assertThat(files.get(0)).as("archive").isNotEmptyFile();
                return files.get(0);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("no archive after 90 s, but " + files(cache.resolve("asyncplot")));
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
