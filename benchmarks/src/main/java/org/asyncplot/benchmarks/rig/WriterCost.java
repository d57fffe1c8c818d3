// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.writer.OverflowPolicy;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;

/**
 * What does {@code add(x, y)} cost at a rate of a million a second, and what do readers change about it?
 * {@code java -cp benchmarks.jar org.asyncplot.benchmarks.rig.WriterCost [--directory DIR] [--policy help|drop] [--rate N] [--readers 0,1,8,32]
 * [--seconds N] [--written-back]}. With the agent on its thread, as in a computation. Single adds are timed above an empty pair of looks at the
 * clock, at the same percentile; {@code due} is the 99.99th percentile from the moment a sample was due; the mean is that of
 * batches of 64, less that of the loop alone. {@code raw} stores the same into fresh pages of a mapped file that nobody populates. Against
 * cheating: a rate that is not kept and a lost sample fail the measurement.
 */
public final class WriterCost {
    private static final int BATCH = 64;
    private static final double[] PERCENTILES = {50, 99, 99.9, 99.99};
    private static final int WARM_UP_SAMPLES = 4_000_000;
    private static final long RAW_BYTES = 512L << 20;

    private final Path directory;
    private final double perSecond;
    private final int seconds;
    private final boolean writtenBack;
    private final Plot plot;
    private final Signal signal;
    private long added;
    private long made;
    private long ignored;
    private double ignoredX;
    private double ignoredY;
    private boolean failed;
    private double meanAlone;

    /** A place for a sample. */
    @FunctionalInterface
    private interface Sink {
        void add(double x, double y);
    }

    private WriterCost(Path directory, List<String> options) {
        this.directory = directory;
        this.perSecond = Double.parseDouble(Machine.option(options, "--rate", "1000000"));
        this.seconds = Integer.parseInt(Machine.option(options, "--seconds", "4"));
        this.writtenBack = options.contains("--written-back");
        OverflowPolicy policy = OverflowPolicy.valueOf(Machine.option(options, "--policy", "help").toUpperCase(Locale.ROOT));
        this.plot = Plot.open(new PlotContext().name("cost").runsDirectory(directory).overflowPolicy(policy));
        this.signal = plot.signal("a", "");
    }

    /**
     * Measures and prints.
     *
     * @param arguments options
     * @throws IOException          if files or processes fail
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> options = Arrays.asList(arguments);
        Path directory = Files.createTempDirectory(Path.of(Machine.option(options, "--directory", "/dev/shm")), "writer-cost");
        System.out.println("add(x, y), " + String.join(" ", options) + "; " + Machine.line(directory));
        WriterCost cost = new WriterCost(directory, options);
        try {
            cost.measureAll(Stream.of(Machine.option(options, "--readers", "0,1,8,32").split(",")).map(Integer::valueOf).toList());
        } finally {
            cost.plot.close();
        }
        boolean whole = cost.checkNothingLost();
        Machine.delete(directory);
        System.exit(whole ? 0 : 1);
    }

    private void add(double x, double y) {
        signal.add(x, y);
        added++;
    }

    /** What a loop costs that makes samples and adds none. */
    private void ignore(double x, double y) {
        ignoredX = x;
        ignoredY = y;
        ignored++;
    }

    private void measureAll(List<Integer> readerCounts) throws IOException, InterruptedException {
        batches(this::add, WARM_UP_SAMPLES);
        measure("(warming up)", this::add);
        meanAlone = 0;
        failed = false;
        System.out.printf("%-18s %8s %8s %8s %8s %8s %8s %8s %8s  ns%n", "readers", "p50", "p99", "p99.9", "p99.99", "max",
            "due", "mean", "ratio");
        for (int count : readerCounts) {
            try (Readers readers = Readers.attach(plot.directory().orElseThrow(), count)) {
                measure(count + " reading", this::add);
                if (count == 1) {
                    readers.stop();
                    measure("1 stopped", this::add);
                    readers.kill();
                    measure("1 killed", this::add);
                }
            }
        }
        measure("0 again", this::add);
        try (Raw raw = new Raw(directory.resolve("raw"))) {
            measure("raw, unpopulated", raw::add);
        }
    }

    private void measure(String what, Sink sink) throws IOException {
        List<OpenLoop.Result> parts = new ArrayList<>();
        OpenLoop.Result empty = loop(perSecond).run((long) perSecond, () -> { });
        OpenLoop.Result emptyBatches = batches(this::ignore, (long) perSecond);
        Histogram single = new Histogram(empty.durations());
        single.reset();
        Histogram batch = new Histogram(single);
        Histogram due = new Histogram(single);
        for (int second = 0; second < seconds; second++) {
            beforeEach();
            OpenLoop.Result singles = loop(perSecond).run((long) perSecond / 2, () -> sink.add(made * 1e-6, -made++));
            beforeEach();
            OpenLoop.Result batches = batches(sink, (long) perSecond / 2);
            single.add(singles.durations());
            due.add(singles.sinceDue());
            batch.add(batches.durations());
            parts.add(singles);
            parts.add(batches);
        }
        double mean = (batch.getMean() - emptyBatches.durations().getMean()) / BATCH;
        meanAlone = meanAlone == 0 ? mean : meanAlone;
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", what));
        for (double percentile : PERCENTILES) {
            line.append(String.format(Locale.ROOT, " %8d", single.getValueAtPercentile(percentile) - empty.durations().getValueAtPercentile(percentile)));
        }
        line.append(String.format(Locale.ROOT, " %8d %8d %8.2f %8.2f  empty %s", single.getMaxValue(), due.getValueAtPercentile(99.99), mean,
            mean / meanAlone, percentiles(empty.durations())));
        double slowest = parts.stream().mapToDouble(part -> part.perSecond() / part.asked()).min().orElse(0);
        if (!parts.stream().allMatch(OpenLoop.Result::keptUp)) {
            line.append(String.format(Locale.ROOT, ": FAIL, %.1f %% of the rate", slowest * 100));
            failed = true;
        }
        System.out.println(line);
    }

    private static OpenLoop loop(double perSecond) {
        return new OpenLoop(System::nanoTime, perSecond);
    }

    private OpenLoop.Result batches(Sink sink, long samples) {
        return loop(perSecond / BATCH).run(samples / BATCH, () -> {
            for (int i = 0; i < BATCH; i++) {
                sink.add(made * 1e-6, -made);
                made++;
            }
        });
    }

    /** What the agent has populated is written to the disk before it is used, as if it had lain there for long. */
    private void beforeEach() throws IOException {
        if (!writtenBack) {
            return;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        try (Stream<Path> files = Files.list(plot.directory().orElseThrow())) {
            for (Path file : files.toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(false);
                }
            }
        }
    }

    private static String percentiles(Histogram histogram) {
        List<String> values = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            values.add(Long.toString(histogram.getValueAtPercentile(percentile)));
        }
        return String.join("/", values);
    }

    private boolean checkNothingLost() {
        try (Run run = Run.open(plot.directory().orElseThrow())) {
            SignalChannel found = run.signal("a");
            boolean whole = found.count() == added && found.dropped() == 0;
            System.out.printf("%d added, %d found, %d dropped, %d waits, the longest %.3f ms%s%n", added, found.count(), found.dropped(), found.waits(),
                found.longestWaitNs() * 1e-6, whole && !failed ? "" : ": FAIL");
            return whole && !failed;
        }
    }

    /** The same two stores and a release store of a count, into pages that are made by the store. */
    private static final class Raw implements AutoCloseable {
        private final UnsafeBuffer buffer;
        private int position;

        Raw(Path file) {
            this.buffer = new UnsafeBuffer(IoUtil.mapNewFile(file.toFile(), RAW_BYTES, false));
        }

        void add(double x, double y) {
            position += 16;
            buffer.putDouble(position, x);
            buffer.putDouble(position + 8, y);
            buffer.putLongRelease(0, position);
        }

        @Override
        public void close() {
            IoUtil.unmap((MappedByteBuffer) buffer.byteBuffer());
        }
    }
}
