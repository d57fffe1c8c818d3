// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.XType;

/**
 * One y column of a signal, pinned: what it answers does not change while the signal grows. An instance belongs to one thread.
 */
public interface SignalSeries {
    /**
     * The name that figures use: the channel's name, followed by a dot and the column's where the channel has several.
     *
     * @return name, unique in its run
     */
    String name();

    /**
     * The channel it belongs to.
     *
     * @return channel name
     */
    String channel();

    /**
     * The unit of y.
     *
     * @return unit, empty if none was given
     */
    String unit();

    /**
     * The name of the x axis.
     *
     * @return name, empty if none was given
     */
    String xName();

    /**
     * The unit of x.
     *
     * @return unit, empty if none was given, and for time
     */
    String xUnit();

    /**
     * What x values are.
     *
     * @return numbers or time
     */
    XType xType();

    /**
     * How many samples there are.
     *
     * @return count, NaN samples included
     */
    long count();

    /**
     * Smallest and largest x of all samples.
     *
     * @return the range
     * @throws IllegalStateException if there is no sample with a finite x
     */
    XRange extent();

    /**
     * The newest y.
     *
     * @return y of the last sample, NaN if there is none
     */
    double lastY();

    /**
     * What a line needs to be drawn over a stretch: every sample where few fall on a pixel column, else the extremes per column.
     *
     * @param range   the stretch of x
     * @param columns pixel columns it will cover, at least 1
     * @return samples or envelope
     */
    Trace trace(XRange range, int columns);

    /**
     * The samples one by one.
     *
     * @return the samples
     */
    SampleColumn samples();
}
