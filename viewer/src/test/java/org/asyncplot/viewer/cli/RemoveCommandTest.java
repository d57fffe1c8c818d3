// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RemoveCommandTest {
    /** No system has a process of this number. */
    private static final String NOBODY = "999999999999";

    @TempDir
    private Path directory;

    private Path runs;
    private CommandTester tester;

    @BeforeEach
    void prepare() {
        runs = directory.resolve("runs");
        tester = new CommandTester(directory.resolve("asyncplot.properties"));
    }

    private Plot open(String name) {
        return Plot.open(new PlotContext().name(name).runsDirectory(runs).blockBytes(1 << 20));
    }

    private Path record(String name) {
        try (Plot plot = open(name)) {
            plot.signal("a", "").add(1, 2);
            return plot.directory().orElseThrow();
        }
    }

    private int remove(String... arguments) {
        tester = new CommandTester(directory.resolve("asyncplot.properties"));
        return tester.run(Stream.concat(Stream.of("remove", "--runs", runs.toString()), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void shouldOnlySayWhatItWouldDoWhenNotToldTwice() {
        Path run = record("one");

        assertThat(remove("one")).isEqualTo(ExitCode.DONE);

        assertThat(tester.out()).contains("one", "finished", run.getFileName().toString(), "would remove 1 run, ", " kB; --yes does it");
        assertThat(run).isDirectory();
    }

    @Test
    void shouldRemoveWhatIsNamedAndNothingElse() {
        Path first = record("b\u00e4r 1");
        Path second = record("b\u00e4r 2");
        Path other = record("other");

        assertThat(remove("--yes", "b\u00e4r*")).isEqualTo(ExitCode.DONE);

        assertThat(tester.out()).startsWith("removed 2 runs, ");
        assertThat(tester.err()).isEmpty();
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(other).isDirectory();
    }

    @Test
    void shouldKeepARunThatIsBeingWritten() {
        Path ended = record("run");
        try (Plot plot = open("run")) {
            assertThat(remove("--yes", "run")).isEqualTo(ExitCode.FAILED);
            assertThat(tester.err()).contains(" is running; end process " + ProcessHandle.current().pid());

            assertThat(remove("--yes", "--keep", "0")).isEqualTo(ExitCode.DONE);

            assertThat(plot.directory().orElseThrow()).isDirectory();
            assertThat(ended).doesNotExist();
        }
    }

    @Test
    void shouldCountAndMeasureAge() {
        record("a");
        record("b");
        Path newest = record("a");

        assertThat(remove("--older-than", "1h", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(tester.out()).isEqualTo("nothing to remove\n");
        assertThat(remove("--older-than", "1 ns", "--keep", "1", "a", "a-*")).isEqualTo(ExitCode.DONE);
        assertThat(tester.out()).contains("would remove 1 run, ").doesNotContain(newest.getFileName().toString());
        assertThat(remove("--keep", "1", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(runs.toFile().list()).containsExactly(newest.getFileName().toString());
    }

    @Test
    void shouldRefuseADirectoryThatHoldsAnythingElse() throws IOException {
        Path run = record("one");
        Files.createFile(run.resolve("thesis.tex"));

        assertThat(remove("one", "--yes")).isEqualTo(ExitCode.FAILED);

        assertThat(tester.err()).contains("holds thesis.tex, which is no part of a run");
        assertThat(QueueFile.in(run)).isNotEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void shouldFollowNoLink() throws IOException {
        Path run = record("one");
        Path elsewhere = Files.writeString(directory.resolve("precious.cq4"), "precious");
        Path link = Files.createSymbolicLink(run.resolve("20200101.cq4"), elsewhere);
        assertThat(remove("one", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).contains("holds 20200101.cq4");
        Files.delete(link);

        Path alias = Files.createSymbolicLink(directory.resolve("alias"), run);
        assertThat(remove(alias.toString(), "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).contains("is a symbolic link");

        assertThat(run).isDirectory();
        assertThat(elsewhere).hasContent("precious");
    }

    @Test
    void shouldRemoveADamagedRunOnlyWhenItIsNamedAndItsProcessIsGone() throws IOException {
        Path named = Files.createDirectories(runs.resolve("x-20200101-000000-" + NOBODY));
        Path young = Files.createDirectories(runs.resolve("y-20200101-000000-" + ProcessHandle.current().pid()));
        Path foreign = Files.createDirectories(runs.resolve("somebodys-queue"));
        for (Path run : List.of(named, young, foreign)) {
            Files.writeString(run.resolve("20200101.cq4"), "garbage");
        }

        assertThat(remove("--keep", "0", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(named).isDirectory();
        assertThat(tester.err()).contains("name it to remove it");

        assertThat(remove("x", "y", "somebodys-queue", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(named).doesNotExist();
        assertThat(young).isDirectory();
        assertThat(foreign).isDirectory();
        assertThat(tester.err()).contains("may be writing it", "is not named like a run");
    }

    @Test
    void shouldSayWhatIsWrongWithTheCommand() {
        assertThat(remove()).isEqualTo(ExitCode.USAGE);
        assertThat(remove("nobody")).isEqualTo(ExitCode.NOTHING);
        assertThat(remove("nobody*")).isEqualTo(ExitCode.NOTHING);
        assertThat(remove("--older-than", "yesterday")).isEqualTo(ExitCode.USAGE);
        assertThat(tester.err()).contains("'yesterday' is no age; write one such as 7d");
        assertThat(remove("--keep", "-1")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void shouldTakeNothingThatDestroysFromTheEnvironment() throws IOException {
        Path run = record("one");
        Files.writeString(directory.resolve("asyncplot.properties"), "yes = true\nkeep = 0\n");

        assertThat(remove("one")).isEqualTo(ExitCode.DONE);

        assertThat(run).isDirectory();
    }
}
