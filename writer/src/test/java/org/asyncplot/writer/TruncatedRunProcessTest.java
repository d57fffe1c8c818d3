// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is cut short while it is mapped: whoever looks at it gets an error, compiled or interpreted, and lives on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TruncatedRunProcessTest {
    private static final int SAMPLES = 2_000_000;

    @TempDir
    Path runs;

    /** Draws stretches of a run until it is damaged, and then says how that showed. */
    static final class Looker {
        public static void main(String[] arguments) {
            SplittableRandom random = new SplittableRandom(3);
            String seen = "";
            Run run = Run.open(Path.of(arguments[0]));
            SignalSeries series = RunSignals.of(run.signal("a")).get(0);
            System.out.println("looking");
            while (seen.isEmpty()) {
                try {
                    double from = random.nextDouble() * SAMPLES;
                    series.trace(XRange.of(from, from + random.nextDouble() * (SAMPLES - from)), 200);
                    run.refresh();
                } catch (RunException | InternalError | IndexOutOfBoundsException damaged) {
                    seen = damaged.getClass().getSimpleName();
                }
            }
            System.out.println("damaged: " + seen);
            System.out.println("alive");
            Runtime.getRuntime().halt(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-Xmixed"})
    void shouldSayThatItIsDamagedAndLiveOn(String mode) throws Exception {
        Path directory;
        try (Plot plot = Plot.open(new PlotContext().name("cut").runsDirectory(runs))) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < SAMPLES; i++) {
                signal.add(i, i);
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process looker = new ProcessBuilder(java, mode, "-cp", System.getProperty("java.class.path"), Looker.class.getName(), directory.toString())
            .redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = looker.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals("looking")) {
                    truncate(directory);
                }
            }
        }
        assertThat(looker.waitFor()).as("%s", said).isZero();
        assertThat(said).as("%s", said).contains("alive");
    }

    private static void truncate(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory);
            FileChannel channel = FileChannel.open(files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow(),
                StandardOpenOption.WRITE)) {
            channel.truncate(1 << 20);
        }
    }
}
