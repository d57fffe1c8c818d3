// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.nio.file.Path;
import java.util.Optional;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.Playback;

/**
 * How a window is opened.
 *
 * @param width     logical width of its content
 * @param height    logical height of its content
 * @param theme     colours to begin with
 * @param figure    what to draw, absent for all channels
 * @param plotter   draws instead of a figure; then there is one run
 * @param figureOfRun whether a figure that the computation sent is drawn where none is given
 * @param fast      least latency, whatever it costs
 * @param pictures  where pictures are saved
 * @param alignment how several runs lie over each other to begin with
 * @param playback  which moment of the runs their sources show; absent where they show the newest data only
 */
public record WindowOptions(int width, int height, Theme theme, Optional<FigureSpec> figure, Optional<PlotterChoice> plotter,
                            boolean figureOfRun, boolean fast, Path pictures, Alignment alignment, Optional<Playback> playback) {
}
