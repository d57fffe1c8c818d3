// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Arrays;

/** A growing list of points in pixels; a gap is a y that is NaN. */
final class PixelPath {
    private static final int FIRST_CAPACITY = 1024;

    private double[] x = new double[FIRST_CAPACITY];
    private double[] y = new double[FIRST_CAPACITY];
    private int count;

    void clear() {
        count = 0;
    }

    /** Adds a point; the same point twice in a row counts once. */
    void to(double px, double py) {
        if (count > 0 && x[count - 1] == px && y[count - 1] == py) {
            return;
        }
        add(px, py);
    }

    void gap() {
        if (count > 0 && !Double.isNaN(y[count - 1])) {
            add(Double.NaN, Double.NaN);
        }
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int count() {
        return count;
    }

    private void add(double px, double py) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = px;
        y[count++] = py;
    }
}
