// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.Overlay;
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

    Snapshot snapshot(Predicate<String> wanted, Alignment alignment) {
        List<Overlay.Layer> layers = new ArrayList<>();
        for (Run run : runs) {
            Instant startedAt = run.startedAt();
            layers.add(new Overlay.Layer(RunSnapshot.of(run, wanted), startedAt.getEpochSecond() * SECOND_NS + startedAt.getNano(),
                    alignment.offset(layers.size())));
        }
        return Overlay.of(layers, alignment.by());
    }

    /** The run, where there is but one. */
    Run only() {
        return runs.get(0);
    }

    int count() {
        return runs.size();
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
