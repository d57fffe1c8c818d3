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
import org.asyncplot.core.run.Run;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
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
 * What does the exact envelope of a stretch of a long run take, for 1200 pixel columns, whatever the length of the run and the zoom? Each
 * invocation looks elsewhere. {@code openAndLook} opens the run as well, as a short command does. The page cache is warm; sizes beyond
 * memory want {@code -p directory} on a disk, and 10^9 samples take 16 GB there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = {"-Xmx256m", "-Djava.awt.headless=true"})
public class EnvelopeBenchmark {
    private static final int COLUMNS = 1200;

    /** Samples of the run. */
    @Param({"1000000", "10000000", "100000000"})
    public long samples;

    /** Part of the run in view. */
    @Param({"1", "0.1", "0.01", "0.0001"})
    public double part;

    /** Where the run goes. */
    @Param("/tmp")
    public String directory;

    private Path temporary;
    private Path recorded;
    private Run run;
    private SignalSeries series;
    private SplittableRandom random;

    /** Records a noisy signal and opens it. */
    @Setup(Level.Trial)
    public void record() throws IOException {
        temporary = Files.createTempDirectory(Path.of(directory), "envelope-benchmark");
        random = new SplittableRandom(1);
        try (Plot plot = Plot.open(new PlotContext().name("noise").runsDirectory(temporary))) {
            recorded = plot.directory().orElseThrow();
            Signal signal = plot.signal("noise", "V");
            for (long i = 0; i < samples; i++) {
                signal.add(i, Math.sin(i * 1e-5) + random.nextDouble());
            }
        }
        run = Run.open(recorded);
        series = RunSignals.of(run.signal("noise")).get(0);
        if (series.count() != samples) {
            throw new IllegalStateException(samples + " samples were added, " + series.count() + " are there");
        }
    }

    /** Removes the run. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        run.close();
        try (Stream<Path> files = Files.walk(temporary)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    private XRange somewhere() {
        double span = samples * part;
        double from = part == 1 ? random.nextDouble() : random.nextDouble() * (samples - span);
        return XRange.of(from, from + span);
    }

    /** The envelope of some stretch. */
    @Benchmark
    public Trace envelope() {
        return series.trace(somewhere(), COLUMNS);
    }

    /** The same with opening and closing the run. */
    @Benchmark
    public Trace openAndLook() {
        try (Run opened = Run.open(recorded)) {
            return RunSignals.of(opened.signal("noise")).get(0).trace(somewhere(), COLUMNS);
        }
    }
}
