// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.List;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.SampleColumn;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;

/**
 * A signal among those of other runs: under a longer name and, where its run is moved, over another x. What it answers about samples is
 * what the signal itself answers about the place where they were recorded.
 */
final class AlignedSeries implements SignalSeries {
    private static final double SECOND_NS = 1e9;
    private static final String SINCE_START = "since start";

    private final String prefix;
    private final SignalSeries series;
    /** Added to x: in the unit of the axis shown, or ns where that counts time. */
    private final double shift;
    /** Whether times are shown as seconds since their run began. */
    private final boolean sinceStart;
    private final long startNs;

    AlignedSeries(String prefix, SignalSeries series, long startNs, Alignment.By by, Alignment.Offset offset) {
        this.prefix = prefix;
        this.series = series;
        this.startNs = startNs;
        sinceStart = by == Alignment.By.START && series.xType() == XType.TIME;
        shift = sinceStart ? offset.on(XType.NUMBER, "s") : offset.on(series.xType(), series.xUnit());
    }

    @Override
    public String name() {
        return prefix + series.name();
    }

    @Override
    public String channel() {
        return prefix + series.channel();
    }

    @Override
    public String unit() {
        return series.unit();
    }

    @Override
    public String xName() {
        return !sinceStart ? series.xName() : series.xName().isEmpty() ? SINCE_START : series.xName() + " " + SINCE_START;
    }

    @Override
    public String xUnit() {
        return sinceStart ? "s" : series.xUnit();
    }

    @Override
    public XType xType() {
        return sinceStart ? XType.NUMBER : series.xType();
    }

    @Override
    public long count() {
        return series.count();
    }

    @Override
    public XRange extent() {
        XRange recorded = series.extent();
        if (sinceStart) {
            double originNs = Samples.nsBetween(startNs, recorded.originNs());
            return XRange.of((originNs + recorded.from()) / SECOND_NS + shift, (originNs + recorded.to()) / SECOND_NS + shift);
        }
        return series.xType() == XType.TIME ? new XRange(recorded.originNs() + (long) shift, recorded.from(), recorded.to())
            : XRange.of(recorded.from() + shift, recorded.to() + shift);
    }

    @Override
    public double lastY() {
        return series.lastY();
    }

    @Override
    public Trace trace(XRange range, int columns) {
        Trace trace = series.trace(recorded(range), columns);
        if (trace instanceof Envelope envelope) {
            return new Envelope(range, envelope.min(), envelope.max(), envelope.first(), envelope.last(), envelope.count(),
                envelope.brokenAfter(), envelope.infinities(), envelope.extremes());
        }
        Points points = (Points) trace;
        // Times are counted from the origin of a range: they move with it.
        return new Points(range, series.xType() == XType.TIME && !sinceStart ? points.x() : shown(points.x()), points.y(), points.extremes());
    }

    @Override
    public SampleColumn samples() {
        return new AlignedColumn(series.samples());
    }

    /** The samples over the x that is shown. */
    private final class AlignedColumn implements SampleColumn {
        private final SampleColumn recorded;

        private AlignedColumn(SampleColumn recorded) {
            this.recorded = recorded;
        }

        @Override
        public Object data() {
            return List.of(recorded.data(), shift, sinceStart, startNs);
        }

        @Override
        public long first() {
            return recorded.first();
        }

        @Override
        public long count() {
            return recorded.count();
        }

        @Override
        public boolean isSorted() {
            return recorded.isSorted();
        }

        @Override
        public void copy(long from, long to, long originNs, double[] x, double[] y) {
            long recordedOriginNs = sinceStart ? startNs : series.xType() == XType.TIME ? originNs - (long) shift : 0;
            recorded.copy(from, to, recordedOriginNs, x, y);
            if (sinceStart || series.xType() == XType.NUMBER) {
                System.arraycopy(shown(x), 0, x, 0, Math.toIntExact(to - from));
            }
        }
    }

    /** Where a stretch that is shown was recorded; a little more, so that no sample at its ends is lost to rounding. */
    private XRange recorded(XRange range) {
        if (sinceStart) {
            return new XRange(startNs, Math.floor((range.from() - shift - slack(range.from())) * SECOND_NS),
                Math.ceil((range.to() - shift + slack(range.to())) * SECOND_NS));
        }
        if (shift == 0) {
            return range;
        }
        return series.xType() == XType.TIME ? new XRange(range.originNs() - (long) shift, range.from(), range.to())
            : XRange.of(range.from() - shift - slack(range.from()), range.to() - shift + slack(range.to()));
    }

    private double slack(double end) {
        return Math.ulp(Math.max(Math.abs(end), Math.abs(shift)));
    }

    private double[] shown(double[] recorded) {
        if (!sinceStart && shift == 0) {
            return recorded;
        }
        double[] moved = new double[recorded.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (sinceStart ? recorded[i] / SECOND_NS : recorded[i]) + shift;
        }
        return moved;
    }
}
