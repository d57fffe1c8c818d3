// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.asyncplot.core.queue.RunException;

/**
 * The duty cycle of a live source: looks, and where something is new captures it; the newest capture wins. Its own methods belong to one
 * thread, {@link #take()} and the figures to any.
 */
final class RunAgent implements AutoCloseable {
    private static final long STATUS_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long QUIET_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long ENDED_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PLAYING_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long QUIET_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final LiveRun run;
    private final LongSupplier nanoClock;
    private final Supplier<Instant> wallClock;
    private final long movingPauseNs;
    private final AtomicReference<Capture> newest = new AtomicReference<>();
    private volatile RunStatus status;
    /** Once set by the drawing thread or this one it stays, whatever the header says later. */
    private volatile RunStatus failed;
    private volatile long published;
    private volatile long replaced;
    private LiveRun.Growth growth;
    private Capture last;
    private long movedNs;
    private long lastProbeNs;
    private long statusNs;

    RunAgent(LiveRun run, LongSupplier nanoClock, Supplier<Instant> wallClock, long movingPauseNs) {
        this.run = run;
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        this.movingPauseNs = movingPauseNs;
        status = run.status();
        statusNs = nanoClock.getAsLong();
        movedNs = statusNs;
    }

    /**
     * One turn; never blocks and never throws for what a run on disk can do.
     *
     * @return what changed: 0 if nothing did
     */
    int doWork() {
        if (isOver()) {
            return 0;
        }
        try {
            return look() + lookAtStatus();
        } catch (RunException | InternalError | IndexOutOfBoundsException | IllegalStateException unreadable) {
            fail(unreadable);
            return 1;
        }
    }

    private int look() {
        long probeNs = run.probeNs();
        // A probe seen before says nothing of what is new: it may be as old as the last pause of the computation.
        boolean moved = probeNs != lastProbeNs;
        lastProbeNs = probeNs;
        LiveRun.Growth now = run.growth();
        if (now.equals(growth)) {
            return 0;
        }
        boolean live = moved && status.local() && status.phase() == RunStatus.Phase.RUNNING && growth != null;
        Capture capture = run.capture(live ? probeNs : 0, last);
        growth = now;
        last = capture;
        movedNs = nanoClock.getAsLong();
        published++;
        if (newest.getAndSet(capture) != null) {
            replaced++;
        }
        return 1;
    }

    private int lookAtStatus() {
        long nowNs = nanoClock.getAsLong();
        if (nowNs - statusNs < STATUS_INTERVAL_NS) {
            return 0;
        }
        statusNs = nowNs;
        RunStatus before = status;
        status = run.status();
        return before.equals(status) ? 0 : 1;
    }

    /** Marks the run as damaged; what was captured before stays. */
    void fail(Throwable cause) {
        String why = cause instanceof RunException known ? known.getMessage() : "its files were cut short or changed while they were read";
        failed = status.turned(RunStatus.Phase.DAMAGED, wallClock.get(), why);
    }

    private boolean isOver() {
        return failed != null || status.phase() == RunStatus.Phase.DELETED;
    }

    /** How long to wait after a turn that found nothing. */
    long pauseNs() {
        if (run.isPlaying()) {
            return PLAYING_PAUSE_NS;
        }
        if (!status().mayGrow()) {
            return ENDED_PAUSE_NS;
        }
        return nanoClock.getAsLong() - movedNs > QUIET_NS ? QUIET_PAUSE_NS : movingPauseNs;
    }

    Optional<Capture> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    RunStatus status() {
        RunStatus failure = failed;
        return failure != null ? failure : status;
    }

    /** Captures made. */
    long published() {
        return published;
    }

    /** Captures that were replaced by a newer one before anybody took them. */
    long replaced() {
        return replaced;
    }

    @Override
    public void close() {
        run.close();
    }
}
