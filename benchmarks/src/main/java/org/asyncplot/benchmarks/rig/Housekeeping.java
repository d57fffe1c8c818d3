// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;

/**
 * What does a plot cost beside the samples: its agent while data move and while they rest, opening, closing, the mark at a signal?
 * {@code java -cp benchmarks.jar org.asyncplot.benchmarks.rig.Housekeeping [--directory DIR] [--rate N] [--seconds N]}. The agent's CPU time and
 * allocation are those of its thread, as the JVM counts them.
 */
public final class Housekeeping {
    private static final int BATCH = 1000;
    private static final int OPENINGS = 20;
    private static final int SIGNALS = 5;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final Path directory;

    private Housekeeping(Path directory) {
        this.directory = directory;
    }

    /**
     * Measures and prints; with the word {@code child} it is the process that is signalled.
     *
     * @param arguments options
     * @throws IOException          if files or processes fail
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2 && arguments[0].equals("child")) {
            addForEver(Path.of(arguments[1]));
        }
        List<String> options = Arrays.asList(arguments);
        Path directory = Files.createTempDirectory(Path.of(Machine.option(options, "--directory", "/dev/shm")), "housekeeping");
        double perSecond = Double.parseDouble(Machine.option(options, "--rate", "1000000"));
        long seconds = Long.parseLong(Machine.option(options, "--seconds", "15"));
        System.out.println("housekeeping; " + Machine.line(directory));
        Housekeeping rig = new Housekeeping(directory);
        boolean keptUp = rig.busy(perSecond, seconds);
        rig.idle(seconds);
        rig.openings();
        rig.signals();
        Machine.delete(directory);
        System.exit(keptUp ? 0 : 1);
    }

    /** What a thread has used so far. */
    private record Usage(long atNs, long cpuNs, long allocatedBytes) {
        static Usage ofAgent() {
            com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            Thread agent = Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("asyncplot-agent")).findFirst().orElseThrow();
            return new Usage(System.nanoTime(), threads.getThreadCpuTime(agent.getId()), threads.getThreadAllocatedBytes(agent.getId()));
        }

        void printSince(Usage before, String what) {
            double elapsedNs = atNs - before.atNs;
            System.out.printf(Locale.ROOT, "%s: agent %.2f %% of a core, %.1f KiB allocated a minute%n", what, (cpuNs - before.cpuNs) * 100 / elapsedNs,
                (allocatedBytes - before.allocatedBytes) / 1024.0 * TimeUnit.MINUTES.toNanos(1) / elapsedNs);
        }
    }

    private PlotContext context(String name) {
        return new PlotContext().name(name).runsDirectory(directory);
    }

    private boolean busy(double perSecond, long seconds) {
        long beganNs = System.nanoTime();
        Plot plot = Plot.open(context("busy"));
        System.out.printf(Locale.ROOT, "first open of the JVM: %.0f ms%n", (System.nanoTime() - beganNs) * 1e-6);
        Signal signal = plot.signal("a", "");
        add(signal, perSecond, 5);
        Usage before = Usage.ofAgent();
        OpenLoop.Result result = add(signal, perSecond, seconds);
        Usage.ofAgent().printSince(before, String.format(Locale.ROOT, "%.0f samples/s%s", result.perSecond() * BATCH, result.keptUp() ? "" : " (FAIL)"));
        long closingNs = System.nanoTime();
        plot.close();
        System.out.printf(Locale.ROOT, "closed after %.2f ms%n", (System.nanoTime() - closingNs) * 1e-6);
        return result.keptUp();
    }

    private static OpenLoop.Result add(Signal signal, double perSecond, long seconds) {
        long[] added = {0};
        return new OpenLoop(System::nanoTime, perSecond / BATCH).parking().run((long) (perSecond * seconds) / BATCH, () -> {
            for (int i = 0; i < BATCH; i++) {
                signal.add(added[0], -added[0]);
                added[0]++;
            }
        });
    }

    private void idle(long seconds) {
        long openedNs = System.nanoTime();
        try (Plot plot = Plot.open(context("idle"))) {
            Signal signal = plot.signal("a", "");
            signal.add(1, 1);
            Usage start = Usage.ofAgent();
            sleep(5);
            Usage settled = Usage.ofAgent();
            sleep(seconds);
            Usage end = Usage.ofAgent();
            end.printSince(settled, "idle");
            System.out.printf(Locale.ROOT, "idle, the first 5 s: %.1f KiB allocated by the agent; %.1f KiB in all of %.0f s%n",
                (settled.allocatedBytes() - start.allocatedBytes()) / 1024.0, (end.allocatedBytes() - start.allocatedBytes()) / 1024.0, (end.atNs() - openedNs) * 1e-9);
        }
    }

    private static void sleep(long seconds) {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < untilNs) {
            LockSupport.parkNanos(untilNs - System.nanoTime());
        }
    }

    private void openings() {
        Histogram opened = new Histogram(PATIENCE_NS, 3);
        Histogram closed = new Histogram(PATIENCE_NS, 3);
        for (int i = 0; i < OPENINGS; i++) {
            long openingNs = System.nanoTime();
            Plot plot = Plot.open(context("open-" + i));
            opened.recordValue(System.nanoTime() - openingNs);
            Signal signal = plot.signal("a", "");
            for (int sample = 0; sample < 100_000; sample++) {
                signal.add(sample, sample);
            }
            long closingNs = System.nanoTime();
            plot.close();
            closed.recordValue(System.nanoTime() - closingNs);
        }
        print("open (not the first)", opened);
        print("close", closed);
    }

    private static void print(String what, Histogram histogram) {
        System.out.printf(Locale.ROOT, "%s: median %.2f ms, most %.2f ms, of %d%n", what, histogram.getValueAtPercentile(50) * 1e-6,
            histogram.getMaxValue() * 1e-6, histogram.getTotalCount());
    }

    /** From the signal to the mark in the header, both by the clock of the wall. */
    private void signals() throws IOException, InterruptedException {
        Histogram marked = new Histogram(PATIENCE_NS, 3);
        Histogram ended = new Histogram(PATIENCE_NS, 3);
        for (int i = 0; i < SIGNALS; i++) {
            Path runs = directory.resolve("signal-" + i);
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Housekeeping.class.getName(), "child", runs.toString()).inheritIO().start();
            try (Run run = awaitSamples(process, runs)) {
                long signalledNs = System.nanoTime();
                process.destroy();
                while (run.endReason().isEmpty() && System.nanoTime() - signalledNs < PATIENCE_NS) {
                    Thread.onSpinWait();
                }
                marked.recordValue(System.nanoTime() - signalledNs);
                process.waitFor();
                ended.recordValue(System.nanoTime() - signalledNs);
                if (!run.endReason().equals(java.util.Optional.of(EndReason.SIGNAL))) {
                    throw new IllegalStateException("the end is marked as " + run.endReason());
                }
            } finally {
                process.destroyForcibly();
            }
        }
        print("SIGTERM to the mark", marked);
        print("SIGTERM to the end of the process", ended);
    }

    private static Run awaitSamples(Process process, Path runs) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (process.isAlive() && System.nanoTime() < deadlineNs) {
            for (Path directory : new Runs(runs).list()) {
                try (Run look = Run.open(directory)) {
                    if (!look.channels().isEmpty() && look.channels().get(0).count() > BATCH) {
                        return Run.open(directory);
                    }
                } catch (org.asyncplot.core.queue.RunException notYet) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
            }
        }
        throw new IllegalStateException("no samples within 30 s");
    }

    private static void addForEver(Path runs) {
        Plot plot = Plot.open(new PlotContext().name("signalled").runsDirectory(runs));
        Signal signal = plot.signal("a", "");
        for (long i = 0; ; i++) {
            signal.add(i, i);
            if (i % BATCH == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }
}
