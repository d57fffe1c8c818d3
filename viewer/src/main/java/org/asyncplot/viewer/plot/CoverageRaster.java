// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Arrays;

/**
 * Fills an outline with the exact area that it covers of each pixel: every edge adds its signed area to an accumulation buffer whose
 * running sum along a row is the coverage (the method of Raph Levien's font-rs). y grows downwards.
 */
final class CoverageRaster implements Outline {
    private static final int CURVE_STEPS = 4;

    private float[] area = new float[0];
    private int width;
    private int height;
    private double penX;
    private double penY;

    void start(int widthPx, int heightPx) {
        width = widthPx;
        height = heightPx;
        int cells = widthPx * heightPx + 4;
        if (area.length < cells) {
            area = new float[cells];
        }
        Arrays.fill(area, 0, cells, 0);
    }

    /** The coverage of each pixel, 0 to 255, row by row. */
    byte[] finish() {
        byte[] coverage = new byte[width * height];
        for (int row = 0; row < height; row++) {
            float sum = 0;
            for (int i = row * width, end = i + width; i < end; i++) {
                sum += area[i];
                coverage[i] = (byte) Math.min(255, Math.round(255 * Math.abs(sum)));
            }
        }
        return coverage;
    }

    @Override
    public void moveTo(double x, double y) {
        penX = x;
        penY = y;
    }

    @Override
    public void lineTo(double x, double y) {
        edge(penX, penY, x, y);
        penX = x;
        penY = y;
    }

    @Override
    public void curveTo(double controlX, double controlY, double x, double y) {
        double fromX = penX;
        double fromY = penY;
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double a = (1 - t) * (1 - t);
            double b = 2 * t * (1 - t);
            lineTo(a * fromX + b * controlX + t * t * x, a * fromY + b * controlY + t * t * y);
        }
    }

    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        double direction = y0 < y1 ? 1 : -1;
        double topX = y0 < y1 ? x0 : x1;
        double topY = Math.min(y0, y1);
        double bottomY = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        double x = topY < 0 ? topX - topY * slope : topX;
        int lastRow = Math.min(height, (int) Math.ceil(bottomY));
        for (int row = Math.max(0, (int) topY); row < lastRow; row++) {
            double dy = Math.min(row + 1, bottomY) - Math.max(row, topY);
            double next = x + slope * dy;
            row(row * width, dy * direction, Math.min(x, next), Math.max(x, next));
            x = next;
        }
    }

    private void row(int start, double d, double x0, double x1) {
        double left = Math.max(0, Math.min(x0, width - 1e-9));
        double right = Math.max(0, Math.min(x1, width - 1e-9));
        int first = (int) left;
        int end = (int) Math.ceil(right);
        if (end <= first + 1) {
            double middle = 0.5 * (left + right) - first;
            area[start + first] += d - d * middle;
            next(start, first + 1, d * middle);
            return;
        }
        double s = 1 / (right - left);
        double fromLeft = left - first;
        double head = 0.5 * s * (1 - fromLeft) * (1 - fromLeft);
        double toRight = right - end + 1;
        double tail = 0.5 * s * toRight * toRight;
        area[start + first] += d * head;
        if (end == first + 2) {
            area[start + first + 1] += d * (1 - head - tail);
        } else {
            double second = s * (1.5 - fromLeft);
            area[start + first + 1] += d * (second - head);
            for (int i = first + 2; i < end - 1; i++) {
                area[start + i] += d * s;
            }
            area[start + end - 1] += d * (1 - second - (end - first - 3) * s - tail);
        }
        next(start, end, d * tail);
    }

    /** What spills over the last column belongs to no pixel of this row. */
    private void next(int start, int column, double value) {
        if (column < width) {
            area[start + column] += value;
        }
    }
}
