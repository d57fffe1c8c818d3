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

    /** What is seen of a line that crosses the stretch between two samples, none of which lies in it. */
    YRange crossing(AxisScale x) {
        YRange seen = YRange.NONE;
        for (Trace trace : style == LineStyle.POINTS ? List.<Trace>of() : traces) {
            if (trace instanceof Points points) {
                for (int i = 1; i < points.x().length; i++) {
                    if (points.x()[i - 1] < points.range().from() && points.x()[i] > points.range().to()) {
                        seen = seen.union(between(x, points, i));
                    }
                }
            }
        }
        return seen;
    }

    private YRange between(AxisScale x, Points points, int right) {
        double y0 = points.y()[right - 1];
        double y1 = points.y()[right];
        double x0 = x.px(points.x()[right - 1]);
        double perPixel = style == LineStyle.STEP ? 0 : (y1 - y0) / (x.px(points.x()[right]) - x0);
        double from = y0 + (x.px(points.range().from()) - x0) * perPixel;
        double to = y0 + (x.px(points.range().to()) - x0) * perPixel;
        boolean drawn = Double.isFinite(y0) && Double.isFinite(y1) && Double.isFinite(from) && Double.isFinite(to);
        return drawn ? new YRange(Math.min(from, to), Math.max(from, to)) : YRange.NONE;
    }

    /** Whether there is any sample in the stretch, finite or not. */
    boolean hasSamples() {
        return traces.stream().anyMatch(trace -> !(trace instanceof Points points)
            || Arrays.stream(points.x()).anyMatch(x -> x >= points.range().from() && x <= points.range().to()));
    }
}
