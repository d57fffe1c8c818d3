// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asyncplot.core.run.ElementType;

/**
 * A program that records until it is killed: in one thread samples, in another frames of both retentions. After each it tells an oracle
 * outside the run how many there are. Everything that it records is a function of its number.
 */
final class KilledComputation {
    static final String NAME = "killed";
    static final int FRAME_LENGTH = 500;

    private KilledComputation() {
    }

    public static void main(String[] arguments) throws IOException {
        KillOracle oracle = KillOracle.map(Path.of(arguments[1]));
        Plot plot = open(Path.of(arguments[0]));
        endAlone();
        Signal signal = plot.signal("a", "");
        Signal row = plot.signal("row", "", "p", "q");
        Waveform all = plot.waveform("all", "", FRAME_LENGTH);
        Waveform latest = plot.waveform("latest", "", FRAME_LENGTH, ElementType.FLOAT64, Axis.INDEX, Retention.latest(2));
        Thread frames = new Thread(() -> frames(all, latest, oracle));
        frames.start();
        for (long i = 0; ; i++) {
            signal.add(i, y(i));
            oracle.published(KillOracle.SAMPLES, i + 1);
            if (i % 7 == 0) {
                row.add(i / 7, y(i / 7), -y(i / 7));
                oracle.published(KillOracle.ROWS, i / 7 + 1);
            }
        }
    }

    /** A machine that is busy with something else may take longer than a plot waits. */
    private static Plot open(Path runs) {
        while (true) {
            Plot plot = Plot.open(new PlotContext().name(NAME).runsDirectory(runs).errorHandler(slow -> { }));
            if (plot.isOn()) {
                return plot;
            }
        }
    }

    /** If the test that should kill this process was itself killed. */
    private static void endAlone() {
        Thread end = new Thread(() -> {
            LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
            Runtime.getRuntime().halt(1);
        });
        end.setDaemon(true);
        end.start();
    }

    private static void frames(Waveform all, Waveform latest, KillOracle oracle) {
        double[] y = new double[FRAME_LENGTH];
        for (long i = 0; ; i++) {
            FrameClaim claim = all.claim();
            for (int element = 0; element < FRAME_LENGTH; element++) {
                claim.set(element, y(i) + element);
            }
            claim.commit();
            oracle.published(KillOracle.FRAMES, i + 1);
            for (int again = 0; again < 8; again++) {
                long number = i * 8 + again;
                Arrays.setAll(y, element -> y(number) + element);
                latest.put(y);
                oracle.published(KillOracle.LATEST, number + 1);
            }
        }
    }

    /** No two neighbours share it, and none is what unwritten memory holds. */
    static double y(long number) {
        return number * 0.5 + 1;
    }
}
