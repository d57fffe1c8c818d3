// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.SampleColumn;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.series.YRange;

/** A signal in arrays, x in ascending order; on a time axis x counts ns from an origin. */
record ArraySeries(String name, String channel, String unit, String xName, String xUnit, XType xType, long originNs, double[] x, double[] y)
    implements SignalSeries {
    private static final int POINTS_PER_COLUMN = 2;

    static ArraySeries numbers(String name, String unit, double[] x, double[] y) {
        return new ArraySeries(name, name, unit, "", "", XType.NUMBER, 0, x, y);
    }

    static ArraySeries time(String name, String unit, long originNs, double[] x, double[] y) {
        return new ArraySeries(name, name, unit, "", "", XType.TIME, originNs, x, y);
    }

    ArraySeries in(String newChannel) {
        return new ArraySeries(name, newChannel, unit, xName, xUnit, xType, originNs, x, y);
    }

    ArraySeries over(String newXName, String newXUnit) {
        return new ArraySeries(name, channel, unit, newXName, newXUnit, xType, originNs, x, y);
    }

    @Override
    public long count() {
        return x.length;
    }

    @Override
    public XRange extent() {
        if (x.length == 0) {
            throw new IllegalStateException("no samples");
        }
        return new XRange(originNs, x[0], x[x.length - 1]);
    }

    @Override
    public double lastY() {
        return y.length == 0 ? Double.NaN : y[y.length - 1];
    }

    @Override
    public Trace trace(XRange range, int columns) {
        double shift = originNs - range.originNs();
        int from = 0;
        while (from < x.length && x[from] + shift < range.from()) {
            from++;
        }
        int to = from;
        while (to < x.length && x[to] + shift <= range.to()) {
            to++;
        }
        return to - from > POINTS_PER_COLUMN * columns ? envelope(range, columns, from, to, shift) : points(range, from, to, shift);
    }

    @Override
    public SampleColumn samples() {
        return new Samples(this);
    }

    private record Samples(ArraySeries series) implements SampleColumn {
        @Override
        public Object data() {
            return series.x;
        }

        @Override
        public long first() {
            return 0;
        }

        @Override
        public long count() {
            return series.x.length;
        }

        @Override
        public boolean isSorted() {
            return true;
        }

        @Override
        public void copy(long from, long to, long originNs, double[] x, double[] y) {
            for (int i = 0; i < to - from; i++) {
                x[i] = series.x[(int) from + i] + (series.originNs - originNs);
                y[i] = series.y[(int) from + i];
            }
        }
    }

    private Points points(XRange range, int from, int to, double shift) {
        int start = Math.max(0, from - 1);
        int end = Math.min(x.length, to + 1);
        double[] xs = new double[end - start];
        double[] ys = new double[end - start];
        YRange extremes = YRange.NONE;
        for (int i = start; i < end; i++) {
            xs[i - start] = x[i] + shift;
            ys[i - start] = y[i];
            if (i >= from && i < to && Double.isFinite(y[i])) {
                extremes = extremes.union(new YRange(y[i], y[i]));
            }
        }
        return new Points(range, xs, ys, extremes);
    }

    private Envelope envelope(XRange range, int columns, int from, int to, double shift) {
        double[] min = new double[columns];
        double[] max = new double[columns];
        double[] first = new double[columns];
        double[] last = new double[columns];
        long[] count = new long[columns];
        boolean[] broken = new boolean[columns];
        double perX = columns / range.span();
        int before = -1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            int p = Math.min(columns - 1, (int) ((x[i] + shift - range.from()) * perX));
            double v = y[i];
            if (!Double.isFinite(v)) {
                if (before >= 0) {
                    broken[before] = true;
                }
                continue;
            }
            if (count[p]++ == 0) {
                min[p] = max[p] = first[p] = v;
                broken[p] = false;
            }
            if (v < min[p]) {
                min[p] = v;
            }
            if (v > max[p]) {
                max[p] = v;
            }
            last[p] = v;
            before = p;
            broken[p] = false;
            low = v < low ? v : low;
            high = v > high ? v : high;
        }
        return new Envelope(range, min, max, first, last, count, broken, new byte[columns], new YRange(low, high));
    }
}
