// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;

/**
 * The colours of a theme, 0xFFRRGGBB.
 *
 * @param background behind everything
 * @param bar        of bars around the panels
 * @param panel      of a panel's card
 * @param border     of a card
 * @param grid       of grid lines on a card
 * @param text       of titles and values
 * @param muted      of tick labels and names
 * @param faint      of what matters least
 * @param accent     of a selection
 * @param selected   of a selected row
 * @param good       of a state that is well
 * @param warning    of a state to look at
 * @param limit      of reference levels and errors
 * @param series     eight colours of data
 */
public record Tokens(int background, int bar, int panel, int border, int grid, int text, int muted, int faint, int accent, int selected,
                     int good, int warning, int limit, List<Integer> series) {
    /**
     * A colour of data.
     *
     * @param number from 1; after 8 they repeat
     * @return 0xFFRRGGBB
     */
    public int series(int number) {
        return series.get((number - 1) % series.size());
    }
}
