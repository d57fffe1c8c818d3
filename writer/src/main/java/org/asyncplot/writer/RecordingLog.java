// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells what opening and agent do, for those who ask: to the System.Logger named org.asyncplot at level DEBUG, and where that would be
 * heard by nobody but {@value #PROPERTY} says debug, to standard error. Never used by a computing thread, but for a count under the lock.
 */
final class RecordingLog {
    /** System property; the environment variable is named accordingly. */
    static final String PROPERTY = "asyncplot.log";
    private static final String LOGGER = "org.asyncplot";
    private static final long TICK_NS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<String> sink;
    private final String run;
    /** The agent's. */
    private boolean ticking;
    private long tickNs;
    private long bytesAtTick;
    private boolean refusing;
    private long documentsAtTick;
    /** Counted under the supply lock. */
    private volatile long documents;

    /** Tells the sink; null for silence. */
    RecordingLog(String run, Consumer<String> sink) {
        this.run = run;
        this.sink = sink;
    }

    /** The log of one run. */
    static RecordingLog of(String run) {
        boolean asked = PlotOption.LOG.inForce().value().equalsIgnoreCase("debug");
        System.Logger logger = System.getLogger(LOGGER);
        if (logger.isLoggable(System.Logger.Level.DEBUG)) {
            return new RecordingLog(run, line -> logger.log(System.Logger.Level.DEBUG, line));
        }
        return new RecordingLog(run, asked ? RecordingLog::print : null);
    }

    /** Documents that were appended so far. */
    long documents() {
        return documents;
    }

    private static void print(String line) {
        System.err.println(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " asyncplot: " + line);
    }

    void tell(String what) {
        if (sink != null) {
            sink.accept("run '" + run + "': " + what);
        }
    }

    /** A block or another document was appended; the supply lock is held. */
    void count() {
        documents++;
    }

    /** Called by the agent on every round: a line a second while there is something to tell. */
    void tick(long nowNs, long recordedBytes, boolean nowRefusing) {
        if (sink == null) {
            return;
        }
        if (nowRefusing != refusing) {
            refusing = nowRefusing;
            tell(refusing ? "no space left, new data is dropped and counted" : "there is space again, recording goes on");
        }
        if (!ticking) {
            ticking = true;
            bytesAtTick = recordedBytes;
            tickNs = nowNs;
        } else if (nowNs - tickNs >= TICK_NS) {
            tell(nowNs, recordedBytes);
        }
    }

    private void tell(long nowNs, long recordedBytes) {
        double seconds = (nowNs - tickNs) * 1e-9;
        long found = documents;
        if (found != documentsAtTick) {
            tell(Math.round((found - documentsAtTick) / seconds) + " blocks/s supplied, "
                + Math.round((recordedBytes - bytesAtTick) / seconds) + " bytes/s");
        }
        tickNs = nowNs;
        documentsAtTick = found;
        bytesAtTick = recordedBytes;
    }
}
