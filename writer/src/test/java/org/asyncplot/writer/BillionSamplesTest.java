// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 10^9 samples, 16 GB: indexes of level 2, a run of several minutes at full speed. Exact at every zoom, and told how long it took. */
@Tag("nightly")
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class BillionSamplesTest {
    private static final long SAMPLES = Long.getLong("asyncplot.test.samples", 1_000_000_000L);
    private static final long PERIOD = 1_000_003;
    private static final int COLUMNS = 1200;

    @TempDir
    Path runs;

    private static double y(long i) {
        return i % PERIOD;
    }

    @Test
    void shouldDrawEveryStretchExactly() throws IOException {
        assumeThat(Files.getFileStore(runs).getUsableSpace()).isGreaterThan(SAMPLES * 18);
        Path directory;
        long beganNs = System.nanoTime();
        try (Plot plot = Plot.open(new PlotContext().name("billion").runsDirectory(runs))) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (long i = 0; i < SAMPLES; i++) {
                signal.add(i, y(i));
            }
        }
        tell("written", beganNs);
        beganNs = System.nanoTime();
        try (Run run = Run.open(directory)) {
            SignalSeries series = RunSignals.of(run.signal("a")).get(0);
            assertThat(series.count()).isEqualTo(SAMPLES);
            check((Envelope) series.trace(series.extent(), COLUMNS), 0, SAMPLES);
            tell("opened and drawn", beganNs);
            SplittableRandom random = new SplittableRandom(5);
            for (double part = 0.7; part * SAMPLES > 4 * COLUMNS; part /= 4) {
                long from = (long) (random.nextDouble() * (1 - part) * SAMPLES);
                long to = from + (long) (part * SAMPLES);
                beganNs = System.nanoTime();
                Envelope envelope = (Envelope) series.trace(XRange.of(from, to), COLUMNS);
                tell(String.format("%,d of them", to - from), beganNs);
                check(envelope, from, to + 1);
            }
        }
    }

    private static void tell(String what, long beganNs) {
        System.out.printf("%,d samples: %s in %.1f ms%n", SAMPLES, what, (System.nanoTime() - beganNs) / 1e6);
    }

    private static void check(Envelope envelope, long from, long to) {
        long start = from;
        for (int column = 0; column < envelope.columns(); column++) {
            long end = start + envelope.count()[column];
            boolean wraps = y(end - 1) < y(start) || end - start >= PERIOD;
            double[] expected = {wraps ? 0 : y(start), wraps ? PERIOD - 1 : y(end - 1), y(start), y(end - 1)};
            assertThat(new double[] {envelope.min()[column], envelope.max()[column], envelope.first()[column], envelope.last()[column]})
                .as("column %d of %d to %d", column, from, to).containsExactly(expected);
            start = end;
        }
        assertThat(start).isEqualTo(to);
    }
}
