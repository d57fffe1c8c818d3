// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncplot.core.queue.ReadOnlyProcess;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.viewer.plot.AutoLayout;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.PngFile;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Snapshot;

/**
 * Loads on threads of its own what a short command will need, while the main thread reads the command line: most of what such a command
 * takes is the loading of classes. Whatever fails here is left to the command, which meets the same failure and tells it.
 */
final class HeadStart {
    private static final Set<String> READERS = Set.of("list", "info", "snapshot", "view", "replay", "copy", "remove", "export");
    private static final Set<String> WITH_A_VALUE = Set.of("--runs", "--log");
    private static final int PATIENCE_MS = 5_000;

    private HeadStart() {
    }

    /**
     * Begins; returns at once.
     *
     * @param arguments of the whole command line
     * @return the threads at it
     */
    static List<Thread> forCommand(String... arguments) {
        List<Thread> loading = new ArrayList<>();
        String command = command(List.of(arguments)).orElse("");
        if (READERS.contains(command)) {
            ReadOnlyProcess.declare();
            loading.add(start(ReadOnlyProcess::load));
        }
        if (command.equals("snapshot")) {
            loading.add(start(HeadStart::draw));
        }
        return loading;
    }

    /** The first word that is no option and no option's value. */
    static Optional<String> command(List<String> arguments) {
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("-")) {
                return Optional.of(word);
            }
            if (WITH_A_VALUE.contains(word) && words.hasNext()) {
                words.next();
            }
        }
        return Optional.empty();
    }

    /** A picture of next to nothing takes the same classes as any other. */
    static void draw() {
        double[] values = {0, 1};
        Snapshot snapshot = new Snapshot("", 0, List.of(), List.of(new WaveformSnapshot("a", "m", "x", "s", 0, 0, values, values)), List.of(), List.of());
        int[] argb = new int[200 * 150];
        new FigurePainter(Theme.LIGHT, 1).paint(argb, 200, 150, AutoLayout.of(snapshot), snapshot);
        PngFile.encode(argb, 200, 150);
    }

    /** Waits for what was begun: classes that are loaded while the JVM ends complain about it, in many lines. */
    static void await(List<Thread> loading) {
        try {
            for (Thread thread : loading) {
                thread.join(PATIENCE_MS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread start(Runnable loading) {
        Thread thread = new Thread(loading, "asyncplot-head-start");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, failure) -> { });
        thread.start();
        return thread;
    }
}
