// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncplot.core.run.XType;

/** The samples of a signal that formulas need, the stretches read last kept for the next step that asks for them. */
final class NodeX {
    private static final double SECOND_NS = 1e9;
    private static final int MOST_KEPT = 4;

    /** From one sample to before another. */
    record Stretch(long from, long to) {
    }

    private final SignalSeries series;
    private final SampleColumn samples;
    private final long originNs;
    private final Map<Stretch, SampleArrays> kept = new LinkedHashMap<>();

    NodeX(SignalSeries series, long originNs) {
        this.series = series;
        this.samples = series.samples();
        this.originNs = originNs;
    }

    SignalSeries series() {
        return series;
    }

    SampleColumn samples() {
        return samples;
    }

    /** What times are counted from. */
    long originNs() {
        return originNs;
    }

    /** How much of x makes a unit: times are counted in ns, and told of in seconds. */
    double xPerUnit() {
        return series.xType() == XType.TIME ? SECOND_NS : 1;
    }

    boolean sharesX(NodeX other) {
        return samples.data().equals(other.samples.data());
    }

    long firstAtOrAfter(double x) {
        return samples.firstAtOrAfter(x, originNs);
    }

    SampleArrays arrays(long from, long to) {
        Stretch stretch = new Stretch(from, to);
        SampleArrays known = kept.get(stretch);
        if (known == null) {
            known = new SampleArrays(new double[Math.toIntExact(to - from)], new double[Math.toIntExact(to - from)]);
            samples.copy(from, to, originNs, known.x(), known.y());
            if (kept.size() == MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(stretch, known);
        }
        return known;
    }

    void forget() {
        kept.clear();
    }
}
