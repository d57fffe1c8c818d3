// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The room that the labels of an axis have.
 *
 * @param lengthPx   length of the axis
 * @param beforePx   how far a label may stick out at its beginning
 * @param afterPx    how far at its end, less what the axis' name takes there: negative if the name lies within the axis' length
 * @param gapPx      least distance between two labels
 * @param comfortPx  distance that looks calm
 * @param extentPx   the length of a label along the axis
 */
record AxisRoom(double lengthPx, double beforePx, double afterPx, double gapPx, double comfortPx, ToDoubleFunction<String> extentPx) {
    static final int FEWEST_LABELS = 3;
    static final int MOST_LABELS = 12;

    private static final int MOST_BEHIND_FIRST = 2;
    private static final double LONG_FIRST = 1.3;

    /** A step that an axis may take, from fine to coarse. */
    interface Candidate {
        /** How many grid lines it makes. */
        int count();

        double atPx(int index);

        /** The label, given that of which index was shown before it; -1 for none. */
        String label(int index, int shownBefore);

        String note();
    }

    /**
     * The finest candidate whose labels are at a calm distance; if none has three labels then, the finest that fits at all; if none has
     * three at all, the one with the most.
     */
    Ticks best(List<? extends Candidate> fineToCoarse) {
        Ticks most = Ticks.NONE;
        for (double gap : new double[] {comfortPx, gapPx}) {
            for (Candidate candidate : fineToCoarse) {
                if (candidate.count() == 0 || candidate.count() > 4 * MOST_LABELS) {
                    continue;
                }
                Ticks placed = place(candidate, gap);
                if (placed == null || placed.labels() > MOST_LABELS) {
                    continue;
                }
                if (placed.labels() >= FEWEST_LABELS) {
                    return placed;
                }
                if (placed.labels() > most.labels()) {
                    most = placed;
                }
            }
        }
        return most;
    }

    /**
     * Labels from the beginning to the end. One that would be cut moves inwards. Only those behind a long first label, and those that the
     * axis' name displaces, may stay away; null if others would have to.
     */
    private Ticks place(Candidate candidate, double gap) {
        List<Tick> ticks = new ArrayList<>();
        double end = lengthPx + afterPx;
        double free = Double.NEGATIVE_INFINITY;
        int shown = -1;
        for (int i = 0; i < candidate.count(); i++) {
            double at = candidate.atPx(i);
            String label = candidate.label(i, shown);
            double extent = extentPx.applyAsDouble(label);
            double start = Math.max(-beforePx, at - extent / 2);
            boolean displaced = start + extent > end && (afterPx < 0 || end - extent < -beforePx);
            start = Math.min(start, end - extent);
            if (!displaced && start >= free) {
                ticks.add(new Tick(at, label, start, extent));
                free = start + extent + (shown < 0 ? gapPx : gap);
                shown = i;
            } else if (displaced || shown == 0 && i <= MOST_BEHIND_FIRST && extent * LONG_FIRST < ticks.get(0).extentPx()) {
                ticks.add(new Tick(at, "", 0, 0));
            } else {
                return null;
            }
        }
        return new Ticks(List.copyOf(ticks), candidate.note());
    }
}
