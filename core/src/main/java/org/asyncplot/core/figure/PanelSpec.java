// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.List;
import java.util.Objects;
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
    /** Copies the lists. */
    public PanelSpec {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(xScale, "xScale");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(color, "color");
        Objects.requireNonNull(colormap, "colormap");
        series = List.copyOf(series);
        limits = List.copyOf(limits);
    }

    /**
     * A place in the page's grid.
     *
     * @param row     from 0, top
     * @param column  from 0, left
     * @param rows    height, at least 1
     * @param columns width, at least 1
     */
    public record Cell(int row, int column, int rows, int columns) {
        /** More cells each way than any page shows. */
        public static final int GRID_MAX = 100;

        /** Refuses cells outside a page of {@value #GRID_MAX} by {@value #GRID_MAX}. */
        public Cell {
            refuse(row, rows, "rows");
            refuse(column, columns, "columns");
        }

        private static void refuse(int first, int count, String what) {
            if (first < 0 || count < 1 || count > GRID_MAX - first) {
                throw new IllegalArgumentException("a panel of " + count + " " + what + " from " + first + " on");
            }
        }
    }
}
