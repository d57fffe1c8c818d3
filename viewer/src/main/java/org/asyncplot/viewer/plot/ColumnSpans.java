// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Arrays;

/** What a line covers of each pixel column of a plot: from {@code top} down to {@code bottom}, in pixels; NaN where it covers none. */
final class ColumnSpans {
    private double[] top = new double[0];
    private double[] bottom = new double[0];
    private int columns;

    void start(int columnsPx) {
        columns = columnsPx;
        if (top.length < columnsPx) {
            top = new double[columnsPx];
            bottom = new double[columnsPx];
        }
        Arrays.fill(top, 0, columnsPx, Double.NaN);
        Arrays.fill(bottom, 0, columnsPx, Double.NaN);
    }

    void include(int column, double y0, double y1) {
        if (column < 0 || column >= columns) {
            return;
        }
        double high = Math.min(y0, y1);
        double low = Math.max(y0, y1);
        if (!(top[column] <= high)) {
            top[column] = high;
        }
        if (!(bottom[column] >= low)) {
            bottom[column] = low;
        }
    }

    /** Closes the room between two columns by half from each side, so that a dense line stays in one piece. */
    void join(int left, int right) {
        if (top[right] > bottom[left]) {
            double middle = (top[right] + bottom[left]) / 2;
            bottom[left] = middle;
            top[right] = middle;
        } else if (top[left] > bottom[right]) {
            double middle = (top[left] + bottom[right]) / 2;
            top[left] = middle;
            bottom[right] = middle;
        }
    }

    /** Everything that a straight line covers, x in columns. */
    void segment(double fromX, double fromY, double toX, double toY) {
        if (fromX > toX) {
            segment(toX, toY, fromX, fromY);
            return;
        }
        int first = (int) Math.floor(Math.max(fromX, 0));
        int last = (int) Math.floor(Math.min(toX, columns - 1));
        if (first == last && fromX >= 0 && toX < columns) {
            include(first, fromY, toY);
            return;
        }
        double slope = (toY - fromY) / (toX - fromX);
        for (int column = first; column <= last; column++) {
            double start = Math.max(fromX, column);
            double end = Math.min(toX, column + 1);
            include(column, fromY + (start - fromX) * slope, fromY + (end - fromX) * slope);
        }
    }

    /** Makes every span thicker at both ends. */
    void widen(double byPx) {
        for (int i = 0; i < columns; i++) {
            top[i] -= byPx;
            bottom[i] += byPx;
        }
    }

    /** Extends every span to a level. */
    void reach(double y) {
        for (int i = 0; i < columns; i++) {
            if (!Double.isNaN(top[i])) {
                top[i] = Math.min(top[i], y);
                bottom[i] = Math.max(bottom[i], y);
            }
        }
    }

    boolean has(int column) {
        return !Double.isNaN(top[column]);
    }

    double top(int column) {
        return top[column];
    }

    double bottom(int column) {
        return bottom[column];
    }

    void paint(Canvas canvas, int x, int rgb, double alpha) {
        canvas.spans(x, top, bottom, columns, rgb, alpha);
    }
}
