// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.run.XType;

/** One column of a signal in an open run. */
final class RunSeries implements SignalSeries {
    /** Up to so many samples a pixel column every sample is drawn. */
    private static final int SAMPLES_PER_COLUMN = 2;
    /** Samples of an unsorted signal that are drawn one by one; beyond, every n-th group is drawn by its extremes. */
    private static final int PATH_SEGMENTS = 200_000;

    private final SignalChannel channel;
    private final int column;
    private final SortedSamples sorted;
    private final Samples samples;

    RunSeries(SignalChannel channel, int column, SortedSamples sorted) {
        this.channel = channel;
        this.column = column;
        this.sorted = sorted;
        this.samples = sorted.samples();
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
        if (!(sorted.smallest() <= sorted.largest())) {
            throw new IllegalStateException("signal '" + name() + "' has no sample with a finite x");
        }
        return new XRange(samples.originNs(), sorted.smallest(), sorted.largest());
    }

    @Override
    public double lastY() {
        return samples.count() == 0 ? Double.NaN : samples.y(column, samples.count() - 1);
    }

    @Override
    public Trace trace(XRange range, int columns) {
        if (!sorted.isSorted()) {
            return PathScan.scan(samples, column, range, PATH_SEGMENTS);
        }
        long from = sorted.firstAtOrAfter(range.from(), range.originNs());
        long to = sorted.firstAtOrAfter(Math.nextUp(range.to()), range.originNs(), from, samples.count());
        if (to - from <= (long) SAMPLES_PER_COLUMN * columns) {
            return PathScan.points(samples, column, range, from, to);
        }
        return new EnvelopeScan(sorted, column, range, columns, from, to).scan();
    }

    /** The extremes per column, however few samples there are. */
    Envelope envelope(XRange range, int columns) {
        if (!sorted.isSorted()) {
            throw new IllegalStateException("x of signal '" + name() + "' goes backwards or is NaN, so it has no envelope; read its samples");
        }
        long from = sorted.firstAtOrAfter(range.from(), range.originNs());
        long to = sorted.firstAtOrAfter(Math.nextUp(range.to()), range.originNs(), from, samples.count());
        return new EnvelopeScan(sorted, column, range, columns, from, to).scan();
    }
}
