// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.Trace;

/**
 * Draws curves: a band of exact extremes where samples are dense, else anti-aliased lines. Keeps its buffers from curve to curve.
 */
final class CurvePainter {
    private static final double LINE_WIDTH = 1.5;
    private static final double DOT_RADIUS = 2;
    private static final double AREA_ALPHA = 0.19;
    private static final double FARTHEST_PX = 1e7;
    private static final int DENSE_POINTS = 4;
    /** Pixels up and down that strokes may draw of one curve, some 2 ms. */
    private static final double MOST_TRAVEL = 60_000;

    private final double scale;
    private final ColumnSpans band = new ColumnSpans();
    private final ColumnSpans area = new ColumnSpans();
    private final PixelPath path = new PixelPath();
    private final PixelPath dots = new PixelPath();
    private double[] pixelX = new double[0];
    private double[] pixelY = new double[0];

    CurvePainter(double scale) {
        this.scale = scale;
    }

    void paint(Canvas canvas, Box plot, Curve curve, AxisScale x, AxisScale y) {
        band.start(plot.width());
        area.start(plot.width());
        path.clear();
        dots.clear();
        for (Trace trace : curve.traces()) {
            if (trace instanceof Envelope envelope) {
                envelope(plot, envelope, curve.style(), x, y);
            } else if (trace instanceof Points points) {
                points(plot, points, curve.style(), x, y);
            }
        }
        draw(canvas, plot, curve, y);
    }

    private void draw(Canvas canvas, Box plot, Curve curve, AxisScale y) {
        double halfWidth = LINE_WIDTH * scale / 2;
        int margin = (int) Math.ceil(halfWidth);
        Box before = canvas.clip();
        if (curve.style() == LineStyle.AREA) {
            canvas.clip(before.intersect(plot));
            area.reach(baseline(plot, y));
            area.paint(canvas, plot.x(), curve.rgb(), AREA_ALPHA);
        }
        canvas.clip(before.intersect(plot.inset(0, -margin, 0, -margin)));
        band.widen(halfWidth);
        band.paint(canvas, plot.x(), curve.rgb(), 1);
        if (curve.style() != LineStyle.POINTS) {
            canvas.line(path.x(), path.y(), path.count(), 2 * halfWidth, curve.rgb());
        }
        int reach = (int) Math.ceil(DOT_RADIUS * scale);
        canvas.clip(before.intersect(plot.inset(-reach, -reach, -reach, -reach)));
        canvas.dots(dots.x(), dots.y(), dots.count(), DOT_RADIUS * scale, curve.rgb());
        canvas.clip(before);
    }

    /** Where an area ends: at zero, or at the end of the axis that is nearest to it. */
    private static double baseline(Box plot, AxisScale y) {
        double zero = y instanceof LinearScale ? y.px(0) : 0;
        return plot.bottom() - Math.max(0, Math.min(plot.height(), zero));
    }

    private void points(Box plot, Points points, LineStyle style, AxisScale x, AxisScale y) {
        int count = points.x().length;
        toPixels(plot, points, x, y);
        boolean dense = style == LineStyle.POINTS ? count > plot.width() : isDense(plot, count);
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        boolean lone = false;
        for (int i = 0; i < count; i++) {
            double px = pixelX[i];
            double py = pixelY[i];
            if (Double.isNaN(px) || Double.isNaN(py)) {
                loneDot(plot, lone && style != LineStyle.POINTS, beforeX, beforeY);
                path.gap();
                lone = false;
                beforeY = Double.NaN;
                continue;
            }
            boolean joined = !Double.isNaN(beforeY);
            if (style == LineStyle.POINTS) {
                dot(plot, px, py, dense);
            } else if (joined) {
                double cornerX = style == LineStyle.STEP ? px : beforeX;
                line(plot, beforeX, beforeY, cornerX, px, py, dense, style);
            }
            lone = !joined;
            beforeX = px;
            beforeY = py;
        }
        loneDot(plot, lone && style != LineStyle.POINTS, beforeX, beforeY);
        path.gap();
    }

    private void toPixels(Box plot, Points points, AxisScale x, AxisScale y) {
        int count = points.x().length;
        if (pixelX.length < count) {
            pixelX = new double[count];
            pixelY = new double[count];
        }
        for (int i = 0; i < count; i++) {
            // Infinite is no place: a gap, as in dense traces.
            pixelX[i] = Math.abs(points.x()[i]) <= Double.MAX_VALUE ? near(x.px(points.x()[i])) : Double.NaN;
            pixelY[i] = Math.abs(points.y()[i]) <= Double.MAX_VALUE ? plot.bottom() - near(y.px(points.y()[i])) : Double.NaN;
        }
    }

    /** Whether lines are better filled column by column: many samples to a column, or so much up and down that strokes take long. */
    private boolean isDense(Box plot, int count) {
        if (count <= plot.width()) {
            return false;
        }
        double travel = 0;
        for (int i = 1; i < count && travel <= MOST_TRAVEL * scale; i++) {
            double step = Math.abs(inside(plot, i) - inside(plot, i - 1));
            travel += step > 0 ? step : 0;
        }
        return count > DENSE_POINTS * plot.width() || travel > MOST_TRAVEL * scale;
    }

    private double inside(Box plot, int i) {
        return Math.max(plot.y(), Math.min(plot.bottom(), pixelY[i]));
    }

    /** From one sample along its level to the corner, then to the next sample. */
    private void line(Box plot, double fromX, double fromY, double cornerX, double toX, double toY, boolean dense, LineStyle style) {
        if (style == LineStyle.AREA) {
            areaUnder(plot, fromX, fromY, toX, toY, dense);
        }
        if (dense) {
            band.segment(fromX, fromY, cornerX, fromY);
            band.segment(cornerX, fromY, toX, toY);
        } else {
            path.to(plot.x() + fromX, fromY);
            path.to(plot.x() + cornerX, fromY);
            path.to(plot.x() + toX, toY);
        }
    }

    /** Sparse lines count in the middle of each column, so that the area's edge is as smooth as the line. */
    private void areaUnder(Box plot, double fromX, double fromY, double toX, double toY, boolean dense) {
        if (dense) {
            area.segment(fromX, fromY, toX, toY);
            return;
        }
        double left = Math.min(fromX, toX);
        double right = Math.max(fromX, toX);
        int last = (int) Math.min(plot.width() - 1, Math.ceil(right - 0.5) - 1);
        for (int column = (int) Math.max(0, Math.ceil(left - 0.5)); column <= last; column++) {
            double level = fromY + (column + 0.5 - fromX) / (toX - fromX) * (toY - fromY);
            area.include(column, level, level);
        }
    }

    private void loneDot(Box plot, boolean lone, double x, double y) {
        if (lone && x >= 0 && x <= plot.width()) {
            dots.to(plot.x() + x, y);
            dots.gap();
        }
    }

    private void dot(Box plot, double x, double y, boolean dense) {
        if (dense && x >= 0 && x <= plot.width()) {
            int column = (int) Math.min(x, plot.width() - 1);
            band.include(column, y, y);
        } else {
            loneDot(plot, true, x, y);
        }
    }

    private void envelope(Box plot, Envelope envelope, LineStyle style, AxisScale x, AxisScale y) {
        int before = -1;
        boolean joinedBefore = false;
        double width = envelope.range().span() / envelope.columns();
        for (int p = 0; p < envelope.columns(); p++) {
            double px = x.px(envelope.range().from() + (p + 0.5) * width);
            double high = near(y.px(envelope.max()[p]));
            if (envelope.count()[p] == 0 || Double.isNaN(high) || Double.isNaN(px)) {
                continue;
            }
            int column = (int) px;
            double low = near(y.px(envelope.min()[p]));
            double top = plot.bottom() - high;
            double bottom = Double.isNaN(low) ? plot.bottom() : plot.bottom() - low;
            band.include(column, top, bottom);
            if (style == LineStyle.AREA) {
                area.include(column, top, bottom);
            }
            boolean joined = before >= 0 && !envelope.brokenAfter()[before] && style != LineStyle.POINTS;
            if (joined) {
                joinColumns(plot, envelope, before, p, width, x, y);
            } else {
                loneSample(plot, envelope, joinedBefore ? -1 : before, width, x, y);
            }
            joinedBefore = joined;
            before = p;
        }
        loneSample(plot, envelope, joinedBefore ? -1 : before, width, x, y);
    }

    private void loneSample(Box plot, Envelope envelope, int column, double width, AxisScale x, AxisScale y) {
        if (column >= 0 && envelope.count()[column] == 1) {
            loneDot(plot, true, centre(envelope, column, width, x), plot.bottom() - near(y.px(envelope.first()[column])));
        }
    }

    private void joinColumns(Box plot, Envelope envelope, int left, int right, double width, AxisScale x, AxisScale y) {
        double fromX = centre(envelope, left, width, x);
        double toX = centre(envelope, right, width, x);
        if ((int) toX - (int) fromX <= 1) {
            if (isInside(plot, fromX) && isInside(plot, toX) && band.has((int) fromX) && band.has((int) toX)) {
                band.join((int) fromX, (int) toX);
            }
            return;
        }
        double fromY = plot.bottom() - near(y.px(envelope.last()[left]));
        double toY = plot.bottom() - near(y.px(envelope.first()[right]));
        if (!Double.isNaN(fromY) && !Double.isNaN(toY)) {
            path.to(plot.x() + fromX, fromY);
            path.to(plot.x() + toX, toY);
            path.gap();
        }
    }

    /** Keeps positions far outside from swamping what lies inside. */
    private static double near(double px) {
        return Math.max(-FARTHEST_PX, Math.min(FARTHEST_PX, px));
    }

    private static boolean isInside(Box plot, double x) {
        return x >= 0 && x < plot.width();
    }

    private static double centre(Envelope envelope, int column, double width, AxisScale x) {
        return x.px(envelope.range().from() + (column + 0.5) * width);
    }
}
