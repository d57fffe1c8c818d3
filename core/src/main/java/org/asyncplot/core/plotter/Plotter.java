// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.plotter;

import java.awt.Graphics2D;

/**
 * Draws what no panel of a figure can. An implementation has a constructor without arguments and is named on the command line of a viewer:
 * {@code asyncplot snapshot RUN -o FILE.png --plotter MyPlotter --class-path classes}. It runs in the viewer's process, never in the
 * computation's.
 *
 * <p>One instance draws all pictures of a panel, one at a time, each on the same drawing thread; so it may keep what it computed from one
 * picture to the next in plain fields. What it throws is shown in its panel. One that takes long holds up its own panel, not the
 * computation; {@code snapshot} gives up waiting at last.
 */
@FunctionalInterface
public interface Plotter {
    /**
     * Draws one picture.
     *
     * @param graphics to draw with: one unit is a logical pixel, (0, 0) the upper left corner of the panel, y grows downwards. The panel is
     *                 filled with its background; anti-aliasing, the text colour and the font of the other panels are set; nothing outside
     *                 the panel can be drawn on. Valid during this call only
     * @param view     what there is to draw, as it was at one moment. Its signals are read from the run's files while they are asked, so
     *                 they are valid during this call only, on this thread; all else may be kept
     * @throws Exception if it cannot draw; the panel shows the first line of it instead of the picture
     */
    void paint(Graphics2D graphics, PlotView view) throws Exception;
}
