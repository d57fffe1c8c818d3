// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.run.XType;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.TimeSignal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class ExportCommandTest {
    @TempDir
    private Path directory;

    private Path runs;
    private CommandTester tester;

    @BeforeEach
    void makeTester() {
        runs = directory.resolve("runs");
        tester = newTester();
    }

    private CommandTester newTester() {
        CommandTester made = new CommandTester(directory.resolve("asyncplot.properties"));
        made.systemProperties.put("asyncplot.runs", runs.toString());
        made.systemProperties.put(Progress.TERMINAL, "false");
        return made;
    }

    private Plot open() {
        return Plot.open(new PlotContext().name("pendulum").runsDirectory(runs).parameter("length", 2));
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private void export(String... arguments) {
        String[] all = Stream.concat(Stream.of("export", "pendulum"), Stream.of(arguments)).toArray(String[]::new);
        assertThat(tester.run(all)).as(tester.err()).isEqualTo(ExitCode.DONE);
    }

    private Path imported(Path file, String... options) {
        CommandTester importing = newTester();
        String[] all = Stream.concat(Stream.of("import", file.toString()), Stream.of(options)).toArray(String[]::new);
        assertThat(importing.run(all)).as(importing.err()).isEqualTo(ExitCode.DONE);
        List<String> lines = importing.out().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    /** Every bit of every signal, with the names it goes by. */
    private static List<String> contents(Path run) {
        List<String> found = new ArrayList<>();
        try (Run opened = Run.open(run)) {
            for (Channel channel : opened.channels()) {
                if (channel instanceof SignalChannel signal) {
                    found.add(signal.name() + " [" + signal.unit() + "] " + signal.columns() + " " + signal.xType());
                    if (signal.xType() == XType.TIME) {
                        signal.forEachTimeRow(Long.MIN_VALUE, Long.MAX_VALUE, (ns, y) -> found.add(ns + bits(y)));
                    } else {
                        signal.forEachRow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, (x, y) -> found.add(bits(x) + bits(y)));
                    }
                }
            }
        }
        return found;
    }

    private static String bits(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(' ').append(Long.toHexString(Double.doubleToLongBits(value)));
        }
        return text.toString();
    }

    @Test
    void shouldWriteAColumnForEachSignalOfACommonX() throws IOException {
        try (Plot plot = open()) {
            plot.xAxis("t", "s");
            Signal angle = plot.signal("angle", "rad");
            Signal position = plot.signal("position, \"it\"", "m", "x", "y");
            for (int i = 0; i < 3; i++) {
                angle.add(i * 0.1, i == 1 ? Double.NaN : 0 - i);
                position.add(i * 0.1, i, 1e-7 * i);
            }
        }

        export("-o", file("out.csv").toString());

        assertThat(file("out.csv")).hasContent("""
            t [s],angle [rad],"position, ""it"".x [m]","position, ""it"".y [m]"
            0,0,0,0
            0.1,NaN,1,1e-7
            0.2,-2,2,2e-7
            """);
        assertThat(tester.out()).isEqualTo(file("out.csv") + "\n");
        assertThat(tester.err()).isEqualTo("asyncplot: 3 rows, 6 samples\n");
    }

    @Test
    void shouldLeaveFieldsEmptyWhereASignalHasNoSample() throws IOException {
        try (Plot plot = open()) {
            Signal fast = plot.signal("fast", "");
            Signal slow = plot.signal("slow", "");
            for (int i = 0; i < 4; i++) {
                fast.add(i, i);
            }
            slow.add(0.5, 7);
            slow.add(2, 8);
        }

        export("-o", file("out.csv").toString());

        assertThat(file("out.csv")).hasContent("x,fast,slow\n0,0,\n0.5,,7\n1,1,\n2,2,8\n3,3,\n");
        assertThat(tester.err()).contains("5 rows, 6 samples; the signals have different x: an empty field is no sample");
    }

    @ParameterizedTest
    @CsvSource({"1, csv", "2, csv", "3, arrow", "4, arrow", "5, csv", "6, arrow"})
    void shouldBeTheSameSignalsWhenReadBack(long seed, String format) {
        Random random = new Random(seed);
        try (Plot plot = open()) {
            plot.xAxis("t", "s");
            for (int s = 0; s < 5; s++) {
                Signal signal = plot.signal(new String[] {"plain", "f(x)", "a [b]", "1", "größe; \"q\""}[s], s % 2 == 0 ? "" : "m/s");
                double x = random.nextInt(5);
                for (int i = random.nextInt(3000); i >= 0; i--) {
                    x += random.nextInt(3) * 0.25 * (s < 3 || random.nextBoolean() ? 1 : -1);
                    signal.add(x, random.nextInt(9) == 0 ? odd(random) : Double.longBitsToDouble(random.nextLong()));
                }
            }
        }
        Path file = file("out." + format);

        export("-o", file.toString());

        Path original = new Runs(runs).find("pendulum");
        assertThat(contents(imported(file, "--sparse"))).isEqualTo(contents(original));
    }

    private static double odd(Random random) {
        return new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0, 0, Double.MIN_VALUE}[random.nextInt(6)];
    }

    @ParameterizedTest
    @CsvSource({"csv", "arrow"})
    void shouldKeepTimesToTheNanosecond(String format) {
        try (Plot plot = open()) {
            TimeSignal bid = plot.timeSignal("bid", "EUR");
            TimeSignal ask = plot.timeSignal("ask", "EUR");
            for (int i = 0; i < 1000; i++) {
                bid.add(1_700_000_000_000_000_000L + i * 1_000_000_007L, i);
                ask.add(1_700_000_000_000_000_000L + i * 500_000_003L, i);
            }
        }
        Path file = file("out." + format);

        export("-o", file.toString());

        Path original = new Runs(runs).find("pendulum");
        assertThat(contents(imported(file, "--sparse"))).isEqualTo(contents(original));
    }

    @Test
    void shouldKeepRowsAndParametersInArrow() {
        try (Plot plot = open()) {
            Signal position = plot.signal("position", "m", "x", "y", "z");
            TimeSignal never = plot.timeSignal("never", "");
            for (int i = 0; i < 70_000; i++) {
                position.add(i, -i, i * 2.0, Double.NaN);
            }
            assertThat(never).isNotNull();
        }

        export("-o", file("out.arrow").toString(), "--channels", "position");

        Path original = new Runs(runs).find("pendulum");
        Path again = imported(file("out.arrow"), "--param", "site=north");
        assertThat(contents(again)).isEqualTo(contents(original).stream().filter(line -> !line.startsWith("never")).toList());
        try (Run run = Run.open(again)) {
            assertThat(run.parameters()).containsEntry("length", "2").containsEntry("site", "north");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--from|2|3|2 3 4", "--to|1|2|0 1", "--from|-2s|3|2 3 4", "--to|-3000ms|2|0 1", "--from|9|0|''"})
    void shouldTakeAStretchBothEndsIncluded(String option, String value, int rows, String expected) throws IOException {
        try (Plot plot = open()) {
            plot.xAxis("t", "s");
            Signal angle = plot.signal("angle", "");
            for (int i = 0; i < 5; i++) {
                angle.add(i, i);
            }
        }

        export("-o", file("out.csv").toString(), option, value);

        List<String> lines = Files.readAllLines(file("out.csv"));
        assertThat(lines).hasSize(rows + 1);
        assertThat(String.join(" ", lines.subList(1, lines.size()).stream().map(line -> line.split(",")[0]).toList())).isEqualTo(expected);
    }

    @Test
    void shouldReplaceAFileOnlyWhenForced() throws IOException {
        try (Plot plot = open()) {
            plot.signal("angle", "").add(1, 2);
        }
        Files.writeString(file("out.csv"), "precious");

        assertThat(tester.run("export", "pendulum", "-o", file("out.csv").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(file("out.csv")).hasContent("precious");
        assertThat(tester.err()).isEqualTo("asyncplot: " + file("out.csv") + " exists already; name another file, or --force replaces it\n");

        export("-o", file("out.csv").toString(), "--force");
        assertThat(file("out.csv")).hasContent("x,angle\n1,2\n");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("runs", "out.csv");
        }
    }

    @Test
    void shouldSayWhatCannotBeATable() {
        try (Plot plot = open()) {
            plot.signal("angle", "").add(1, 2);
            plot.timeSignal("price", "").add(1, 2);
            plot.waveform("spectrum", "", 4);
        }

        assertThat(tester.run("export", "pendulum", "-o", file("a.csv").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(tester.run("export", "pendulum", "-o", file("a.csv").toString(), "--channels", "spec*")).isEqualTo(ExitCode.FAILED);
        assertThat(tester.run("export", "pendulum", "-o", file("a.csv").toString(), "--channels", "nothing")).isEqualTo(ExitCode.NOTHING);
        assertThat(tester.run("export", "pendulum", "-o", file("a.csv").toString(), "--channels", "price", "--from", "3"))
            .isEqualTo(ExitCode.FAILED);
        assertThat(tester.run("export", "pendulum", "-o", file("a.txt").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(tester.run("export", "pendulum", "-o", file("none/a.csv").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(tester.run("export", "absent", "-o", file("a.csv").toString())).isEqualTo(ExitCode.NOTHING);

        List<String> lines = tester.err().lines().toList();
        assertThat(lines.get(0)).endsWith(": one table has one x, but angle is over numbers and price over time; export them one after the other"
            + " with --channels");
        assertThat(lines.get(1)).endsWith(": a table holds signals, but spectrum are frames");
        assertThat(lines.get(2)).endsWith("no channel matches 'nothing'; it has angle, price, spectrum");
        assertThat(lines.get(3)).contains(": --from: '3' is a number, but its x axis is time");
        assertThat(lines.get(4)).contains("a.txt ends in neither .csv nor .arrow; say --format");
        assertThat(lines.get(5)).contains("there is no directory " + file("none"));
        assertThat(lines).hasSize(7);
        assertThat(file("a.csv")).doesNotExist();
    }

    @Test
    void shouldSayThatAnArrowFileIsDamaged() throws IOException {
        try (Plot plot = open()) {
            plot.signal("angle", "").add(1, 2);
        }
        export("-o", file("out.arrow").toString());
        byte[] whole = Files.readAllBytes(file("out.arrow"));
        for (int length = 6; length < whole.length; length += 37) {
            Path cut = Files.write(file("cut.arrow"), Arrays.copyOf(whole, length));
            CommandTester importing = newTester();
            assertThat(importing.run("import", cut.toString())).as("cut to %d: %s", length, importing.err()).isEqualTo(ExitCode.FAILED);
            assertThat(importing.err()).startsWith("asyncplot: " + cut + ": ").hasLineCount(1);
        }
    }
}
