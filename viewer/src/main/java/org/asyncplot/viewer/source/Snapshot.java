// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.List;
import org.asyncplot.core.run.Note;
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
 */
public record Snapshot(String runName, long takenNs, List<SignalSeries> signals, List<WaveformSnapshot> waveforms,
                       List<ImageSnapshot> images, List<Note> notes) {
    /** Copies the lists. */
    public Snapshot {
        signals = List.copyOf(signals);
        waveforms = List.copyOf(waveforms);
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }
}
