// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;

/**
 * How old is what one sees? From {@code add} in this process to a changed pixel on the screen of an X server, drawn by a viewer in a
 * process of its own: {@code java -cp benchmarks.jar org.asyncplot.benchmarks.rig.PixelLatency VIEWER [--fast] [--samples N] [--behind N]},
 * where VIEWER is the launcher or the jar.
 * Latency counts from the moment a sample was due. Against cheating: a sample moves the line across the strip that is looked at, and the
 * strip has to be at rest before the next one is due; missed changes fail the measurement.
 */
public final class PixelLatency {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final long QUIET_NS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long SPREAD_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(2);
    /** Between two looks; whoever looks without a pause takes one of two cores from what is measured. */
    private static final long LOOK_INTERVAL_NS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final int WARM_UP = 100;
    private static final int MOST_SAMPLES = 550;
    private static final double FIRST_X = 0.15;
    private static final double STEP_X = 0.001;
    /** So far apart that a line from one to the next crosses some of the lines of pixels that are looked at. */
    private static final double[] LEVELS = {0.45, 0.55};

    private PixelLatency() {
    }

    /**
     * Measures and prints.
     *
     * @param arguments the viewer (its launcher, or its jar) and options
     * @throws IOException          if a process cannot be started
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = Arrays.asList(arguments);
        if (given.isEmpty() || given.get(0).startsWith("-")) {
            System.err.println("usage: PixelLatency VIEWER [--fast] [--samples N] [--behind N]");
            System.exit(2);
        }
        boolean fast = given.contains("--fast");
        int samples = Math.min(MOST_SAMPLES, number(given, "--samples", 500));
        int behind = number(given, "--behind", 0);
        Path directory = Files.createTempDirectory("pixel-latency");
        boolean whole = false;
        try (XvfbScreen screen = XvfbScreen.start(directory, WIDTH, HEIGHT);
             Plot plot = Plot.open(new PlotContext().name("latency").runsDirectory(directory))) {
            Signal signal = plot.signal("level", "V");
            // Far to the left of what is looked at, all levels in turn, so that the scales stay.
            for (int i = 0; i < Math.max(2, behind); i++) {
                signal.add(-1e6 + i * 1e-3, i % 2);
            }
            Process viewer = view(Path.of(given.get(0)), directory, plot.directory().orElseThrow(), screen.display(), fast);
            try {
                whole = measure(viewer, screen, signal, samples, fast, behind);
            } finally {
                viewer.destroy();
                viewer.waitFor();
            }
        }
        System.exit(whole ? 0 : 1);
    }

    private static int number(List<String> given, String option, int otherwise) {
        int at = given.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(given.get(at + 1));
    }

    private static Process view(Path viewer, Path directory, Path run, String display, boolean fast) throws IOException {
        Path figure = Files.writeString(directory.resolve("figure.yaml"), """
            figure: latency
            x: {from: 0, to: 1}
            panels:
              - y: {range: [-0.5, 1.5]}
                series: [level]
            """, StandardCharsets.UTF_8);
        List<String> options = new ArrayList<>(List.of(run.toString(), "--figure", figure.toString(), "--size", WIDTH + "x" + HEIGHT));
        if (fast) {
            options.add("--fast");
        }
        return Viewers.start(viewer, display, options);
    }

    private static boolean measure(Process viewer, XvfbScreen screen, Signal signal, int samples, boolean fast, int behind) {
        // Each sample draws a steep line, about one pixel to the right of the one before: it crosses these lines of pixels.
        Strip strip = new Strip(screen, WIDTH / 8, WIDTH * 15 / 16, lines());
        int[] added = {0};
        Runnable add = () -> {
            added[0]++;
            signal.add(FIRST_X + added[0] * STEP_X, LEVELS[added[0] % 2]);
        };
        BooleanSupplier hasChanged = () -> {
            LockSupport.parkNanos(LOOK_INTERVAL_NS);
            return strip.hasChanged();
        };
        awaitWindow(viewer, hasChanged, add);
        ChangeLatency latency = new ChangeLatency(System::nanoTime, new SplittableRandom(1), QUIET_NS, SPREAD_NS, PATIENCE_NS);
        latency.measure(WARM_UP, add, hasChanged);
        ChangeLatency measured = new ChangeLatency(System::nanoTime, new SplittableRandom(2), QUIET_NS, SPREAD_NS, PATIENCE_NS);
        Histogram histogram = measured.measure(samples, add, hasChanged);
        System.out.printf("add -> X pixel, %s, %d samples behind, %s, %d processors, Java %s%n", fast ? "--fast" : "default",
            behind, System.getProperty("os.name") + " " + System.getProperty("os.version"), Runtime.getRuntime().availableProcessors(),
            Runtime.version());
        System.out.printf("p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms, %d measured, %d missed%s%n",
            histogram.getValueAtPercentile(50) * 1e-6, histogram.getValueAtPercentile(90) * 1e-6, histogram.getValueAtPercentile(99) * 1e-6,
            histogram.getMaxValue() * 1e-6, histogram.getTotalCount(), measured.missed(), measured.missed() > 0 ? ": FAIL" : "");
        return measured.missed() == 0;
    }

    private static int[] lines() {
        int[] lines = new int[24];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = HEIGHT / 4 + i * HEIGHT / 2 / lines.length;
        }
        return lines;
    }

    private static void awaitWindow(Process viewer, BooleanSupplier hasChanged, Runnable add) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int changes = 0;
        while (changes < 20) {
            add.run();
            long untilNs = System.nanoTime() + QUIET_NS;
            while (System.nanoTime() < untilNs) {
                changes += hasChanged.getAsBoolean() ? 1 : 0;
            }
            if (!viewer.isAlive()) {
                throw new IllegalStateException("the viewer has ended with " + viewer.exitValue());
            }
            if (System.nanoTime() > deadlineNs) {
                throw new IllegalStateException("no window shows the samples within 30 s");
            }
        }
    }
}
