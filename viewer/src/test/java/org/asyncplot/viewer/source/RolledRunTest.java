// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A viewer follows a run whose old files go under its hands. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RolledRunTest {
    private static final long MIB = 1L << 20;
    private static final int FILES = 25;

    @TempDir
    Path runs;

    @Test
    void shouldShowNoValueThatWasNeverAddedWhileOldFilesGo() throws InterruptedException {
        PlotContext context = new PlotContext().name("rolled").runsDirectory(runs).blockBytes(MIB).rollBytes(MIB).keep(6 * MIB);
        try (Plot plot = Plot.open(context)) {
            Path directory = plot.directory().orElseThrow();
            int first = newestFile(directory);
            Signal signal = plot.signal("a", "");
            signal.add(0, 7);
            Thread computing = new Thread(() -> {
                long next = 1;
                while (newestFile(directory) < first + FILES) {
                    for (int i = 0; i < 1000; i++) {
                        // Always far from zero, which is what a hole reads as.
                        signal.add(next, 7 + (next & 1));
                        next++;
                    }
                    LockSupport.parkNanos(100_000);
                }
            });
            computing.start();
            try (RunAgent agent = new RunAgent(new OpenRun(directory, name -> true), System::nanoTime, Instant::now, 0)) {
                int drawn = 0;
                while (computing.isAlive()) {
                    agent.doWork();
                    assertThat(agent.status().phase()).as(agent.status().detail()).isEqualTo(RunStatus.Phase.RUNNING);
                    drawn += agent.take().map(RolledRunTest::draw).orElse(0);
                }
                assertThat(drawn).isPositive();
            }
            computing.join();
        }
    }

    private static int newestFile(Path directory) {
        var files = QueueFile.in(directory);
        return QueueFile.numberOf(files.get(files.size() - 1));
    }

    /** As a renderer does: the capture may be older than the oldest file by now. */
    private static int draw(Capture capture) {
        for (SignalSeries signal : capture.snapshot().signals()) {
            for (int look = 0; look < 5; look++) {
                Trace trace = signal.trace(XRange.of(0, signal.count()), 100);
                if (trace instanceof Envelope envelope) {
                    for (int column = 0; column < 100; column++) {
                        if (envelope.count()[column] > 0) {
                            assertThat(envelope.min()[column]).isBetween(7.0, 8.0);
                            assertThat(envelope.max()[column]).isBetween(7.0, 8.0);
                        }
                    }
                }
            }
        }
        return capture.snapshot().signals().size();
    }
}
