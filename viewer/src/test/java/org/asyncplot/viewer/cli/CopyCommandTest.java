// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.asyncplot.core.run.Run;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CopyCommandTest {
    /** No system has a process of this number. */
    private static final String NOBODY = "999999999999";

    @TempDir
    private Path directory;

    private Path run;
    private CommandTester tester;

    @BeforeEach
    void record() {
        try (Plot plot = Plot.open(new PlotContext().name("wave").runsDirectory(directory.resolve("runs")))) {
            run = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 1000; i++) {
                signal.add(i, i);
            }
        }
    }

    private int copy(String... arguments) {
        tester = new CommandTester(directory.resolve("asyncplot.properties"));
        return tester.run(Stream.concat(Stream.of("copy", "--runs", directory.resolve("runs").toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void shouldCopyIntoADirectoryThatIsThere() throws IOException {
        Path target = Files.createDirectory(directory.resolve("backup"));

        assertThat(copy("wave", target.toString())).isEqualTo(ExitCode.DONE);

        Path copied = target.resolve(run.getFileName());
        assertThat(tester.out()).startsWith(copied + " (");
        assertThat(tester.run("info", copied.toString())).isEqualTo(ExitCode.DONE);
        assertThat(tester.out()).contains("wave: finished (closed)", "1 000");
        assertThat(copy("wave", target.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).contains("exists already");
    }

    @Test
    void shouldCopyToADirectoryThatIsNotThere() throws IOException {
        Path target = directory.resolve("copy");

        assertThat(copy(run.toString(), target.toString())).isEqualTo(ExitCode.DONE);

        try (Run copied = Run.open(target)) {
            assertThat(copied.signal("a").count()).isEqualTo(1000);
        }
        assertThat(bytes(target)).isLessThan(bytes(run) / 10);
    }

    private static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void shouldSayWhatIsWrong() throws IOException {
        assertThat(copy("nobody", directory.resolve("copy").toString())).isEqualTo(ExitCode.NOTHING);
        assertThat(copy("wave", directory.resolve("no/such/parent").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).contains("make it first");
        assertThat(copy("wave", run.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).contains("is a run already");
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(copy("wave", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).contains("exists already");
    }

    private Path leftBehind(String name, boolean longAgo) throws IOException {
        Path left = Files.createDirectories(directory.resolve("backup").resolve(name));
        Path file = Files.write(left.resolve("20261122L.cq4"), new byte[100]);
        if (longAgo) {
            FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
            Files.setLastModifiedTime(file, before);
            Files.setLastModifiedTime(left, before);
        }
        return left;
    }

    @Test
    void shouldClearUpWhatKilledCopiesLeftBehind() throws IOException {
        Path left = leftBehind(".wave.incomplete-" + NOBODY, true);
        Path fresh = leftBehind(".fresh.incomplete-" + NOBODY, false);
        Path growing = leftBehind(".growing.incomplete-" + ProcessHandle.current().pid(), true);
        Path foreign = leftBehind(".foreign.incomplete-" + NOBODY, false);
        Files.createFile(foreign.resolve("thesis.tex"));

        assertThat(copy("wave", directory.resolve("backup").toString())).isEqualTo(ExitCode.DONE);

        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
        assertThat(growing).exists();
        assertThat(foreign).exists();
    }

    @Test
    void shouldTellOfThemAndClearThemUpAmongRunsToo() throws IOException {
        leftBehind(".wave.incomplete-" + NOBODY, true);
        String backup = directory.resolve("backup").toString();
        tester = new CommandTester(directory.resolve("asyncplot.properties"));

        assertThat(tester.run("doctor", "--runs", backup)).isEqualTo(ExitCode.DONE);
        assertThat(tester.out()).containsPattern("warn +unfinished copies +1");
        assertThat(tester.run("remove", "--runs", backup, "--keep", "5")).isEqualTo(ExitCode.DONE);
        assertThat(tester.run("doctor", "--runs", backup)).isEqualTo(ExitCode.DONE);
        assertThat(tester.out()).contains("unfinished copies");
        assertThat(tester.run("remove", "--runs", backup, "--keep", "5", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(tester.out()).contains("removed a copy whose process was killed");
        assertThat(directory.resolve("backup")).isEmptyDirectory();
    }

    @Test
    void shouldSayThatACopyOfARunningRunIsACopy() throws IOException {
        try (Plot plot = Plot.open(new PlotContext().name("running").runsDirectory(directory.resolve("runs")))) {
            plot.signal("a", "").add(1, 2);

            assertThat(copy("running", directory.resolve("copy").toString())).isEqualTo(ExitCode.DONE);

            assertThat(tester.run("info", directory.resolve("copy").toString())).isEqualTo(ExitCode.DONE);
            assertThat(tester.out()).contains("running: finished (copied)");
            assertThat(tester.run("info", plot.directory().orElseThrow().toString())).isEqualTo(ExitCode.DONE);
            assertThat(tester.out()).contains("running: running");
        }
    }
}
