// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/** What a function that never turns makes of a trace: of extremes it makes the extremes. */
final class MonotoneTrace {
    private MonotoneTrace() {
    }

    /** Null where a value of the function is not finite: then others between the extremes may not be either, and it is no trace of it. */
    static Trace of(FormulaNode node, Trace trace) {
        if (trace instanceof Points points) {
            return of(node, points);
        }
        Envelope envelope = (Envelope) trace;
        int columns = envelope.columns();
        double[] min = new double[columns];
        double[] max = new double[columns];
        double[] first = new double[columns];
        double[] last = new double[columns];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < columns; p++) {
            // What becomes of an infinity is the function's to say: the reciprocal of e to the power of it is finite.
            if (envelope.infinities()[p] != 0) {
                return null;
            }
            if (envelope.count()[p] == 0) {
                continue;
            }
            double one = node.map(envelope.min()[p]);
            double other = node.map(envelope.max()[p]);
            if (one - one != 0 || other - other != 0) {
                return null;
            }
            min[p] = Math.min(one, other);
            max[p] = Math.max(one, other);
            first[p] = node.map(envelope.first()[p]);
            last[p] = node.map(envelope.last()[p]);
            low = Math.min(low, min[p]);
            high = Math.max(high, max[p]);
        }
        return new Envelope(envelope.range(), min, max, first, last, envelope.count(), envelope.brokenAfter(), envelope.infinities(),
            new YRange(low, high));
    }

    private static Trace of(FormulaNode node, Points points) {
        double[] y = new double[points.y().length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            y[i] = node.map(points.y()[i]);
            if (y[i] - y[i] == 0 && points.x()[i] >= points.range().from() && points.x()[i] <= points.range().to()) {
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
            } else if (points.y()[i] - points.y()[i] == 0 && y[i] - y[i] != 0) {
                // Of a long path only some samples are here; one that is missing may have a value where this one has none.
                return null;
            }
        }
        return new Points(points.range(), points.x(), y, new YRange(low, high));
    }
}
