// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a reader keeps does not grow with the run: neither on the heap nor in mappings. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ReaderMemoryTest {
    private static final long MOST_BYTES = 5 << 20;

    @TempDir
    Path runs;

    private Path record(int samples) {
        try (Plot plot = Plot.open(new PlotContext().name("n" + samples).runsDirectory(runs))) {
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < samples; i++) {
                signal.add(i, i % 1000);
            }
            return plot.directory().orElseThrow();
        }
    }

    /** Bytes on the heap that a reader holds after it has drawn all and parts of a run. */
    private static long held(Path directory) {
        long before = used();
        try (Run run = Run.open(directory)) {
            SignalSeries series = RunSignals.of(run.signal("a")).get(0);
            for (double part = 1; part > 1e-3; part /= 3) {
                series.trace(XRange.of(0, series.count() * part), 1000);
                series.trace(XRange.of(series.count() * (1 - part), series.count()), 1000);
            }
            return used() - before;
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    @Test
    void shouldHoldAsMuchOfALongRunAsOfAShortOne() {
        Path shortRun = record(1_000_000);
        Path longRun = record(16_000_000);
        held(shortRun);
        long ofShort = held(shortRun);
        long ofLong = held(longRun);
        assertThat(ofLong - ofShort).as("%d, then %d bytes", ofShort, ofLong).isLessThan(MOST_BYTES);
    }

    @Test
    @Tag("nightly")
    @EnabledOnOs(OS.LINUX)
    void shouldGiveMappingsBackWhileItReadsOn() throws IOException {
        Path directory = record(120_000_000);
        try (Run run = Run.open(directory)) {
            double[] sum = {0};
            run.signal("a").forEach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, (x, y) -> sum[0] += y);
            assertThat(sum[0]).isEqualTo(120_000.0 * 999 * 500);
            try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
                // 2 GB in windows of 64 MB; 2048 blocks of 133 KB stay open, and what Chronicle's tailer and the newest document lie in.
                assertThat(maps.filter(line -> line.contains(directory.getFileName().toString()) && line.contains(".cq4")).count())
                    .isLessThanOrEqualTo(12);
            }
        }
    }
}
