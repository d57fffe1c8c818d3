// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.run.XType;

/** One column of a signal in an open run. */
final class RunSeries implements SignalSeries {
    /** Up to so many samples a pixel column every sample is drawn. */
    private static final int SAMPLES_PER_COLUMN = 2;

    private final SignalChannel channel;
    private final int column;
    private final Samples samples;
    private final SharedEdges edges;

    RunSeries(SignalChannel channel, int column, Samples samples, SharedEdges edges) {
        this.channel = channel;
        this.column = column;
        this.samples = samples;
        this.edges = edges;
    }

    @Override
    public String name() {
        return channel.columns().size() == 1 ? channel.name() : channel.name() + "." + channel.columns().get(column);
    }

    @Override
    public String channel() {
        return channel.name();
    }

    @Override
    public String unit() {
        return channel.unit();
    }

    @Override
    public String xName() {
        return channel.xName();
    }

    @Override
    public String xUnit() {
        return channel.xUnit();
    }

    @Override
    public XType xType() {
        return samples.xType();
    }

    @Override
    public long count() {
        return samples.count();
    }

    @Override
    public XRange extent() {
        double[] extent = samples.extent();
        if (!(extent[0] <= extent[1])) {
            throw new IllegalStateException("signal '" + name() + "' has no sample with a finite x");
        }
        return new XRange(samples.originNs(), extent[0], extent[1]);
    }

    @Override
    public double lastY() {
        return samples.newestY(column);
    }

    @Override
    public SampleColumn samples() {
        return new RunColumn(samples, column);
    }

    @Override
    public Trace trace(XRange range, int columns) {
        return samples.tree().read(() -> traceNow(range, columns));
    }

    private Trace traceNow(XRange range, int columns) {
        if (!samples.isSorted()) {
            return PathScan.scan(samples, column, range, PathGroups.MOST_GROUPS);
        }
        SampleSearch search = new SampleSearch(samples, range.originNs());
        long from = search.firstAtOrAfter(range.from());
        long to = Math.max(from, search.firstAtOrAfter(Math.nextUp(range.to())));
        if (to - from <= (long) SAMPLES_PER_COLUMN * columns) {
            return PathScan.points(samples, column, range, from, to);
        }
        return new EnvelopeScan(samples, column, range, edges.of(range, columns, from, to, search)).scan();
    }

    /** The extremes per column, however few samples there are. */
    Envelope envelope(XRange range, int columns) {
        if (!samples.isSorted()) {
            throw new IllegalStateException("x of signal '" + name() + "' goes backwards or is NaN, so it has no envelope; read its samples");
        }
        return samples.tree().read(() -> {
            SampleSearch search = new SampleSearch(samples, range.originNs());
            long from = search.firstAtOrAfter(range.from());
            long to = Math.max(from, search.firstAtOrAfter(Math.nextUp(range.to())));
            return new EnvelopeScan(samples, column, range, edges.of(range, columns, from, to, search)).scan();
        });
    }
}
