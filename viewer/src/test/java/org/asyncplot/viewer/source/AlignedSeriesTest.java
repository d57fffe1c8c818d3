// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.viewer.source.Alignment.By;
import org.asyncplot.viewer.source.Alignment.Offset;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.TimeSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class AlignedSeriesTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final int SAMPLES = 5_000;

    @TempDir
    private Path directory;

    @Test
    void shouldFindEverySampleWhereverARunIsMoved() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Plot plot = Plot.open(new PlotContext().name("moved").runsDirectory(directory))) {
            Signal number = plot.signal("number", "V");
            TimeSignal time = plot.timeSignal("time", "V");
            double x = random.nextDouble();
            for (int i = 0; i < SAMPLES; i++) {
                x += random.nextDouble();
                number.add(x, i);
                time.add(START_NS + Math.round(x * 1e9), i);
            }
        }
        try (Run run = Run.open(new Runs(directory).find("moved"))) {
            for (int i = 0; i < 200; i++) {
                Offset offset = new Offset((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(7)), random.nextBoolean() ? "" : "ms");
                for (String name : new String[] {"number", "time"}) {
                    SignalSeries recorded = RunSignals.of(run.signal(name)).get(0);
                    for (By by : By.values()) {
                        SignalSeries moved = new AlignedSeries("", recorded, START_NS, by, offset);
                        String what = name + " " + by + " " + offset + ", seed " + seed;
                        assertThat(samples(moved.trace(moved.extent(), 100))).as(what).isEqualTo(SAMPLES);
                        assertThat(samples(moved.trace(moved.extent(), SAMPLES))).as(what).isEqualTo(SAMPLES);
                    }
                }
            }
        }
    }

    @Test
    void shouldCountSecondsSinceTheStart() {
        SignalSeries series = new AlignedSeries("", new TimedSeries("s", START_NS, 1, 2), START_NS, By.START, new Offset(10, ""));
        Points points = (Points) series.trace(XRange.of(0, 20), 5);
        assertThat(points.x()).containsExactly(11, 12);
        assertThat(points.range()).isEqualTo(XRange.of(0, 20));
    }

    @Test
    void shouldMoveTimesByNanoseconds() {
        SignalSeries series = new AlignedSeries("", new TimedSeries("s", START_NS, 1, 2), START_NS, By.X, new Offset(1, "ns"));
        assertThat(series.extent().originNs()).isEqualTo(START_NS + 1);
        assertThat(((Points) series.trace(new XRange(START_NS, 0, 3e9), 5)).x()).containsExactly(1e9 + 1, 2e9 + 1);
    }

    private static long samples(Trace trace) {
        if (trace instanceof Envelope envelope) {
            long sum = 0;
            for (long count : envelope.count()) {
                sum += count;
            }
            return Math.toIntExact(sum);
        }
        return ((Points) trace).x().length;
    }
}
