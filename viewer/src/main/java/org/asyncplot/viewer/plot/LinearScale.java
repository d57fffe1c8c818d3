// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * Even spacing. Differences are taken of halves, so that a range may span all doubles.
 *
 * @param low      value at the beginning
 * @param high     value at the end, more than low
 * @param lengthPx pixels between them
 */
record LinearScale(double low, double high, double lengthPx) implements AxisScale {
    @Override
    public double px(double value) {
        return (value * 0.5 - low * 0.5) / (high * 0.5 - low * 0.5) * lengthPx;
    }

    @Override
    public double value(double px) {
        double t = px / lengthPx;
        return low * (1 - t) + high * t;
    }
}
