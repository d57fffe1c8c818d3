// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Arrays;

/**
 * Anti-aliased strokes: a pixel is covered by how far it lies inside the stroke's edge, and by no more where strokes meet, since each keeps
 * the larger value. The mask lies column by column, because lines of a chart are tall and narrow in each. One thread.
 */
final class StrokeRaster {
    /** Beyond this a line is vertical or horizontal to any eye, and differences of positions stay finite. */
    private static final double FARTHEST = 1e7;

    private byte[] mask = new byte[0];
    private int[] dirtyFrom = new int[0];
    private int[] dirtyTo = new int[0];
    private Box clip;

    void start(Box box) {
        clip = box;
        if (box.isEmpty()) {
            return;
        }
        if (mask.length < box.width() * box.height()) {
            mask = new byte[box.width() * box.height()];
        }
        if (dirtyFrom.length < box.width()) {
            dirtyFrom = new int[box.width()];
            dirtyTo = new int[box.width()];
        }
        Arrays.fill(dirtyFrom, 0, box.width(), Integer.MAX_VALUE);
        Arrays.fill(dirtyTo, 0, box.width(), Integer.MIN_VALUE);
    }

    void dot(double x, double y, double radius) {
        segment(x, y, x, y, radius);
    }

    void segment(double fromX, double fromY, double toX, double toY, double halfWidth) {
        if (clip.isEmpty() || Double.isNaN(fromX) || Double.isNaN(toX)) {
            return;
        }
        double ax = near(fromX - clip.x());
        double ay = near(fromY - clip.y());
        double bx = near(toX - clip.x());
        double by = near(toY - clip.y());
        double reach = halfWidth + 0.5;
        double dx = bx - ax;
        double dy = by - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        double slope = dx == 0 ? 0 : dy / dx;
        double tall = dx == 0 ? Double.POSITIVE_INFINITY : reach * Math.sqrt(1 + slope * slope);
        double top = Math.min(ay, by) - reach;
        double bottom = Math.max(ay, by) + reach;
        int firstColumn = (int) Math.max(0, Math.floor(Math.min(ax, bx) - reach));
        int lastColumn = (int) Math.min(clip.width() - 1, Math.ceil(Math.max(ax, bx) + reach));
        double unitX = length == 0 ? 0 : dx / length;
        double unitY = length == 0 ? 0 : dy / length;
        for (int column = firstColumn; column <= lastColumn; column++) {
            double px = column + 0.5 - ax;
            double middle = ay + px * slope;
            double high = middle - tall > top ? middle - tall : top;
            double low = middle + tall < bottom ? middle + tall : bottom;
            // Casts and comparisons, since Math.floor and Math.min cost as much as all the rest here.
            int firstRow = high > 1 ? (int) high - 1 : 0;
            int lastRow = low < clip.height() ? (int) low : clip.height() - 1;
            if (firstRow > lastRow || low < 0) {
                continue;
            }
            if (firstRow < dirtyFrom[column]) {
                dirtyFrom[column] = firstRow;
            }
            if (lastRow > dirtyTo[column]) {
                dirtyTo[column] = lastRow;
            }
            column(column * clip.height(), firstRow, lastRow, px, firstRow + 0.5 - ay, dx, dy, unitX, unitY, length, reach);
        }
    }

    /** Pixels of one column; the first lies (px, py) from the stroke's beginning. */
    private void column(int base, int firstRow, int lastRow, double px, double firstPy, double dx, double dy, double unitX, double unitY,
                        double length, double reach) {
        double py = firstPy;
        double along = px * unitX + py * unitY;
        double aside = px * unitY - py * unitX;
        for (int at = base + firstRow; at <= base + lastRow; at++) {
            double distance;
            if (along > 0 && along < length) {
                distance = aside < 0 ? -aside : aside;
            } else {
                double ex = along > 0 ? px - dx : px;
                double ey = along > 0 ? py - dy : py;
                distance = Math.sqrt(ex * ex + ey * ey);
            }
            double coverage = reach - distance;
            if (coverage > 0) {
                int value = coverage >= 1 ? 255 : (int) (coverage * 255 + 0.5);
                if (value > (mask[at] & 0xFF)) {
                    mask[at] = (byte) value;
                }
            }
            py += 1;
            along += unitY;
            aside -= unitX;
        }
    }

    /** Blends the strokes into pixels and forgets them. */
    void paint(int[] argb, int stride, int rgb) {
        for (int column = 0; column < clip.width(); column++) {
            int base = column * clip.height();
            int at = (clip.y() + dirtyFrom[column]) * stride + clip.x() + column;
            for (int row = dirtyFrom[column]; row <= dirtyTo[column]; row++, at += stride) {
                int value = mask[base + row] & 0xFF;
                if (value == 255) {
                    argb[at] = rgb;
                } else if (value != 0) {
                    argb[at] = Rgb.mix(argb[at], rgb, value);
                }
                mask[base + row] = 0;
            }
        }
    }

    private static double near(double position) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, position));
    }
}
