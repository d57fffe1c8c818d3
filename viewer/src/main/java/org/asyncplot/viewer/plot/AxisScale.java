// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/** Turns values into pixels from the beginning of an axis. */
sealed interface AxisScale permits LinearScale, LogScale {
    double low();

    double high();

    double lengthPx();

    /** Pixels from the low end; NaN for what the axis cannot show. */
    double px(double value);

    /** The value at a distance from the low end. */
    double value(double px);
}
