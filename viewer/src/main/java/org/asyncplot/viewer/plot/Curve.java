// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Arrays;
import java.util.List;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.YRange;

/**
 * One line of a panel, ready to be drawn.
 *
 * @param rgb    its colour
 * @param style  how samples are joined
 * @param side   its y axis
 * @param traces its data, in stretches from left to right
 */
record Curve(int rgb, LineStyle style, AxisSide side, List<Trace> traces) {
    YRange extremes() {
        return traces.stream().map(Trace::extremes).reduce(YRange.NONE, YRange::union);
    }

    /** Whether there is any sample in the stretch, finite or not. */
    boolean hasSamples() {
        return traces.stream().anyMatch(trace -> !(trace instanceof Points points)
            || Arrays.stream(points.x()).anyMatch(x -> x >= points.range().from() && x <= points.range().to()));
    }
}
