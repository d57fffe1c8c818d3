// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A derived signal that others are made of: what it said last is kept, since several may ask for the same. */
final class NamedNode implements FormulaNode {
    private static final int MOST_KEPT = 4;

    private final FormulaNode made;
    private final long settled;
    private final long reach;
    private final SignalSeries monotoneOf;
    private final Map<NodeX.Stretch, double[]> kept = new LinkedHashMap<>();
    private final Map<Long, Long> histories = new HashMap<>();

    NamedNode(FormulaNode made) {
        this.made = made;
        // Asked once: what is made of a signal twice, and that again, would ask it thousands of times.
        settled = made.settled();
        reach = made.reach();
        monotoneOf = made.monotoneOf();
    }

    @Override
    public NodeX x() {
        return made.x();
    }

    @Override
    public double[] y(long from, long to) {
        NodeX.Stretch stretch = new NodeX.Stretch(from, to);
        double[] known = kept.get(stretch);
        if (known == null) {
            known = made.y(from, to);
            if (kept.size() == MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(stretch, known);
        }
        return known;
    }

    @Override
    public long settled() {
        return settled;
    }

    @Override
    public long reach() {
        return reach;
    }

    @Override
    public long history(long from) {
        Long known = histories.get(from);
        if (known == null) {
            known = made.history(from);
            histories.put(from, known);
        }
        return known;
    }

    @Override
    public SignalSeries monotoneOf() {
        return monotoneOf;
    }

    @Override
    public double map(double value) {
        return made.map(value);
    }

    void forget() {
        kept.clear();
        histories.clear();
    }
}
