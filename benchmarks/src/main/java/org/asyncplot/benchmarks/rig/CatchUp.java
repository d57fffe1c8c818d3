// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;

/**
 * Is a viewer current that comes late, or was stopped? {@code java -cp benchmarks.jar org.asyncplot.benchmarks.rig.CatchUp VIEWER
 * [--behind N] [--seconds S] [--rate HZ]}: it is started on a run of N samples that grows, and later stopped for S seconds. The level of
 * the signal changes just before it is started, and just after it is stopped; the picture is current when the new level stands where the
 * newest samples are, and the old one does not. Told is how many pictures were wrong before that.
 */
public final class CatchUp {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final int LOOK_AT_X = WIDTH * 9 / 10;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final double LOW = 0;
    private static final double HIGH = 1;

    private CatchUp() {
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
            System.err.println("usage: CatchUp VIEWER [--behind N] [--seconds S] [--rate HZ]");
            System.exit(2);
        }
        long behind = number(given, "--behind", 100_000_000);
        long seconds = number(given, "--seconds", 60);
        double rate = number(given, "--rate", 1_000_000);
        Path directory = Files.createTempDirectory("catch-up");
        boolean current;
        try (XvfbScreen screen = XvfbScreen.start(directory, WIDTH, HEIGHT);
             Plot plot = Plot.open(new PlotContext().name("late").runsDirectory(directory));
             SteadySignal signal = new SteadySignal(plot.signal("level", "V"), rate, behind, LOW)) {
            signal.level(HIGH);
            // Until the old level has left the second that is shown.
            TimeUnit.MILLISECONDS.sleep(1500);
            long startedNs = System.nanoTime();
            Process viewer = view(Path.of(given.get(0)), directory, plot.directory().orElseThrow(), screen.display());
            try {
                LevelWatch watch = new LevelWatch(screen, System::nanoTime, LOOK_AT_X, HEIGHT / 8, HEIGHT * 7 / 8);
                current = tell(String.format(Locale.ROOT, "started on %,d samples", behind), watch.await(HIGH, startedNs, PATIENCE_NS));
                signal.level(LOW);
                watch.await(LOW, System.nanoTime(), PATIENCE_NS);
                // What the just-in-time compiler has to do belongs to the start.
                TimeUnit.SECONDS.sleep(5);
                signal(viewer, "STOP");
                signal.level(HIGH);
                TimeUnit.SECONDS.sleep(Math.max(2, seconds));
                long continuedNs = System.nanoTime();
                signal(viewer, "CONT");
                current &= tell(String.format(Locale.ROOT, "stopped for %d s at %,.0f samples/s", seconds, rate),
                    watch.await(HIGH, continuedNs, PATIENCE_NS));
            } finally {
                viewer.destroy();
                viewer.waitFor();
            }
        }
        System.exit(current ? 0 : 1);
    }

    private static boolean tell(String what, LevelWatch.Seen seen) {
        boolean current = seen.wrongPictures() >= 0 && seen.wrongPictures() < 2;
        System.out.printf("%s: first change of the picture after %.0f ms, %s after %.0f ms, %d wrong pictures before%s%n", what,
            seen.firstNs() * 1e-6, "current", seen.currentNs() * 1e-6, seen.wrongPictures(), current ? "" : ": FAIL");
        return current;
    }

    private static void signal(Process viewer, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(viewer.pid())).inheritIO().start().waitFor();
    }

    private static long number(List<String> given, String option, long otherwise) {
        int at = given.indexOf(option);
        return at < 0 ? otherwise : Long.parseLong(given.get(at + 1));
    }

    private static Process view(Path viewer, Path directory, Path run, String display) throws IOException {
        Path figure = Files.writeString(directory.resolve("figure.yaml"), """
            figure: late
            x: {last: 1}
            panels:
              - y: {range: [-0.5, 1.5]}
                series: [level]
            """, StandardCharsets.UTF_8);
        return Viewers.start(viewer, display, List.of(run.toString(), "--figure", figure.toString(), "--size", WIDTH + "x" + HEIGHT));
    }
}
