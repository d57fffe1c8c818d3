// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import org.asyncplot.viewer.plot.PanelLayout;

/**
 * What lies under the crosshair.
 *
 * @param panel  the panel
 * @param xPx    column of the pointer
 * @param yPx    row of the pointer
 * @param x      x in words
 * @param values what each series shows there
 */
record Readout(PanelLayout panel, double xPx, double yPx, String x, List<Value> values) {
    /**
     * One series.
     *
     * @param name in the legend
     * @param text its value, with its unit
     * @param rgb  its colour, 0 for none
     */
    record Value(String name, String text, int rgb) {
    }
}
