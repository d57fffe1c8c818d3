// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;

/**
 * Traces for a logarithmic x axis. Columns of a trace are evenly spaced, pixels of such an axis are not,
     so each decade is fetched by itself
 * with as many columns as keep its narrowest pixel apart.
 */
final class LogStretches {
    /** 9 / ln 10: the first pixel of a decade is this much narrower than the mean one. */
    private static final double NARROWEST = 4;
    private static final int SEARCH_COLUMNS = 256;
    private static final int MOST_SEARCHES = 20;

    private LogStretches() {
    }

    static List<Trace> traces(Line.Source source, XRange range, int columns) {
        double from = Math.log10(range.from());
        double to = Math.log10(range.to());
        List<Trace> traces = new ArrayList<>();
        double start = range.from();
        while (start < range.to()) {
            double end = Math.min(range.to(), Math.pow(10, Math.floor(Math.log10(start) + 1e-9) + 1));
            int wide = (int) Math.ceil((Math.log10(end) - Math.log10(start)) / (to - from) * columns * NARROWEST);
            traces.add(source.trace(XRange.of(start, end), Math.max(1, wide)));
            start = end;
        }
        return traces;
    }

    /** An x a little below the first sample above 0: where such an axis begins. */
    static OptionalDouble firstPositive(Line.Source source, double to) {
        double end = to;
        for (int i = 0; i < MOST_SEARCHES; i++) {
            Trace trace = source.trace(XRange.of(0, end), SEARCH_COLUMNS);
            if (trace instanceof Points points) {
                return least(points);
            }
            Envelope envelope = (Envelope) trace;
            int column = 0;
            while (column < envelope.columns() && envelope.count()[column] == 0) {
                column++;
            }
            if (column == envelope.columns()) {
                return OptionalDouble.empty();
            }
            if (column > 0) {
                return OptionalDouble.of(end * column / envelope.columns());
            }
            end /= envelope.columns();
        }
        return OptionalDouble.of(end);
    }

    private static OptionalDouble least(Points points) {
        OptionalDouble least = OptionalDouble.empty();
        for (double x : points.x()) {
            if (x > 0 && (least.isEmpty() || x < least.getAsDouble())) {
                least = OptionalDouble.of(x);
            }
        }
        return least;
    }
}
