// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;

/**
 * The duty cycle behind a plot: populates memory ahead of need, supplies channels, seals what they are done with, copies counts, ticks their
 * clocks, leaves probes, beats the heart. Runs on one thread at a time and never blocks but for the kernel.
 */
final class RecordingAgent implements Agent {
    static final long COUNT_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long BEAT_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PROBE_LEAST_NS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PROBE_SPREAD_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LEAST_AHEAD_BYTES = 64 << 10;
    private static final long MOST_AHEAD_BYTES = 16L << 20;
    private static final long STEP_BYTES = 1L << 20;
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);

    private final Recording recording;
    private final Rolling rolling;
    private final long mostAheadBytes;
    private final SplittableRandom jitter = new SplittableRandom();
    private long countDueNs = System.nanoTime();
    private long beatDueNs = countDueNs;
    private long probeDueNs = countDueNs;
    private long retryDueNs = countDueNs;
    private long quietSinceNs = countDueNs;

    RecordingAgent(Recording recording, PlotContext context) {
        this.recording = recording;
        this.rolling = new Rolling(recording, context);
        this.mostAheadBytes = Math.min(MOST_AHEAD_BYTES, context.rollBytes() / 4);
    }

    @Override
    public String roleName() {
        return "asyncplot-agent";
    }

    @Override
    public int doWork() {
        long nowNs = System.nanoTime();
        int work = populate(nowNs);
        for (Supply supply : recording.supplies()) {
            work += supply.replenish(nowNs);
        }
        if (nowNs - countDueNs >= 0) {
            countDueNs = nowNs + COUNT_INTERVAL_NS;
            work += count(nowNs);
            work += rolling.doWork(nowNs);
        }
        if (nowNs - beatDueNs >= 0) {
            beatDueNs = nowNs + BEAT_INTERVAL_NS;
            recording.header().heartbeatNs(Recording.epochNs(Instant.now()));
            recording.updateWatched();
        }
        recording.log().tick(nowNs, recording.recordedBytes(), recording.isRefusing());
        return work;
    }

    @Override
    public void onClose() {
        rolling.close();
    }

    private int populate(long nowNs) {
        if (recording.isRefusing()) {
            if (nowNs - retryDueNs < 0) {
                return 0;
            }
            retryDueNs = nowNs + RETRY_NS;
        }
        // Half of what the run has already: much ahead for one that uses it up, little of the disk for one that stays small.
        long aheadBytes = Math.max(LEAST_AHEAD_BYTES, Math.min(mostAheadBytes, recording.recordedBytes() / 2));
        return recording.populate(aheadBytes, STEP_BYTES);
    }

    private int count(long nowNs) {
        int moved = 0;
        for (Supply supply : recording.supplies()) {
            long published = supply.published();
            if (published != supply.ledger().definition().published()) {
                supply.ledger().definition().published(published);
                moved++;
            }
        }
        recording.clocks().note(false);
        if (moved > 0) {
            quietSinceNs = nowNs;
            if (nowNs - probeDueNs >= 0) {
                recording.header().probeNs(System.nanoTime());
                probeDueNs = nowNs + PROBE_LEAST_NS + jitter.nextLong(PROBE_SPREAD_NS);
            }
        }
        return moved;
    }

    /** How long nothing has moved. */
    long quietNs(long nowNs) {
        return nowNs - quietSinceNs;
    }
}
