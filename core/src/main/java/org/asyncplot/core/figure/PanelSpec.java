// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.List;
import java.util.Optional;

/**
 * One panel of a figure.
 *
 * @param title    shown bold at its top, possibly empty
 * @param kind     what it draws
 * @param at       its place in the page's grid; panels without one follow below each other
 * @param x        its stretch of x, else the figure's
 * @param xScale   of the x axis
 * @param y        left y axis
 * @param right    right y axis
 * @param color    colour scale of an image: range, scale and unit of its values
 * @param colormap name of the colour map of an image, possibly empty for the default
 * @param series   what is drawn, in drawing order
 * @param limits   reference levels
 */
public record PanelSpec(String title, PanelKind kind, Optional<Cell> at, Optional<XSpec> x, Scale xScale, AxisSpec y, AxisSpec right,
                        AxisSpec color, String colormap, List<SeriesSpec> series, List<LimitSpec> limits) {
    /**
     * A place in the page's grid.
     *
     * @param row     from 0, top
     * @param column  from 0, left
     * @param rows    height, at least 1
     * @param columns width, at least 1
     */
    public record Cell(int row, int column, int rows, int columns) {
    }
}
