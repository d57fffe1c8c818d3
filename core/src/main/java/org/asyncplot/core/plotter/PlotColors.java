// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.plotter;

import java.awt.Color;
import java.util.List;

/**
 * The colours of the theme in force; with these a picture fits its neighbours, light or dark.
 *
 * @param panel   what is drawn on
 * @param grid    of lines that guide the eye
 * @param text    of titles and values
 * @param muted   of labels
 * @param faint   of what matters least
 * @param accent  of what is selected
 * @param good    of what is well
 * @param warning of what should be looked at
 * @param limit   of limits and errors
 * @param series  of data, in the order in which they are to be used
 */
public record PlotColors(Color panel, Color grid, Color text, Color muted, Color faint, Color accent, Color good, Color warning,
                         Color limit, List<Color> series) {
    /** Copies the list. */
    public PlotColors {
        series = List.copyOf(series);
    }

    /**
     * A colour of data.
     *
     * @param number from 1; they repeat after the last
     * @return the colour
     */
    public Color series(int number) {
        return series.get(Math.floorMod(number - 1, series.size()));
    }
}
