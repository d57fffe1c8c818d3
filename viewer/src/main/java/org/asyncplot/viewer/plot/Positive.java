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

    /**
     * Values that a logarithmic axis leaves out.
     *
     * @param least how many there are at least
     * @param exact whether there are no more
     */
    record Hidden(long least, boolean exact) {
        static final Hidden NONE = new Hidden(0, true);

        Hidden and(Hidden other) {
            return new Hidden(least + other.least, exact && other.exact);
        }
    }

    /** The values of 0 or less; of a dense column that reaches above 0 as well it is known only that there is one. */
    static Hidden notShown(Trace trace) {
        if (trace.extremes().isEmpty() || trace.extremes().low() > 0) {
            return Hidden.NONE;
        }
        long count = 0;
        if (trace instanceof Points points) {
            for (int i = 0; i < points.y().length; i++) {
                count += points.y()[i] <= 0 && points.y()[i] > Double.NEGATIVE_INFINITY && inside(points, i) ? 1 : 0;
            }
            return new Hidden(count, true);
        }
        Envelope envelope = (Envelope) trace;
        boolean exact = true;
        for (int p = 0; p < envelope.columns(); p++) {
            if (envelope.count()[p] > 0 && envelope.min()[p] <= 0) {
                boolean all = envelope.max()[p] <= 0;
                exact &= all || envelope.count()[p] == 1;
                count += all ? envelope.count()[p] : 1;
            }
        }
        return new Hidden(count, exact);
    }

    private static boolean inside(Points points, int i) {
        return points.x()[i] >= points.range().from() && points.x()[i] <= points.range().to();
    }
}
