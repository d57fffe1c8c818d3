// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.series.Derivation;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;

/**
 * A run as it was at one moment: signals pinned at their counts, the newest frame of each waveform and image. Channels without samples or
 * frames are there, empty: a figure may name them before anything has come.
 *
 * @param runName   the run's name
 * @param takenNs   when it was taken, epoch ns
 * @param signals   one a y column, in the order of declaration
 * @param waveforms newest frames, in the order of declaration
 * @param images    newest frames, in the order of declaration
 * @param notes     oldest first
 * @param derived   which signals among them a figure derives
 */
public record Snapshot(String runName, long takenNs, List<SignalSeries> signals, List<WaveformSnapshot> waveforms,
                       List<ImageSnapshot> images, List<Note> notes, Derived derived) {
    /**
     * What a figure derives.
     *
     * @param written  name to formula
     * @param problems one line for each signal that could not be made
     */
    public record Derived(Map<String, String> written, Map<String, String> problems) {
        /** Nothing. */
        public static final Derived NOTHING = new Derived(Map.of(), Map.of());
    }

    /** Copies the lists. */
    public Snapshot {
        signals = List.copyOf(signals);
        waveforms = List.copyOf(waveforms);
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }

    /**
     * What was recorded.
     *
     * @param runName   the run's name
     * @param takenNs   when it was taken, epoch ns
     * @param signals   one a y column, in the order of declaration
     * @param waveforms newest frames, in the order of declaration
     * @param images    newest frames, in the order of declaration
     * @param notes     oldest first
     */
    public Snapshot(String runName, long takenNs, List<SignalSeries> signals, List<WaveformSnapshot> waveforms, List<ImageSnapshot> images,
                    List<Note> notes) {
        this(runName, takenNs, signals, waveforms, images, notes, Derived.NOTHING);
    }

    /**
     * The same with the signals that a figure derives behind those recorded.
     *
     * @param figure     says which
     * @param derivation makes them; the same for each picture of the figure, since it keeps what it has made
     * @return this where the figure derives none, or they are here already
     */
    public Snapshot with(FigureSpec figure, Derivation derivation) {
        if (figure.signals().equals(derived.written())) {
            return this;
        }
        Derivation.Result made = derivation.of(figure.signals(), signals);
        List<SignalSeries> all = new ArrayList<>(signals);
        all.addAll(made.signals());
        return new Snapshot(runName, takenNs, all, waveforms, images, notes, new Derived(figure.signals(), made.problems()));
    }
}
