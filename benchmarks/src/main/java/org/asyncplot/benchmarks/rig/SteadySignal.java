// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asyncplot.writer.Signal;

/** A signal at a level, so many samples a second, on a thread of its own; its x counts seconds. */
final class SteadySignal implements AutoCloseable {
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Signal signal;
    private final double rate;
    private final Thread thread = new Thread(this::run, "steady-signal");
    private volatile double level;
    private volatile boolean closed;
    private long added;

    /** Begins with so many samples at once, which are there when this returns. */
    SteadySignal(Signal signal, double rate, long before, double level) {
        this.signal = signal;
        this.rate = rate;
        this.level = level;
        advance(before);
        thread.start();
    }

    void level(double newLevel) {
        level = newLevel;
    }

    private void run() {
        long before = added;
        long beganNs = System.nanoTime();
        while (!closed) {
            advance(before + (long) ((System.nanoTime() - beganNs) * 1e-9 * rate));
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private void advance(long until) {
        double now = level;
        while (added < until) {
            signal.add(added / rate, now);
            added++;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
