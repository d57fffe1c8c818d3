// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.YRange;

/** What a logarithmic axis can show of a trace, and what it cannot. */
final class Positive {
    private Positive() {
    }

    /** The extremes of values above 0; in a column that reaches below, of those that are known one by one. */
    static YRange extremes(Trace trace) {
        if (trace.extremes().isEmpty() || trace.extremes().low() > 0) {
            return trace.extremes();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        if (trace instanceof Points points) {
            for (int i = 0; i < points.y().length; i++) {
                if (points.y()[i] > 0 && points.y()[i] < Double.POSITIVE_INFINITY && inside(points, i)) {
                    low = Math.min(low, points.y()[i]);
                    high = Math.max(high, points.y()[i]);
                }
            }
            return new YRange(low, high);
        }
        Envelope envelope = (Envelope) trace;
        for (int p = 0; p < envelope.columns(); p++) {
            if (envelope.count()[p] > 0 && envelope.max()[p] > 0) {
                high = Math.max(high, envelope.max()[p]);
                for (double value : new double[] {envelope.min()[p], envelope.first()[p], envelope.last()[p], envelope.max()[p]}) {
                    low = value > 0 ? Math.min(low, value) : low;
                }
            }
        }
        return new YRange(low, high);
    }

    /** How many values are 0 or less; -1 if some are, but the trace does not tell how many. */
    static long notShown(Trace trace) {
        if (trace.extremes().isEmpty() || trace.extremes().low() > 0) {
            return 0;
        }
        if (!(trace instanceof Points points)) {
            return -1;
        }
        long count = 0;
        for (int i = 0; i < points.y().length; i++) {
            count += points.y()[i] <= 0 && inside(points, i) ? 1 : 0;
        }
        return count;
    }

    private static boolean inside(Points points, int i) {
        return points.x()[i] >= points.range().from() && points.x()[i] <= points.range().to();
    }
}
