// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.series.YRange;

/**
 * A waveform as a line: all of its points, whatever the stretch.
 *
 * @param waveform the frame
 */
record WaveformSource(WaveformSnapshot waveform) implements Line.Source {
    /** The finite x of a frame; null if it has none. */
    static XRange extent(WaveformSnapshot waveform) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : waveform.x()) {
            if (Double.isFinite(x)) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        return low <= high ? XRange.of(low, high) : null;
    }

    @Override
    public Trace trace(XRange range, int columns) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < waveform.y().length; i++) {
            double y = waveform.y()[i];
            double x = waveform.x()[i];
            if (x >= range.from() && x <= range.to() && Double.isFinite(y)) {
                low = Math.min(low, y);
                high = Math.max(high, y);
            }
        }
        return new Points(range, waveform.x(), waveform.y(), new YRange(low, high));
    }
}
