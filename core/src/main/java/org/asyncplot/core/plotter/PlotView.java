// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.plotter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;

/**
 * What a {@link Plotter} is given: a run as it was at one moment, and the panel to fill. Nothing of it can be changed.
 *
 * @param width      of the panel in logical pixels
 * @param height     of the panel in logical pixels
 * @param scale      device pixels for each logical pixel; only needed by who prepares images
 * @param colors     of the theme in force
 * @param options    as written on the command line, {@code --option key=value}
 * @param runName    the run's name
 * @param state      how the run is
 * @param parameters of the run, in the order in which they were given
 * @param signals    one for each y column that has samples, in the order of declaration; see {@link SignalSeries#trace} for a line through
 *                   any stretch at the cost of its pixels
 * @param waveforms  the newest frame of each waveform
 * @param images     the newest frame of each image
 * @param notes      oldest first
 */
public record PlotView(double width, double height, double scale, PlotColors colors, Map<String, String> options, String runName,
                       RunState state, Map<String, String> parameters, List<SignalSeries> signals, List<WaveformSnapshot> waveforms,
                       List<ImageSnapshot> images, List<Note> notes) {
    /** Copies lists and maps. */
    public PlotView {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        signals = List.copyOf(signals);
        waveforms = List.copyOf(waveforms);
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }

    /**
     * A signal by its name.
     *
     * @param name as figures use it: the channel's, or {@code channel.column}
     * @return the signal; absent if there is none or it has no samples yet
     */
    public Optional<SignalSeries> signal(String name) {
        return signals.stream().filter(signal -> signal.name().equals(name)).findFirst();
    }

    /**
     * A waveform by its name.
     *
     * @param name of the channel
     * @return its newest frame; absent if there is none yet
     */
    public Optional<WaveformSnapshot> waveform(String name) {
        return waveforms.stream().filter(waveform -> waveform.name().equals(name)).findFirst();
    }

    /**
     * An image by its name.
     *
     * @param name of the channel
     * @return its newest frame; absent if there is none yet
     */
    public Optional<ImageSnapshot> image(String name) {
        return images.stream().filter(image -> image.name().equals(name)).findFirst();
    }

    /**
     * An option.
     *
     * @param key       what stands before the equals sign
     * @param otherwise where it is not given
     * @return what stands after it
     */
    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }
}
