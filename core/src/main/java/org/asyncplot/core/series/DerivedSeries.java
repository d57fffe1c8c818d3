// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.XType;

/**
 * A signal that a figure makes of others. Every sample is made, so extremes are exact; what was made once for pictures is kept in groups. A
 * function that never turns, of a single signal, is applied to that one's extremes instead.
 */
final class DerivedSeries implements SignalSeries {
    /** Up to so many samples a pixel column every sample is drawn. */
    private static final int SAMPLES_PER_COLUMN = 2;
    /** Groups are made use of where so many fall on a column. */
    private static final int GROUPS_PER_COLUMN = 4;
    private static final int CHUNK = 1 << 16;
    /** A second or two at most. */
    static final long MOST_NEW_SAMPLES = 100_000_000;
    private static final int MOST_UNSORTED = 200_000;

    private final String name;
    private final String unit;
    private final FormulaNode node;
    private final NodeX x;
    private final DerivedGroups groups;
    private final Runnable forgetter;
    private final long mostNewSamples;

    DerivedSeries(String name, String unit, FormulaNode node, DerivedGroups groups, Runnable forgetter, long mostNewSamples) {
        this.name = name;
        this.unit = unit;
        this.node = node;
        this.x = node.x();
        this.groups = groups;
        this.forgetter = forgetter;
        this.mostNewSamples = mostNewSamples;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String channel() {
        return x.series().channel();
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String xName() {
        return x.series().xName();
    }

    @Override
    public String xUnit() {
        return x.series().xUnit();
    }

    @Override
    public XType xType() {
        return x.series().xType();
    }

    @Override
    public long count() {
        return x.samples().count();
    }

    @Override
    public XRange extent() {
        return x.series().extent();
    }

    @Override
    public double lastY() {
        long last = count() - 1;
        if (last < x.samples().first() || node.history(last) > mostNewSamples) {
            return Double.NaN;
        }
        double y = node.y(last, last + 1)[0];
        forgetter.run();
        return y;
    }

    @Override
    public Trace trace(XRange range, int columns) {
        try {
            return traceNow(range, columns);
        } finally {
            forgetter.run();
        }
    }

    private Trace traceNow(XRange range, int columns) {
        SampleColumn samples = x.samples();
        boolean sorted = samples.isSorted();
        double xShift = xType() == XType.TIME ? Samples.nsBetween(range.originNs(), x.originNs()) : 0;
        long from = sorted ? samples.firstAtOrAfter(range.from() - xShift, x.originNs()) : samples.first();
        long to = sorted ? Math.max(from, samples.firstAtOrAfter(Math.nextUp(range.to() - xShift), x.originNs())) : samples.count();
        if (sorted && to - from <= (long) SAMPLES_PER_COLUMN * columns) {
            refuse(node.history(from));
            return points(range, Math.max(samples.first(), from - 1), Math.min(samples.count(), to + 1), xShift);
        }
        Trace mapped = node.monotoneOf() == null ? null : MonotoneTrace.of(node, node.monotoneOf().trace(range, columns));
        if (mapped != null) {
            return mapped;
        }
        if (!sorted) {
            if (to - from > MOST_UNSORTED) {
                throw new TooManySamplesException("'" + name + "' is of " + to + " samples whose x goes back and forth; " + MOST_UNSORTED
                    + " are the most");
            }
            return points(range, from, to, xShift);
        }
        EnvelopeFold fold = new EnvelopeFold(range, columns);
        if (to - from < GROUPS_PER_COLUMN * columns * sizeOfGroups()) {
            refuse(node.history(from));
            fold(from, to, xShift, fold, Long.highestOneBit(Math.max(1, (to - from) / columns / GROUPS_PER_COLUMN)));
        } else {
            foldGroups(from, to, xShift, fold);
        }
        return fold.envelope();
    }

    private long sizeOfGroups() {
        groups.fit(count());
        return groups.size();
    }

    private void refuse(long samples) {
        if (samples > mostNewSamples) {
            throw new TooManySamplesException("'" + name + "' needs " + samples + " samples for this, and " + mostNewSamples
                + " are the most; " + (node.history(count()) > mostNewSamples ? "an integral needs all before it" : "show a shorter stretch"));
        }
    }

    private Points points(XRange range, long from, long to, double xShift) {
        double[] y = node.y(from, to);
        double[] recorded = x.arrays(from, to).x();
        double[] places = new double[recorded.length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places.length; i++) {
            places[i] = recorded[i] + xShift;
            if (places[i] >= range.from() && places[i] <= range.to() && y[i] - y[i] == 0) {
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
            }
        }
        return new Points(range, places, y, new YRange(low, high));
    }

    private void foldGroups(long from, long to, double xShift, EnvelopeFold fold) {
        long size = groups.size();
        int firstGroup = (int) ((from + size - 1) / size);
        int end = (int) (Math.min(to, node.settled()) / size);
        if (end <= firstGroup) {
            refuse(Math.max(to - from, node.history(from)));
            fold(from, to, xShift, fold, size);
            return;
        }
        long unknown = to - end * size;
        for (int group = firstGroup; group < end; group++) {
            unknown += groups.isKnown(group) ? 0 : size;
        }
        refuse(unknown == 0 ? 0 : Math.max(unknown, node.history(from)));
        fold(from, firstGroup * size, xShift, fold, size);
        for (int group = firstGroup; group < end; group++) {
            if (!groups.isKnown(group)) {
                learn(group, end);
            }
            if (!groups.fold(group, xShift, fold)) {
                fold(group * size, (group + 1) * size, xShift, fold, 1);
            }
        }
        fold(end * size, to, xShift, fold, size);
    }

    /** Learns a group and unknown ones behind it, as many as make a good piece of work. */
    private void learn(int group, int end) {
        long size = groups.size();
        long work = Math.max(Math.max(CHUNK, size), node.reach()) / size;
        int stop = group + 1;
        while (stop < end && stop - group < work && !groups.isKnown(stop)) {
            stop++;
        }
        double[] y = node.y(group * size, stop * size);
        double[] places = x.arrays(group * size, stop * size).x();
        for (int i = group; i < stop; i++) {
            groups.learn(i, places, y, (int) ((i - group) * size));
        }
        forgetter.run();
    }

    /** Folds samples in company of their neighbours, so that they stay in it while a view scrolls. */
    private void fold(long from, long to, double xShift, EnvelopeFold fold, long company) {
        long chunk = Long.highestOneBit(Math.max(CHUNK, 2 * node.reach()));
        for (long at = from, end; at < to; at = end) {
            end = Math.min(to, at - at % chunk + chunk);
            double[] y = node.y(at, end);
            double[] places = x.arrays(at, end).x();
            int i = 0;
            while (i < y.length) {
                int stop = (int) Math.min(y.length, i + company - (at + i) % company);
                boolean together = fold.isTogether(places[i], places[stop - 1]);
                int column = fold.column(places[i] + xShift);
                for (; i < stop; i++) {
                    fold.sample(together ? column : fold.column(places[i] + xShift), y[i]);
                }
            }
            forgetter.run();
        }
    }

    @Override
    public SampleColumn samples() {
        return new DerivedColumn(node);
    }
}
