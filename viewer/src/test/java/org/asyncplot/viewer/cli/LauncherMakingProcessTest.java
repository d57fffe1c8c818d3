// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When and how the launcher has an archive made, with a Java that only pretends. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class LauncherMakingProcessTest {
    @TempDir
    private Path directory;

    private Path launcher;
    private Path jar;
    private Path home;
    private Path starts;
    private Path release;

    @BeforeEach
    void prepare() throws IOException {
        jar = Files.writeString(directory.resolve("asyncplot.jar"), "classes");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() - 600_000));
        launcher = Files.copy(ProcessRun.LAUNCHER, directory.resolve("asyncplot"), StandardCopyOption.COPY_ATTRIBUTES);
        home = directory.resolve("java");
        starts = Files.createFile(directory.resolve("starts"));
        release = directory.resolve("release");
        java("echo archive > \"$part\"");
    }

    /** A maker in the background still clears up when its archive is there; the directory must not go away under it. */
    @AfterEach
    void awaitMakers() throws IOException {
        if (!Files.exists(release)) {
            Files.createFile(release);
        }
        await(() -> ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").contains(directory.toString())));
    }

    @Test
    void shouldMakeOneArchiveWhenManyCommandsStartAtOnce() throws Exception {
        List<Process> commands = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            commands.add(ProcessRun.builder(directory, environment(), List.of(launcher.toString(), "list")).start());
        }
        for (Process command : commands) {
            assertThat(command.waitFor()).isZero();
        }
        Files.createFile(release);

        awaitFiles(1);
        assertThat(Files.readAllLines(starts)).hasSize(1);
    }

    @Test
    void shouldNotKeepWhoeverReadsItsOutputWaiting() throws Exception {
        ProcessRun piped = ProcessRun.of(directory, environment(), List.of("sh", "-c", "'" + launcher + "' list 2>&1 | cat"));

        assertThat(piped.out()).startsWith("-XX:+UseSerialGC");
        assertThat(release).doesNotExist();
        Files.createFile(release);
        awaitFiles(1);
    }

    @Test
    void shouldReplaceArchiveWhenJarIsNewer() throws Exception {
        Files.createFile(release);
        run();
        Path old = awaitFiles(1).get(0);

        Files.writeString(jar, "other classes");
        assertThat(run().out()).doesNotContain("SharedArchiveFile");

        await(() -> !Files.exists(old));
        assertThat(awaitFiles(1).get(0)).isNotEqualTo(old);
        assertThat(run().out()).doesNotContain(old.toString());
    }

    @Test
    void shouldHandTheArchiveToTheNextCommand() throws Exception {
        Files.createFile(release);
        run();
        Path made = awaitFiles(1).get(0);

        assertThat(run().out()).contains("-XX:SharedArchiveFile=" + made, "-Xlog:all=error,cds*=off:stderr");
        assertThat(Files.getPosixFilePermissions(made.getParent())).hasSize(3);
    }

    @Test
    void shouldNotTryAgainTheSameDayWhenJavaMakesNone() throws Exception {
        java("exit 1");
        Files.createFile(release);
        run();
        assertThat(awaitFiles(1).get(0)).isEmptyFile();

        assertThat(run().out()).doesNotContain("SharedArchiveFile");

        assertThat(Files.readAllLines(starts)).hasSize(1);
    }

    @Test
    void shouldTryAgainAnotherDay() throws Exception {
        java("exit 1");
        Files.createFile(release);
        run();
        Path none = awaitFiles(1).get(0);
        Files.setLastModifiedTime(none, FileTime.fromMillis(System.currentTimeMillis() - TimeUnit.DAYS.toMillis(2)));
        java("echo archive > \"$part\"");

        run();

        await(() -> Files.exists(none) && Files.size(none) > 0);
        assertThat(Files.readAllLines(starts)).hasSize(2);
    }

    @Test
    void shouldKeepAnArchiveOfItsOwnForWindows() throws Exception {
        Files.createFile(release);
        run();
        awaitFiles(1);

        ProcessRun view = ProcessRun.of(directory, environment(), List.of(launcher.toString(), "view"));

        assertThat(view.out()).contains("-XX:Tier4BackEdgeThreshold=").doesNotContain("TieredStopAtLevel", "SharedArchiveFile");
        assertThat(awaitFiles(2)).extracting(file -> file.getFileName().toString().replaceFirst("-.*", ""))
                .containsExactlyInAnyOrder("commands", "window");
        assertThat(Files.readAllLines(starts)).hasSize(2);
    }

    @Test
    void shouldLeaveOtherCommandsAlone() throws Exception {
        ProcessRun run = ProcessRun.of(directory, environment(), List.of(launcher.toString(), "demo"));

        assertThat(run.out().lines()).containsExactly("-jar", jar.toRealPath().toString(), "demo");
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    private ProcessRun run() throws IOException, InterruptedException {
        ProcessRun run = ProcessRun.of(directory, environment(), List.of(launcher.toString(), "list"));
        assertThat(run.err()).isEmpty();
        return run;
    }

    private Map<String, String> environment() {
        return Map.of("JAVA_HOME", home.toString(), "XDG_CACHE_HOME", directory.resolve("cache").toString());
    }

    /** Prints its arguments; asked to warm up, it waits to be released and then does as told with {@code $part}. */
    private void java(String making) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), """
                #!/bin/sh
                case "$*" in
                    *warm-up*)
                        for argument in "$@"; do
                            case $argument in -XX:ArchiveClassesAtExit=*) part=${argument#*=} ;; esac
                        done
                        echo start >> 'STARTS'
                        tries=0
                        while [ ! -e 'RELEASE' ] && [ $tries -lt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
                        MAKING
                        exit
                        ;;
                esac
                printf '%s\\n' "$@"
                """.replace("STARTS", starts.toString()).replace("RELEASE", release.toString()).replace("MAKING", making));
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    /** What lies in the cache once it is so many files and nobody works on them any more. */
    private List<Path> awaitFiles(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        await(() -> {
            files.clear();
            Path kept = directory.resolve("cache/asyncplot");
            if (Files.isDirectory(kept)) {
                try (Stream<Path> found = Files.list(kept)) {
                    found.forEach(files::add);
                }
            }
            return files.size() == count && files.stream().allMatch(file -> file.toString().endsWith(".jsa"));
        });
        return files;
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
