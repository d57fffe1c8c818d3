// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Follows a run on a daemon thread of its own. Everything public may be called from any thread. What it captured is drawn by one thread
 * only, and not after {@link #close()}, which gives the mapped memory back.
 */
public final class LiveSource implements Source {
    private static final long MOVING_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long FAST_PAUSE_NS = TimeUnit.MICROSECONDS.toNanos(50);
    /** A consumer that has died or sleeps does not keep the source from noticing how the run is. */
    private static final long LONGEST_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final CompletableFuture<RunAgent> agent = new CompletableFuture<>();
    private final Supplier<LiveRun> opener;
    private final LongSupplier nanoClock;
    private final long movingPauseNs;
    private final Thread thread;
    private volatile Runnable listener = () -> { };
    private volatile long wantedNs;
    private volatile boolean closed;

    LiveSource(String name, Supplier<LiveRun> opener, LongSupplier nanoClock, boolean fast) {
        this.opener = opener;
        this.nanoClock = nanoClock;
        movingPauseNs = fast ? FAST_PAUSE_NS : MOVING_PAUSE_NS;
        wantedNs = nanoClock.getAsLong();
        thread = new Thread(this::run, "asyncplot-source-" + name);
        thread.setDaemon(true);
    }

    /**
     * Begins to follow a run, at the moment that a playback says; does not wait until it is open.
     *
     * @param directory of the run
     * @param wanted    says which channels to take, by name
     * @param fast      looks every 50 us rather than every ms, which takes a good part of a core
     * @param playback  shared by all runs of a window
     * @return the source
     */
    public static LiveSource follow(Path directory, Predicate<String> wanted, boolean fast, Playback playback) {
        Playback.Track track = playback.track();
        LiveSource source = new LiveSource(String.valueOf(directory.getFileName()), () -> new ReplayedRun(new OpenRun(directory, wanted), track),
            System::nanoTime, fast);
        playback.listener(() -> source.want(System.nanoTime()));
        source.start();
        return source;
    }

    void start() {
        thread.start();
    }

    @Override
    public void awaitOpen() {
        try {
            agent.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    @Override
    public void listener(Runnable told) {
        listener = told;
        told.run();
    }

    @Override
    public void want(long nanoTime) {
        wantedNs = nanoTime;
        LockSupport.unpark(thread);
    }

    @Override
    public Optional<Capture> take() {
        return isOpen() ? agent.join().take() : Optional.empty();
    }

    @Override
    public Optional<RunStatus> status() {
        return isOpen() ? Optional.of(agent.join().status()) : Optional.empty();
    }

    @Override
    public void fail(Throwable cause) {
        if (isOpen()) {
            agent.join().fail(cause);
        }
    }

    private boolean isOpen() {
        return agent.isDone() && !agent.isCompletedExceptionally();
    }

    private void run() {
        RunAgent running;
        try {
            running = new RunAgent(opener.get(), nanoClock, Instant::now, movingPauseNs);
            agent.complete(running);
        } catch (RuntimeException | Error failed) {
            agent.completeExceptionally(failed);
            return;
        }
        try (running) {
            while (!closed) {
                turn(running);
            }
        }
    }

    private void turn(RunAgent running) {
        long waitNs = wantedNs - nanoClock.getAsLong();
        if (waitNs > 0) {
            LockSupport.parkNanos(this, Math.min(waitNs, LONGEST_WAIT_NS));
            return;
        }
        try {
            if (running.doWork() > 0) {
                // Until somebody asks again; a consumer that never does is looked after at leisure.
                wantedNs = nanoClock.getAsLong() + LONGEST_WAIT_NS;
                listener.run();
                return;
            }
        } catch (RuntimeException | Error unforeseen) {
            running.fail(unforeseen);
            listener.run();
        }
        LockSupport.parkNanos(this, running.pauseNs());
    }

    /** Ends the thread and gives the run back; waits for both. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
