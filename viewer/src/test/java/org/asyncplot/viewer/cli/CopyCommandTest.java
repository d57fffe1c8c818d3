// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
