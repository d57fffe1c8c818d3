// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.series.YRange;

/**
 * Values to colours.
 *
 * @param map  the colours
 * @param low  value of the first colour and of all below
 * @param high value of the last colour and of all above
 * @param log  whether powers are evenly spaced; then values of 0 and below have no colour
 */
record ColorScale(ColorMap map, double low, double high, boolean log) {
    private static final int LAST = 255;

    /** The scale of a field: what was asked for, else its finite extremes; a diverging map keeps 0 in its middle. */
    static ColorScale of(AxisSpec spec, ColorMap map, double[] values) {
        boolean log = spec.scale() == Scale.LOG;
        YRange found = extremes(values, log);
        if (map.isDiverging() && !log && found.low() < 0 && found.high() > 0) {
            double size = Math.max(-found.low(), found.high());
            found = new YRange(-size, size);
        }
        double low = spec.low().orElse(found.isEmpty() ? log ? 0.1 : 0 : found.low());
        double high = spec.high().orElse(found.isEmpty() ? 1 : found.high());
        if (low > high) {
            // One end was asked for and all values lie beyond it: they get the colour of that end.
            low = spec.low().isPresent() ? low : high;
            high = spec.low().isPresent() ? low : high;
        }
        return new ColorScale(map, low, high, log);
    }

    private static YRange extremes(double[] values, boolean log) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (value < low && value > (log ? 0 : Double.NEGATIVE_INFINITY)) {
                low = value;
            }
            if (value > high && value < Double.POSITIVE_INFINITY && (!log || value > 0)) {
                high = value;
            }
        }
        return new YRange(low, high);
    }

    /** Where a value lies on the scale: 0 at its low end, 1 at its high end; NaN for a value without a colour. */
    double part(double value) {
        if (low == high) {
            return value < low ? 0 : value > high ? 1 : value == low ? 0.5 : Double.NaN;
        }
        return log ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
            : (value * 0.5 - low * 0.5) / (high * 0.5 - low * 0.5);
    }

    /** 0xFFRRGGBB, or 0 for a value without a colour. */
    int argb(double value) {
        double t = part(value);
        return Double.isNaN(t) ? 0 : map.rgb((int) Math.max(0, Math.min(LAST, t * (LAST + 1))));
    }

    /** The value at a part of the scale, 0 to 1. */
    double at(double part) {
        return log ? Math.exp(Math.log(low) * (1 - part) + Math.log(high) * part) : low * (1 - part) + high * part;
    }
}
