// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;

/**
 * One series of a panel, found in the data.
 *
 * @param spec  how it is drawn
 * @param rgb   its colour
 * @param name  its name in the legend, possibly empty
 * @param value its newest value with what belongs to it, possibly empty
 * @param unit  of y
 * @param source its data
 */
record Line(SeriesSpec spec, int rgb, String name, String value, String unit, Source source) {
    /** Where the data of a stretch come from. */
    interface Source {
        Trace trace(XRange range, int columns);
    }
}
