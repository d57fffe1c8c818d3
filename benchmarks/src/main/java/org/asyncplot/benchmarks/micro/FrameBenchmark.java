// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Samples;
import org.asyncplot.viewer.plot.AutoLayout;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.RunSnapshot;
import org.asyncplot.viewer.source.Snapshot;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a frame take, from a recorded run to the last pixel? 1200x800 with axes and text, all samples in view, drawn from the mapped
 * file. The sibling that scans every y once for its smallest and largest value is the limit of any exact picture without a pyramid. Bounds
 * checks are on. Against cheating: each frame moves the end of the view by a sample, so that nothing of the frame before can be kept, and
 * the pixels are returned.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = {"-Xmx1g", "-Djava.awt.headless=true"})
public class FrameBenchmark {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    /** Samples in view. */
    @Param({"10000", "1000000"})
    public int samples;

    private Path directory;
    private Run run;
    private Snapshot snapshot;
    private FigureSpec figure;
    private FigurePainter painter;
    private int[] pixels;
    private int frame;

    /** Records a noisy signal and opens it. */
    @Setup(Level.Trial)
    public void record() throws IOException {
        directory = Files.createTempDirectory("frame-benchmark");
        SplittableRandom random = new SplittableRandom(1);
        Path recorded;
        try (Plot plot = Plot.open(new PlotContext().name("noise").runsDirectory(directory))) {
            recorded = plot.directory().orElseThrow();
            Signal signal = plot.signal("noise", "V");
            for (int i = 0; i < samples; i++) {
                signal.add(i, Math.sin(i * 1e-5) + random.nextDouble());
            }
        }
        run = Run.open(recorded);
        snapshot = RunSnapshot.of(run, name -> true);
        figure = AutoLayout.of(snapshot);
        painter = new FigurePainter(Theme.DARK, 1);
        pixels = new int[WIDTH * HEIGHT];
    }

    /** Removes the run. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        run.close();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    /** One frame of the whole run. */
    @Benchmark
    public int[] frame() {
        frame = (frame + 1) % 100;
        painter.paint(pixels, WIDTH, HEIGHT, Frames.endingBefore(figure, samples - 1 - frame), snapshot);
        return pixels;
    }

    /** The same with a new snapshot of the run, as a live view takes it. */
    @Benchmark
    public int[] snapshotAndFrame() {
        frame = (frame + 1) % 100;
        painter.paint(pixels, WIDTH, HEIGHT, Frames.endingBefore(figure, samples - 1 - frame), RunSnapshot.of(run, name -> true));
        return pixels;
    }

    /** Every y looked at once where it lies: the limit. */
    @Benchmark
    public double scanOnly() {
        Samples all = run.signal("noise").pin();
        double[] extremes = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        all.forEachBlock(0, all.count(), (block, from, to, first) -> {
            double low = extremes[0];
            double high = extremes[1];
            for (int i = from; i < to; i++) {
                double y = block.y(0, i);
                if (y < low) {
                    low = y;
                }
                if (y > high) {
                    high = y;
                }
            }
            extremes[0] = low;
            extremes[1] = high;
        });
        return extremes[1] - extremes[0];
    }
}
