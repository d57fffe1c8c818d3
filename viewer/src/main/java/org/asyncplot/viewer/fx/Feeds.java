// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.Capture;
import org.asyncplot.viewer.source.Overlay;
import org.asyncplot.viewer.source.RunStatus;
import org.asyncplot.viewer.source.Snapshot;
import org.asyncplot.viewer.source.Source;

/** The newest captures of all runs that are watched. The drawing thread. */
final class Feeds {
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<Source> sources;
    private final Capture[] newest;
    private volatile Alignment alignment;
    private Alignment laid;
    private List<Long> probesNs = new ArrayList<>();
    private Snapshot snapshot;

    Feeds(List<Source> sources) {
        this(sources, Alignment.BY_X);
    }

    Feeds(List<Source> sources, Alignment alignment) {
        this.sources = List.copyOf(sources);
        this.alignment = alignment;
        laid = alignment;
        newest = new Capture[sources.size()];
    }

    /** Takes what there is; false if nothing is new. */
    boolean take() {
        boolean fresh = false;
        for (int i = 0; i < newest.length; i++) {
            Optional<Capture> capture = sources.get(i).take();
            if (capture.isPresent()) {
                newest[i] = capture.get();
                fresh = true;
                if (newest[i].probeNs() != 0) {
                    probesNs.add(newest[i].probeNs());
                }
            }
        }
        Alignment wanted = alignment;
        if (fresh || snapshot != null && !wanted.equals(laid)) {
            laid = wanted;
            snapshot = Overlay.of(layers(wanted), wanted.by());
            return true;
        }
        return false;
    }

    private List<Overlay.Layer> layers(Alignment wanted) {
        List<Overlay.Layer> runs = new ArrayList<>();
        for (int i = 0; i < newest.length; i++) {
            if (newest[i] != null) {
                Instant startedAt = sources.get(i).status().map(RunStatus::startedAt).orElse(Instant.EPOCH);
                runs.add(new Overlay.Layer(newest[i].snapshot(), startedAt.getEpochSecond() * SECOND_NS + startedAt.getNano(),
                    wanted.offset(i)));
            }
        }
        return runs;
    }

    /** How the runs lie over each other from the next look on. Any thread. */
    void align(Alignment other) {
        alignment = other;
    }

    Alignment alignment() {
        return alignment;
    }

    void want(long nanoTime) {
        sources.forEach(source -> source.want(nanoTime));
    }

    /** All runs over each other; null before the first capture. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** What the computation sent; several runs have no common figure. */
    Optional<String> figure() {
        return newest.length == 1 && newest[0] != null ? newest[0].figure() : Optional.empty();
    }

    /** How the first run is; one that cannot be read or is gone will not go on either. */
    RunState state() {
        return sources.get(0).status().map(status -> switch (status.phase()) {
            case RUNNING -> RunState.RUNNING;
            case STALLED -> RunState.STALLED;
            case FINISHED -> RunState.FINISHED;
            case DIED, DAMAGED, DELETED -> RunState.DIED;
        }).orElse(RunState.RUNNING);
    }

    /** Of the first run. */
    Map<String, String> parameters() {
        return newest[0] == null ? Map.of() : newest[0].parameters();
    }

    long dropped() {
        long dropped = 0;
        for (Capture capture : newest) {
            dropped += capture == null ? 0 : capture.dropped();
        }
        return dropped;
    }

    /** The probes of what was taken since the last call. */
    List<Long> probesNs() {
        List<Long> taken = probesNs;
        probesNs = new ArrayList<>();
        return taken;
    }

    List<RunStatus> statuses() {
        return sources.stream().flatMap(source -> source.status().stream()).toList();
    }

    /** Finds out which run could not be drawn, and marks it. */
    void fail(Throwable cause) {
        if (newest.length == 1) {
            sources.get(0).fail(cause);
            return;
        }
        boolean found = false;
        for (int i = 0; i < newest.length; i++) {
            Optional<Throwable> own = newest[i] == null ? Optional.empty() : damage(newest[i].snapshot());
            if (own.isPresent()) {
                sources.get(i).fail(own.get());
                found = true;
            }
        }
        if (!found) {
            sources.forEach(source -> source.fail(cause));
        }
    }

    private static Optional<Throwable> damage(Snapshot run) {
        try {
            for (SignalSeries signal : run.signals()) {
                signal.lastY();
                signal.trace(signal.extent(), 1);
            }
            return Optional.empty();
        } catch (IllegalStateException withoutSamples) {
            return Optional.empty();
        } catch (RuntimeException | InternalError unreadable) {
            return Optional.of(unreadable);
        }
    }
}
