// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.viewer.source.Capture;
import org.asyncplot.viewer.source.CountedSeries;
import org.asyncplot.viewer.source.RunStatus;
import org.asyncplot.viewer.source.Snapshot;
import org.asyncplot.viewer.source.Source;

/** A source that has what it is given. */
final class FakeSource implements Source {
    private volatile Runnable told = () -> { };
    private volatile Capture next;
    volatile long wantedNs;
    volatile Throwable failure;
    volatile RunStatus status = new RunStatus(RunStatus.Phase.RUNNING, Instant.EPOCH, Instant.now(), 42, true, "");

    void offer(long samples, long probeNs) {
        offer(snapshot(samples), probeNs);
    }

    static Snapshot snapshot(long samples) {
        return new Snapshot("fake", 0, List.of(new CountedSeries("s", samples)), List.of(), List.of(), List.of());
    }

    void offer(Snapshot snapshot, long probeNs) {
        next = new Capture(snapshot, Optional.empty(), probeNs, 3, Map.of());
        told.run();
    }

    @Override
    public void awaitOpen() {
    }

    @Override
    public void listener(Runnable listener) {
        told = listener;
    }

    @Override
    public void want(long nanoTime) {
        wantedNs = nanoTime;
    }

    @Override
    public Optional<Capture> take() {
        Capture taken = next;
        next = null;
        return Optional.ofNullable(taken);
    }

    @Override
    public Optional<RunStatus> status() {
        return Optional.of(status);
    }

    @Override
    public void fail(Throwable cause) {
        failure = cause;
    }

    @Override
    public void close() {
    }
}
