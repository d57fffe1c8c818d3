// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.writer.Axis;
import org.asyncplot.writer.OverflowPolicy;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.TimeSignal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class InfoCommandTest {
    @TempDir
    private Path directory;

    private Path runs;
    private Path run;

    @BeforeEach
    void record() {
        runs = directory.resolve("runs");
        try (Plot plot = Plot.open(new PlotContext().name("b\u00e4r 1").runsDirectory(runs).parameter("dt", 0.5).blockBytes(1 << 20))) {
            Signal energy = plot.signal("energy", "J", "total", "kinetic");
            TimeSignal price = plot.timeSignal("price", "EUR");
            plot.waveform("psi", "", 8, ElementType.FLOAT32, Axis.INDEX).put(new float[8]);
            plot.signal("silent", "");
            for (int i = 0; i < 1000; i++) {
                energy.add(i * 0.5, i, -i);
                price.add(1_000_000_000L * i, 1.25);
            }
            energy.add(500, Double.NaN, 7);
            plot.notes().info("half way");
            run = plot.directory().orElseThrow();
        }
    }

    @Test
    void shouldSayWhatARunHolds() throws IOException {
        JsonNode info = new ObjectMapper().readTree(succeed("info", "b\u00e4r 1", "--json"));

        assertThat(info.get("name").asText()).isEqualTo("b\u00e4r 1");
        assertThat(info.get("directory").asText()).isEqualTo(run.toString());
        assertThat(info.get("endReason").asText()).isEqualTo("closed");
        assertThat(info.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(info.get("diskBytes").asLong()).isBetween(4096L, 8L << 20);
        JsonNode energy = info.get("channels").get(0);
        assertThat(energy.get("count").asLong()).isEqualTo(1001);
        assertThat(energy.get("lastX").asDouble()).isEqualTo(500);
        assertThat(energy.get("last")).hasToString("[null,7.0]");
        assertThat(info.get("channels").get(1).get("lastX").asText()).isEqualTo("1970-01-01T00:16:39Z");
        assertThat(info.get("channels").get(2).get("kind").asText()).isEqualTo("waveform");
        assertThat(info.get("channels").get(2).get("count").asLong()).isEqualTo(1);
        assertThat(info.get("channels").get(3).get("firstX").isNull()).isTrue();
        assertThat(info.get("notes").get(0).get("text").asText()).isEqualTo("half way");
    }

    @Test
    void shouldCountWhatWasDropped() throws IOException {
        // Nobody works for the plot, and the computation does not help itself: there is one block.
        try (Plot plot = Plot.open(new PlotContext().name("dropping").runsDirectory(runs).agentInvoked(true).overflowPolicy(OverflowPolicy.DROP))) {
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 10_000; i++) {
                signal.add(i, i);
            }
        }

        JsonNode channel = new ObjectMapper().readTree(succeed("info", "dropping", "--json")).get("channels").get(0);

        assertThat(channel.get("dropped").asLong()).isPositive();
        assertThat(channel.get("count").asLong() + channel.get("dropped").asLong()).isEqualTo(10_000);
        assertThat(succeed("info", "dropping")).contains(NumberText.count(channel.get("dropped").asLong()));
    }

    @Test
    void shouldSayItToPeople() {
        assertThat(succeed("info", run.toString())).contains("b\u00e4r 1: finished (closed)", "dt = 0.5", "half way", "16:39Z");
    }

    @Test
    void shouldFindARunInARunsDirectoryThatIsGivenRelatively() {
        CommandTester tester = tester();
        tester.environment.put("ASYNCPLOT_RUNS", Path.of("").toAbsolutePath().relativize(runs).toString());

        assertThat(tester.run("info", run.getFileName().toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void shouldListRunsWithoutValues() throws IOException {
        JsonNode list = new ObjectMapper().readTree(succeed("list", "--json"));

        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("channels").get(0).get("count").asLong()).isEqualTo(1001);
        assertThat(list.get(0).get("channels").get(0).has("last")).isFalse();
        assertThat(succeed("list")).hasLineCount(2).contains("b\u00e4r 1", "finished");
    }

    @Test
    void shouldListTheOthersWhenOneRunIsDamaged() throws IOException {
        Path broken = Files.createDirectory(runs.resolve("broken-20260101-000000-1"));
        Files.writeString(broken.resolve("20260101L.cq4"), "garbage".repeat(10_000));
        CommandTester tester = tester();

        assertThat(tester.run("list")).isEqualTo(ExitCode.DONE);

        assertThat(tester.out()).hasLineCount(2);
        assertThat(tester.err()).hasLineCount(1).startsWith("asyncplot: ").contains(broken.toString());
    }

    @Test
    void shouldSayWhenThereAreNoRuns() {
        CommandTester tester = tester();

        assertThat(tester.run("list", "--runs", directory.resolve("none").toString())).isEqualTo(ExitCode.DONE);

        assertThat(tester.err()).isEqualTo("asyncplot: no runs in " + directory.resolve("none") + " yet\n");
    }

    @Test
    void shouldEndWithNothingWhenThereIsNoSuchRun() throws IOException {
        assertThat(fail("info", "nobody")).isEqualTo(ExitCode.NOTHING);
    }

    @Test
    void shouldFailWhenDirectoryIsNoRun() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "nothing to see");

        assertThat(fail("info", other.toString())).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void shouldFailWhenRunIsCutShortToNothing() throws IOException {
        truncate(0);

        assertThat(fail("info", run.toString())).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void shouldSurviveAnyTruncation() throws IOException {
        for (long length : List.of(100_000L, 40_000L, 20_000L, 4096L, 100L)) {
            truncate(length);
            Map<Path, String> before = bytes();
            CommandTester tester = tester();

            int exitCode = tester.run("info", run.toString());

            assertThat(exitCode).as("cut to %d", length).isIn(ExitCode.DONE, ExitCode.FAILED);
            assertThat(tester.err().lines().count()).as("cut to %d: %s", length, tester.err()).isEqualTo(exitCode);
            assertThat(bytes()).isEqualTo(before);
        }
    }

    @Test
    void shouldOpenWhenMetadataIsGarbage() throws IOException {
        Files.writeString(run.resolve("metadata.cq4t"), "garbage".repeat(10_000));

        CommandTester tester = tester();
        int exitCode = tester.run("info", run.toString());

        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        assertThat(tester.err()).isEmpty();
    }

    private void truncate(long length) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(found -> found.toString().endsWith(".cq4")).toList()) {
                try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
                    data.setLength(Math.min(length, data.length()));
                }
            }
        }
    }

    private Map<Path, String> bytes() throws IOException {
        Map<Path, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] read = Files.readAllBytes(file);
                bytes.put(file, read.length + " bytes with hash " + Arrays.hashCode(read));
            }
        }
        return bytes;
    }

    private String succeed(String... arguments) {
        CommandTester tester = tester();
        assertThat(tester.run(arguments)).as(tester.err()).isEqualTo(ExitCode.DONE);
        assertThat(tester.err()).isEmpty();
        return tester.out();
    }

    /** Whatever is wrong: one line that names the place, nothing on standard output, nothing changed on disk. */
    private int fail(String... arguments) throws IOException {
        Map<Path, String> before = bytes();
        CommandTester tester = tester();
        int exitCode = tester.run(arguments);
        assertThat(tester.out()).isEmpty();
        assertThat(tester.err()).hasLineCount(1).startsWith("asyncplot: ").contains(directory.toString());
        assertThat(bytes()).isEqualTo(before);
        return exitCode;
    }

    private CommandTester tester() {
        CommandTester tester = new CommandTester(directory.resolve("asyncplot.properties"));
        tester.environment.put("ASYNCPLOT_RUNS", runs.toString());
        return tester;
    }
}
