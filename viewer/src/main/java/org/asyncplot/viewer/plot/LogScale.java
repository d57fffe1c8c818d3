// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * Even spacing of powers.
 *
 * @param low      value at the beginning, more than 0
 * @param high     value at the end, more than low
 * @param lengthPx pixels between them
 */
record LogScale(double low, double high, double lengthPx) implements AxisScale {
    @Override
    public double px(double value) {
        return value > 0 ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low)) * lengthPx : Double.NaN;
    }

    @Override
    public double value(double px) {
        return Math.pow(10, Math.log10(low) + px / lengthPx * (Math.log10(high) - Math.log10(low)));
    }
}
