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
import org.asyncplot.viewer.plot.AutoLayout;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.RunMoments;
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
 * How long does it take to go to another moment of a recorded run? Moments are random, so that no search begins where the last ended. The
 * sibling draws a picture of what was the newest hundred thousand samples then, 1200x800 with axes and text.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = {"-Xmx1g", "-Djava.awt.headless=true"})
public class SeekBenchmark {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int SHOWN = 100_000;

    /** Samples of the run. */
    @Param({"1000000", "100000000"})
    public int samples;

    /** Where the run is made; it needs 17 bytes a sample. */
    @Param("")
    public String directory;

    private final SplittableRandom random = new SplittableRandom(1);
    private Path made;
    private Run run;
    private long lengthNs;
    private FigureSpec figure;
    private FigurePainter painter;
    private int[] pixels;

    /** Records a signal and opens it. */
    @Setup(Level.Trial)
    public void record() throws IOException {
        made = directory.isEmpty() ? Files.createTempDirectory("seek-benchmark") : Files.createTempDirectory(Path.of(directory), "seek-benchmark");
        Path recorded;
        try (Plot plot = Plot.open(new PlotContext().name("seek").runsDirectory(made))) {
            recorded = plot.directory().orElseThrow();
            Signal signal = plot.signal("wave", "V");
            for (int i = 0; i < samples; i++) {
                signal.add(i, (i & 1023) + (i >> 20));
            }
        }
        run = Run.open(recorded);
        lengthNs = RunMoments.lengthNs(run);
        figure = AutoLayout.of(RunSnapshot.of(run, name -> true));
        painter = new FigurePainter(Theme.DARK, 1);
        pixels = new int[WIDTH * HEIGHT];
    }

    /** Removes the run. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        run.close();
        try (Stream<Path> files = Files.walk(made)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    /** What was there at another moment. */
    @Benchmark
    public long seek() {
        return RunSnapshot.asOf(run, name -> true, random.nextLong(lengthNs)).signals().get(0).count();
    }

    /** The same, drawn. */
    @Benchmark
    public int[] seekAndFrame() {
        Snapshot snapshot = RunSnapshot.asOf(run, name -> true, random.nextLong(lengthNs));
        long count = snapshot.signals().get(0).count();
        painter.paint(pixels, WIDTH, HEIGHT, Frames.between(figure, count - SHOWN, count), snapshot);
        return pixels;
    }
}
