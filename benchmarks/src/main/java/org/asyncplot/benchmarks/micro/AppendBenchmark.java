// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.writer.OverflowPolicy;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one (x, y) sample cost the computing thread, while its blocks are supplied ahead of need? Batches of 8192 samples go into blocks
 * that were prepared and populated outside the timed part; the siblings write the same two doubles the plain way of Chronicle, one document
 * a sample, and into raw populated mapped memory, which is the limit. Bounds checks are on. Against cheating: what was added is counted at
 * the end, and a lost sample fails the benchmark.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = {"-Xmx1g"})
public class AppendBenchmark {
    private static final int BATCH = 8192;
    /** Keeps files small: a run of a trial is rolled over into a new one. */
    private static final long MOST_SAMPLES = 16_000_000;
    private static final int RAW_BYTES = 64 << 20;

    /** Where the files lie: a file system in memory, or the disk. */
    @Param({"/dev/shm", "."})
    public String directory;

    private Path temporary;
    private Plot plot;
    private Signal signal;
    private long added;
    private ChronicleQueue queue;
    private ExcerptAppender appender;
    private UnsafeBuffer raw;
    private int rawPosition;
    private double x;

    /** A new directory for each iteration. */
    @Setup(Level.Iteration)
    public void open() throws IOException {
        temporary = Files.createTempDirectory(Path.of(directory), "append-benchmark");
        openPlot();
        queue = SingleChronicleQueueBuilder.binary(temporary.resolve("queue")).rollCycle(LargeRollCycles.LARGE_DAILY).blockSize(64L << 20)
            .build();
        appender = queue.createAppender();
        raw = new UnsafeBuffer(IoUtil.mapNewFile(temporary.resolve("raw").toFile(), RAW_BYTES));
        raw.setMemory(0, RAW_BYTES, (byte) 1);
    }

    private void openPlot() {
        plot = Plot.open(new PlotContext().name("benchmark").runsDirectory(temporary).agentInvoked(true).overflowPolicy(OverflowPolicy.DROP));
        signal = plot.signal("a", "");
        added = 0;
    }

    /** Checks that nothing was lost, and removes the files. */
    @TearDown(Level.Iteration)
    public void close() throws IOException {
        checkAndClosePlot();
        queue.close();
        IoUtil.unmap((java.nio.MappedByteBuffer) raw.byteBuffer());
        try (Stream<Path> files = Files.walk(temporary)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    private void checkAndClosePlot() {
        Path run = plot.directory().orElseThrow();
        plot.close();
        try (org.asyncplot.core.run.Run opened = org.asyncplot.core.run.Run.open(run)) {
            long found = opened.signal("a").count();
            if (found != added || opened.signal("a").dropped() != 0) {
                throw new IllegalStateException(added + " samples were added, " + found + " are there");
            }
        }
    }

    /** Prepares blocks outside the timed part. */
    @Setup(Level.Invocation)
    public void supply() {
        if (added > MOST_SAMPLES) {
            checkAndClosePlot();
            openPlot();
        }
        while (plot.invokeAgent() > 0) {
            Thread.onSpinWait();
        }
    }

    /** {@code Signal.add(x, y)} into blocks supplied ahead. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void signalAdd() {
        Signal to = signal;
        double at = x;
        for (int i = 0; i < BATCH; i++) {
            to.add(at, -at);
            at += 1e-3;
        }
        x = at;
        added += BATCH;
    }

    /** The same sample as one Chronicle document. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void chronicleDocumentPerSample() {
        double at = x;
        for (int i = 0; i < BATCH; i++) {
            try (DocumentContext document = appender.writingDocument()) {
                Bytes<?> bytes = document.wire().bytes();
                bytes.writeDouble(at);
                bytes.writeDouble(-at);
            }
            at += 1e-3;
        }
        x = at;
    }

    /** The same sample as two plain stores and a release store of a count in populated mapped memory: the limit. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void rawMappedStore() {
        UnsafeBuffer to = raw;
        double at = x;
        int position = rawPosition;
        for (int i = 0; i < BATCH; i++) {
            if (position > RAW_BYTES - 32) {
                position = 0;
            }
            to.putDouble(16 + position, at);
            to.putDouble(16 + position + 8, -at);
            to.putLongRelease(0, position);
            position += 16;
            at += 1e-3;
        }
        rawPosition = position;
        x = at;
    }
}
