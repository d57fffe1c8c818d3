// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.FigureYaml;
import org.asyncplot.viewer.plot.AutoLayout;
import org.asyncplot.viewer.source.Snapshot;

/**
 * The figure of a run that grows: the one asked for, else the newest that the computation sent, else all channels laid out, which is done
 * anew only where another channel has come or there are many more samples to judge by. One thread.
 */
final class LiveFigure {
    /** Ranges of a few samples say little of which signals can share an axis. */
    private static final long SETTLED_SAMPLES = 20_000;
    private static final int MANY_MORE = 8;

    private final Optional<FigureSpec> asked;
    private final boolean sentCounts;
    private Optional<String> sent = Optional.empty();
    private FigureSpec figure;
    private List<String> channels = List.of();
    private long samples;

    /**
     * A figure to come.
     *
     * @param asked      by the user
     * @param sentCounts whether one from the computation is used if the user asked for none
     */
    LiveFigure(Optional<FigureSpec> asked, boolean sentCounts) {
        this.asked = asked;
        this.sentCounts = sentCounts;
    }

    /**
     * The figure for a snapshot.
     *
     * @param snapshot what there is to show
     * @param newest   what the computation sent, as YAML text
     * @return the figure
     */
    FigureSpec of(Snapshot snapshot, Optional<String> newest) {
        if (asked.isPresent()) {
            return asked.get();
        }
        if (sentCounts && newest.isPresent()) {
            if (!newest.equals(sent) || figure == null) {
                figure = FigureYaml.read(newest.get(), "the figure that the computation sent");
                sent = newest;
            }
            return figure;
        }
        List<String> names = snapshot.signals().stream().map(signal -> signal.name() + "/" + signal.unit()).toList();
        long frames = snapshot.waveforms().size() + snapshot.images().size();
        long count = snapshot.signals().stream().mapToLong(signal -> signal.count()).sum();
        boolean unsettled = samples < SETTLED_SAMPLES && count >= MANY_MORE * samples;
        List<String> all = new ArrayList<>(names);
        all.add(String.valueOf(frames));
        if (figure == null || !all.equals(channels) || unsettled) {
            figure = AutoLayout.of(snapshot);
            channels = all;
            samples = Math.max(1, count);
        }
        return figure;
    }
}
