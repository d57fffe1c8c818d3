// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;

/**
 * Where a panel's plot lies in a picture and what its axes show, so that a place in it can be read. Sizes are device pixels, y downwards.
 *
 * @param spec   the panel as it was drawn
 * @param left   first column of the plot, without its axes
 * @param top    first row of the plot
 * @param width  columns, at least 1
 * @param height rows, at least 1
 * @param xType  numbers or time
 * @param xName  name of the x axis, possibly empty
 * @param xUnit  unit of x, possibly empty
 * @param x      stretch of x from the left to the right edge
 * @param xLog   whether the x axis is logarithmic
 * @param yLow   y at the lower edge
 * @param yHigh  y at the upper edge
 * @param yLog   whether the left y axis is logarithmic
 */
public record PanelLayout(PanelSpec spec, int left, int top, int width, int height, XType xType, String xName, String xUnit, XRange x,
                          boolean xLog, double yLow, double yHigh, boolean yLog) {
    /**
     * Whether panels over the same x as this one show the same stretch of it.
     *
     * @return true for lines, false for waveforms and images, whose x is their own
     */
    public boolean sharesX() {
        return spec.kind() == PanelKind.LINE;
    }

    /**
     * Whether a place lies in the plot.
     *
     * @param xPx column
     * @param yPx row
     * @return true if it does
     */
    public boolean contains(double xPx, double yPx) {
        return xPx >= left && xPx < left + width && yPx >= top && yPx < top + height;
    }
}
