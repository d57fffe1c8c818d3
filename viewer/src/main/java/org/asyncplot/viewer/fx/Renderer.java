// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.viewer.source.RunStatus;
import org.asyncplot.viewer.source.Snapshot;
import org.asyncplot.viewer.source.Tally;

/**
 * Draws the newest data on a thread of its own, into the buffer that is not on the screen. Draws nothing where nothing is new and nothing
 * else is asked for. Methods without another word may be called from any thread.
 */
final class Renderer implements AutoCloseable {
    private static final long REPORT_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LATENCY_KEPT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long RATE_KEPT_NS = TimeUnit.SECONDS.toNanos(2);
    /** A screen that is locked or gone takes nothing; drawing goes on slowly. */
    private static final long PATIENCE_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long CLOCK_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long PACE_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSED_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PARK_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Feeds feeds;
    private final Screen screen;
    private final LongSupplier nanoClock;
    private final LongSupplier cpuClock;
    private final FramePace pace;
    private final Easel easel;
    private final Tally tally = new Tally();
    private final LatencyWindow latencies = new LatencyWindow(LATENCY_KEPT_NS);
    private final LatencyWindow flips = new LatencyWindow(RATE_KEPT_NS);
    private final Queue<Consumer<Picture>> tasks = new ConcurrentLinkedQueue<>();
    private final Queue<Flip> flipped = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "asyncplot-draw");
    private volatile Request request;
    private volatile double[] pointer;
    private volatile boolean free = true;
    private volatile boolean closed;
    private volatile boolean stuck;
    private Request drawnRequest;
    private double[] readPointer;
    private Snapshot shown;
    private Optional<String> sentFigure = Optional.empty();
    private long startedNs;
    private long paintedNs;
    private long reportedNs;
    private StatusReport told;
    private long toldNs;
    private long spentCpuNs;
    private long spentAtNs;

    /** A picture on the screen: when, and which probes it shows for the first time. */
    private record Flip(long atNs, List<Long> probesNs) {
    }

    Renderer(Feeds feeds, Easel easel, Screen screen, FramePace pace, LongSupplier nanoClock, LongSupplier cpuClock) {
        this.feeds = feeds;
        this.easel = easel;
        this.screen = screen;
        this.pace = pace;
        this.nanoClock = nanoClock;
        this.cpuClock = cpuClock;
        startedNs = nanoClock.getAsLong();
        spentAtNs = startedNs;
        spentCpuNs = cpuClock.getAsLong();
        paintedNs = startedNs - PATIENCE_NS;
        thread.setDaemon(true);
        easel.listener(this::wake);
    }

    void start() {
        thread.start();
    }

    /** Asks for another picture. */
    void ask(Request wanted) {
        request = wanted;
        wake();
    }

    /** Moves the crosshair; null takes it away. */
    void point(double[] placePx) {
        pointer = placePx;
        wake();
    }

    /** Something may be new. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Does something with the picture that is shown, on the drawing thread. */
    void withPicture(Consumer<Picture> task) {
        tasks.add(task);
        wake();
    }

    /** The screen has flipped a picture. */
    void flipped(Picture picture, long atNs) {
        flipped.add(new Flip(atNs, picture.probesNs()));
    }

    /** The screen needs the buffer before the newest no more. */
    void taken() {
        free = true;
        wake();
    }

    private void run() {
        while (!closed) {
            long parkNs = guardedTurn();
            if (parkNs > 0) {
                LockSupport.parkNanos(this, Math.min(parkNs, LONGEST_PARK_NS));
            }
        }
    }

    /** Whatever goes wrong is told in the window, which goes on. */
    private long guardedTurn() {
        try {
            return turn();
        } catch (RuntimeException | Error unforeseen) {
            drawnRequest = request;
            feeds.fail(unforeseen);
            return LONGEST_PARK_NS;
        }
    }

    /**
     * One turn of the drawing thread.
     *
     * @return how long nothing will have to be done unless somebody wakes it
     */
    long turn() {
        Request wanted = request;
        long nowNs = nanoClock.getAsLong();
        learn(nowNs);
        if (wanted == null) {
            return LONGEST_PARK_NS;
        }
        runTasks();
        fetch(wanted, nowNs);
        if (easel.isBusy()) {
            report(nowNs);
            read(false);
            return LONGEST_PARK_NS;
        }
        if (!free && nowNs - paintedNs < PATIENCE_NS) {
            report(nowNs);
            return PATIENCE_NS;
        }
        boolean asked = wanted != drawnRequest;
        long dueNs = startedNs + (wanted.paused() ? PAUSED_INTERVAL_NS : pace.intervalNs());
        if (nowNs >= dueNs || asked) {
            boolean fresh = feeds.take();
            if (wanted.paused() && shown != null) {
                feeds.probesNs();
                if (fresh) {
                    tally.seen(feeds.snapshot());
                    startedNs = nowNs;
                    feeds.want(nowNs + PAUSED_INTERVAL_NS);
                }
                fresh = false;
            }
            if ((fresh || asked) && feeds.snapshot() != null) {
                draw(wanted, nowNs);
                return 0;
            }
        }
        report(nowNs);
        read(false);
        return nowNs < dueNs ? dueNs - nowNs : LONGEST_PARK_NS;
    }

    private void draw(Request wanted, long nowNs) {
        startedNs = nowNs;
        paintedNs = nowNs;
        boolean stays = wanted.paused() && shown != null;
        if (!stays) {
            shown = feeds.snapshot();
            sentFigure = feeds.figure();
            tally.drawn(shown);
        }
        drawnRequest = wanted;
        try {
            easel.paint(new Work(wanted, shown, sentFigure, feeds.state(), feeds.parameters(), stays ? List.of() : feeds.probesNs()))
                .ifPresent(picture -> hand(picture, nowNs));
        } catch (RunException | InternalError | IndexOutOfBoundsException | IllegalStateException | ArithmeticException unreadable) {
            feeds.fail(unreadable);
        }
    }

    /** Fetches what was painted elsewhere meanwhile. */
    private void fetch(Request wanted, long nowNs) {
        try {
            easel.finished(wanted).ifPresent(picture -> hand(picture, nowNs));
        } catch (RunException | InternalError | IndexOutOfBoundsException | IllegalStateException | ArithmeticException unreadable) {
            feeds.fail(unreadable);
        }
    }

    private void hand(Picture picture, long nowNs) {
        free = false;
        // Not earlier, or what is captured meanwhile would be older than need be when it is drawn.
        feeds.want(startedNs + pace.intervalNs());
        // On its own the bar would be drawn before the picture, which would wait for it.
        report(nowNs);
        screen.show(picture);
        read(true);
    }

    private void learn(long nowNs) {
        for (Flip flip = flipped.poll(); flip != null; flip = flipped.poll()) {
            flips.record(flip.atNs(), 0);
            for (long probeNs : flip.probesNs()) {
                latencies.record(flip.atNs(), flip.atNs() - probeNs);
            }
        }
    }

    private void runTasks() {
        Picture picture = easel.last();
        for (Consumer<Picture> task = picture == null ? null : tasks.poll(); task != null; task = tasks.poll()) {
            task.accept(picture);
        }
    }

    private void read(boolean again) {
        double[] place = pointer;
        if (easel.last() == null || !again && place == readPointer) {
            return;
        }
        readPointer = place;
        try {
            screen.read(place == null ? Optional.empty()
                : Crosshair.read(place[0], place[1], easel.last().panels(), easel.data(shown), easel.last().request().theme().tokens()));
        } catch (RunException | InternalError | IndexOutOfBoundsException unreadable) {
            feeds.fail(unreadable);
        }
    }

    private void report(long nowNs) {
        if (nowNs - reportedNs >= REPORT_INTERVAL_NS) {
            reportedNs = nowNs;
            StatusReport report = new StatusReport(feeds.statuses(), figures(nowNs), easel.complaint());
            if (easel.isOutdated(feeds.state())) {
                drawnRequest = null;
            }
            // The clock of a run goes on by the second, even if nothing else does.
            if (!report.equals(told) || nowNs - toldNs >= CLOCK_INTERVAL_NS && report.runs().stream().anyMatch(RunStatus::mayGrow)) {
                told = report;
                toldNs = nowNs;
                screen.tell(report);
            }
            if (nowNs - spentAtNs >= PACE_INTERVAL_NS) {
                long cpuNs = cpuClock.getAsLong();
                pace.spent(cpuNs - spentCpuNs, nowNs - spentAtNs);
                spentCpuNs = cpuNs;
                spentAtNs = nowNs;
            }
        }
    }

    /** The drawing thread. */
    TrustFigures figures(long nowNs) {
        double fps = flips.size(nowNs) / (RATE_KEPT_NS * 1e-9);
        // Where nothing runs any more nothing is on its way to the screen.
        boolean running = feeds.statuses().stream().anyMatch(status -> status.phase() == RunStatus.Phase.RUNNING);
        OptionalLong p50Ns = running ? latencies.quantile(nowNs, 0.5) : OptionalLong.empty();
        OptionalLong p99Ns = running ? latencies.quantile(nowNs, 0.99) : OptionalLong.empty();
        return new TrustFigures(p50Ns, p99Ns, fps, tally.samples(), tally.frames(),
            feeds.dropped());
    }

    /** Whether something still touches the data after the end, since it cannot be stopped. */
    boolean isStuck() {
        return stuck;
    }

    /** Ends the thread; nothing of the data is touched after this unless it is stuck. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join();
            easel.close();
            stuck = easel.isBusy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
