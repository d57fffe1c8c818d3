// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.writer.OverflowPolicy;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;

/**
 * Do eight threads with a million samples a second each lose any, and how long do they wait?
 * {@code java -cp benchmarks.jar org.asyncplot.benchmarks.rig.Threads [--directory DIR] [--policy help|drop] [--threads N] [--rate N] [--seconds N]}.
 * Each thread adds a thousand samples when they are due, then parks, so that more threads than cores can keep the rate. Against cheating:
 * a rate that is not kept and a lost sample fail the measurement.
 */
public final class Threads {
    private static final int BATCH = 1000;

    private Threads() {
    }

    /**
     * Measures and prints.
     *
     * @param arguments options
     * @throws IOException          if files fail
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> options = Arrays.asList(arguments);
        Path directory = Files.createTempDirectory(Path.of(Machine.option(options, "--directory", "/dev/shm")), "writer-threads");
        int threads = Integer.parseInt(Machine.option(options, "--threads", "8"));
        double perSecond = Double.parseDouble(Machine.option(options, "--rate", "1000000"));
        long seconds = Long.parseLong(Machine.option(options, "--seconds", "10"));
        OverflowPolicy policy = OverflowPolicy.valueOf(Machine.option(options, "--policy", "help").toUpperCase(Locale.ROOT));
        System.out.printf("%d threads, %.0f samples/s each, %s; %s%n", threads, perSecond, policy.name().toLowerCase(Locale.ROOT), Machine.line(directory));
        boolean whole;
        try (Plot plot = Plot.open(new PlotContext().name("threads").runsDirectory(directory).overflowPolicy(policy))) {
            List<OpenLoop.Result> results = run(plot, threads, perSecond, seconds);
            whole = tell(plot.directory().orElseThrow(), results, (long) (perSecond * seconds) / BATCH * BATCH);
        }
        Machine.delete(directory);
        System.exit(whole ? 0 : 1);
    }

    private static List<OpenLoop.Result> run(Plot plot, int threads, double perSecond, long seconds) throws InterruptedException {
        OpenLoop.Result[] results = new OpenLoop.Result[threads];
        List<Thread> running = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            int own = number;
            Signal signal = plot.signal("a" + number, "");
            long[] added = {0};
            running.add(new Thread(() -> results[own] = new OpenLoop(System::nanoTime, perSecond / BATCH).parking()
                .run((long) (perSecond * seconds) / BATCH, () -> {
                    for (int i = 0; i < BATCH; i++) {
                        signal.add(added[0], -added[0]);
                        added[0]++;
                    }
                })));
        }
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
        return List.of(results);
    }

    private static boolean tell(Path directory, List<OpenLoop.Result> results, long added) {
        double slowest = results.stream().mapToDouble(OpenLoop.Result::perSecond).min().orElse(0) * BATCH;
        double nsASample = results.stream().mapToDouble(result -> result.durations().getMean()).average().orElse(0) / BATCH;
        long waits = 0;
        long longestNs = 0;
        long dropped = 0;
        long missing = 0;
        try (Run run = Run.open(directory)) {
            for (Channel channel : run.channels()) {
                waits += channel.waits();
                longestNs = Math.max(longestNs, channel.longestWaitNs());
                dropped += channel.dropped();
                missing += added - channel.count() - channel.dropped();
            }
        }
        boolean whole = dropped == 0 && missing == 0 && results.stream().allMatch(OpenLoop.Result::keptUp);
        System.out.printf(Locale.ROOT, "slowest thread %.0f samples/s, %.1f ns a sample in batches of %d (mean), %d dropped, %d missing, %d waits, the longest %.3f ms%s%n",
            slowest, nsASample, BATCH, dropped, missing, waits, longestNs / (double) TimeUnit.MILLISECONDS.toNanos(1), whole ? "" : ": FAIL");
        return whole;
    }
}
