// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.Overlay;
import org.asyncplot.viewer.source.RunMoments;
import org.asyncplot.viewer.source.RunSnapshot;
import org.asyncplot.viewer.source.Snapshot;

/** The runs of one picture, open at once. One thread. */
final class OpenRuns implements AutoCloseable {
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<Run> runs = new ArrayList<>();

    private OpenRuns() {
    }

    /**
     * Opens runs.
     *
     * @param directories at least one
     * @return all of them, or none is open
     * @throws org.asyncplot.core.queue.RunException if one cannot be opened
     */
    static OpenRuns of(List<Path> directories) {
        OpenRuns opened = new OpenRuns();
        try {
            directories.forEach(directory -> opened.runs.add(Run.open(directory)));
            return opened;
        } catch (RuntimeException impossible) {
            opened.close();
            throw impossible;
        }
    }

    /**
     * What there is to draw.
     *
     * @param wanted    says which channels to take, by name
     * @param alignment how the runs lie over each other
     * @param at        the moment of each run, absent for now
     * @return all runs together
     * @throws CommandException if a moment is asked for of a run without a clock
     */
    Snapshot snapshot(Predicate<String> wanted, Alignment alignment, Optional<XPosition> at) {
        List<Overlay.Layer> layers = new ArrayList<>();
        for (Run run : runs) {
            Instant startedAt = run.startedAt();
            Snapshot snapshot = at.map(moment -> asOf(run, wanted, moment)).orElseGet(() -> RunSnapshot.of(run, wanted));
            layers.add(new Overlay.Layer(snapshot, startedAt.getEpochSecond() * SECOND_NS + startedAt.getNano(),
                    alignment.offset(layers.size())));
        }
        return Overlay.of(layers, alignment.by());
    }

    private static Snapshot asOf(Run run, Predicate<String> wanted, XPosition at) {
        if (!run.clock().isThere()) {
            throw new CommandException(ExitCode.FAILED, run.directory() + " " + MomentOption.NO_CLOCK + "; --to X ends the picture at an x instead");
        }
        return RunSnapshot.asOf(run, wanted, RunMoments.find(run, at));
    }

    /** The figure that the run sent last by the time of a picture, where there is but one run. */
    Optional<String> figure(Snapshot snapshot, Optional<XPosition> at) {
        return runs.size() > 1 ? Optional.empty() : at.isPresent() ? only().figures(snapshot.takenNs()) : only().figures();
    }

    /** The run, where there is but one. */
    Run only() {
        return runs.get(0);
    }

    /** The names of all channels, each once. */
    List<String> channels() {
        return runs.stream().flatMap(run -> run.channels().stream()).map(Channel::name).distinct().toList();
    }

    @Override
    public String toString() {
        return runs.stream().map(run -> run.directory().toString()).collect(Collectors.joining(" and "));
    }

    @Override
    public void close() {
        runs.forEach(Run::close);
    }
}
