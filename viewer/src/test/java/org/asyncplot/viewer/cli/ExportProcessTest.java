// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.TimeSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Exports as others see them: pipes, signals, full disks, readers that are not ours. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
final class ExportProcessTest {
    /** What asyncplot's tables are read with where node is there; kept between builds. */
    private static final Path NODE = Path.of("target/node").toAbsolutePath();

    @TempDir
    private Path directory;

    private void record(int count) {
        try (Plot plot = Plot.open(new PlotContext().name("wave").runsDirectory(directory.resolve("runs")))) {
            plot.xAxis("t", "s");
            Signal a = plot.signal("a", "m");
            Signal b = plot.signal("b", "");
            for (int i = 0; i < count; i++) {
                a.add(i / 1000.0, Math.sin(i / 7.0));
                if (i % 3 == 0) {
                    b.add(i / 1000.0, i % 9 == 0 ? Double.NaN : 1e300 / (i + 1));
                }
            }
        }
    }

    private String sum(int count) {
        double a = 0;
        double b = 0;
        for (int i = 0; i < count; i++) {
            a += Math.sin(i / 7.0);
            b += i % 3 == 0 && i % 9 != 0 ? 1e300 / (i + 1) : 0;
        }
        return a + " " + b;
    }

    private ProcessRun shell(String script) throws IOException, InterruptedException {
        return ProcessRun.of(directory, Map.of("ASYNCPLOT_RUNS", directory.resolve("runs").toString(), "ASYNCPLOT", ProcessRun.LAUNCHER.toString()),
                List.of("sh", "-c", script));
    }

    private static boolean works(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            return process.waitFor(120, TimeUnit.SECONDS) && process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @Test
    void shouldEndQuietlyWhenTheReaderOfItsOutputGoes() throws Exception {
        record(400_000);

        ProcessRun run = shell("\"$ASYNCPLOT\" export wave -o - | head -n 2");

        assertThat(run.out()).isEqualTo("t [s],a [m],b\n0,0,NaN\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldBeReadByPythonAsItWasWritten() throws Exception {
        assumeTrue(works("python3", "-c", "import csv"), "no python3 here");
        record(10_000);
        Files.writeString(directory.resolve("read.py"), """
            import csv, math, sys
            rows = list(csv.reader(sys.stdin))
            assert rows[0] == ['t [s]', 'a [m]', 'b'], rows[0]
            a = b = 0.0
            for i, row in enumerate(rows[1:]):
                assert float(row[0]) == i / 1000.0
                a += float(row[1])
                assert (row[2] == '') == (i % 3 != 0)
                if row[2] and not math.isnan(float(row[2])):
                    b += float(row[2])
            print(repr(a) == sys.argv[1].split()[0].replace('E', 'e'), b == float(sys.argv[1].split()[1]), len(rows) - 1)
            """);

        ProcessRun run = shell("\"$ASYNCPLOT\" export wave -o - | python3 read.py '" + sum(10_000) + "'");

        assertThat(run.out()).as(run.err()).isEqualTo("True True 10000\n");
    }

    @Test
    void shouldBeReadByAnIndependentReaderOfArrow() throws Exception {
        boolean installed = works("node", "--version") && (Files.isDirectory(NODE.resolve("node_modules/apache-arrow"))
                || works("npm", "install", "--no-audit", "--no-fund", "--prefix", NODE.toString(), "apache-arrow@21"));
        assumeTrue(installed, "no node here, or npm cannot install apache-arrow");
        record(200_000);
        try (Plot plot = Plot.open(new PlotContext().name("prices").runsDirectory(directory.resolve("runs")))) {
            TimeSignal price = plot.timeSignal("price", "EUR");
            price.add(1_700_000_000_123_456_789L, 5);
        }
        Files.writeString(directory.resolve("read.cjs"), """
            const {tableFromIPC} = require('apache-arrow');
            const {readFileSync} = require('fs');
            const wave = tableFromIPC(readFileSync('wave.arrow'));
            let a = 0, b = 0, present = 0;
            const [t, va, vb] = ['t', 'a', 'b'].map(name => wave.getChild(name));
            for (let i = 0; i < wave.numRows; i++) {
                if (t.get(i) !== i / 1000) throw new Error('t at ' + i);
                a += va.get(i);
                if (vb.get(i) !== null) { present++; if (!Number.isNaN(vb.get(i))) b += vb.get(i); }
            }
            console.log(wave.numRows, present, wave.schema.fields.map(field => field.name + ':' + (field.metadata.get('unit') || '')).join());
            console.log(a, b);
            const prices = tableFromIPC(readFileSync('prices.arrow'));
            console.log(prices.getChild('time').data[0].values[0].toString(), String(prices.schema.fields[0].type), prices.getChild('price').get(0));
            """);

        ProcessRun run = shell("\"$ASYNCPLOT\" export wave -o wave.arrow && \"$ASYNCPLOT\" export prices -o prices.arrow && NODE_PATH='"
                + NODE.resolve("node_modules") + "' node read.cjs");

        List<String> lines = run.out().lines().skip(2).toList();
        assertThat(lines).as(run.err()).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("200000 66667 t:s,a:m,b:");
        String[] sums = lines.get(1).split(" ");
        assertThat(Double.parseDouble(sums[0]) + " " + Double.parseDouble(sums[1])).isEqualTo(sum(200_000));
        assertThat(lines.get(2)).contains("1700000000123456789").contains("Timestamp<NANOSECOND").endsWith(" 5");
    }

    @Test
    void shouldLeaveNothingAndEndSoonOnCtrlC() throws Exception {
        record(2_000_000);
        Process export = ProcessRun.builder(directory, Map.of("ASYNCPLOT_RUNS", directory.resolve("runs").toString()),
                List.of(ProcessRun.LAUNCHER.toString(), "export", "wave", "-o", "big.csv")).start();
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (parts().isEmpty() && export.isAlive() && System.nanoTime() < endNs) {
            Thread.onSpinWait();
        }
        assertThat(parts()).isNotEmpty();
        long from = System.nanoTime();

        new ProcessBuilder("kill", "-INT", Long.toString(export.pid())).start().waitFor();

        assertThat(export.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(5));
        assertThat(export.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(parts()).isEmpty();
        assertThat(directory.resolve("big.csv")).doesNotExist();
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.toString().endsWith(".part")).toList();
        }
    }

    @Test
    void shouldLeaveNothingOnAFullDisk() throws Exception {
        record(200_000);
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(works("mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", disk.toString()), "not allowed to mount here");
        try {
            for (String name : List.of("out.csv", "out.arrow")) {
                ProcessRun run = shell("\"$ASYNCPLOT\" export wave -o disk/" + name);

                assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
                assertThat(run.err()).isEqualTo("asyncplot: disk/" + name + ": No space left on device\n");
                try (Stream<Path> files = Files.list(disk)) {
                    assertThat(files).isEmpty();
                }
            }
        } finally {
            works("umount", "-l", disk.toString());
        }
    }

    @Test
    void shouldShowABarOnATerminalOnly() throws Exception {
        assumeTrue(works("script", "--version"), "no script command here to make a terminal");
        record(2_000_000);

        ProcessRun onTerminal = shell("script -qec '\"$ASYNCPLOT\" export wave -o terminal.csv' /dev/null");
        ProcessRun elsewhere = shell("\"$ASYNCPLOT\" export wave -o elsewhere.csv");

        assertThat(onTerminal.out()).contains("exporting [").contains(" %");
        assertThat(elsewhere.err()).isEqualTo("asyncplot: 2 000 000 rows, 2 666 667 samples; the signals have different x: an empty field is no sample\n");
    }
}
