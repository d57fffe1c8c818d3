// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.BlockSummary;
import org.asyncplot.core.run.BlockTree;
import org.asyncplot.core.run.Node;
import org.asyncplot.core.run.Samples;

/**
 * Where pixel columns begin among sorted samples. Edges are found by binary search and moved to the nearest place at which an index, a block
 * or a summary of 128 samples begins, the coarsest of which at least four fall on a column, or to a multiple of 2^k samples, 2^k being at most
 * a quarter of what falls on a column; each only where it moves them by no more than a quarter of a column. So a sample stays in the company
 * of its neighbours while the view scrolls, and few columns need to look at samples. Inside {@link BlockTree#read}.
 */
final class ColumnEdges {
    private static final double MOST_SHIFT_COLUMNS = 0.25;
    private static final int GROUP = BlockSummary.GROUP;
    /** Edges lie on summaries of 128 samples. */
    private static final int GROUPS = -1;
    /** Edges lie on multiples of 2^k samples. */
    private static final int SAMPLES = -2;

    private final Samples samples;
    private final SampleSearch search;
    private final XRange range;
    private final int columns;
    private final long from;
    private final long to;

    ColumnEdges(Samples samples, SampleSearch search, XRange range, int columns, long from, long to) {
        this.samples = samples;
        this.search = search;
        this.range = range;
        this.columns = columns;
        this.from = from;
        this.to = to;
    }

    /** The number of the first sample of each column, and that behind the last. */
    long[] find() {
        long[] edges = new long[columns + 1];
        edges[0] = from;
        edges[columns] = to;
        if (from == to) {
            Arrays.fill(edges, from);
            return edges;
        }
        int coarsest = coarsest();
        double lastX = samples.x(to - 1, range.originNs());
        for (int number = 1; number < columns; number++) {
            double x = range.from() + number * (range.span() / columns);
            // Behind the last sample there may be others that are not among these: what lies there must not matter.
            edges[number] = x > lastX ? to : edge(x, edges[number - 1], coarsest);
        }
        return edges;
    }

    /** The level of the nodes of which four fall on a column, in the mean. */
    private int coarsest() {
        long quarter = (to - from) / columns / 4;
        if (quarter < GROUP) {
            return SAMPLES;
        }
        long blocks = (search.blockNumber(Math.max(from, to - 1)) - search.blockNumber(from)) / columns / 4;
        int level = GROUPS;
        while (level < BlockIndex.LEVELS && blocks >= Node.blocks(level + 1)) {
            level++;
        }
        return level;
    }

    /** The number of the first sample of a pixel column. */
    private long edge(double x, long least, int coarsest) {
        double most = MOST_SHIFT_COLUMNS * range.span() / columns;
        for (int level = coarsest; level >= GROUPS; level--) {
            long found = level == GROUPS ? search.nearestGroup(x, GROUP, most) : search.nearest(x, level, most);
            if (found >= least && found <= to) {
                return found;
            }
        }
        long exact = Math.max(least, Math.min(to, search.firstAtOrAfter(x)));
        long quarter = (to - from) / columns / 4;
        if (coarsest != SAMPLES || quarter < 2) {
            return exact;
        }
        long step = Long.highestOneBit(quarter);
        long snapped = (exact + step / 2) & -step;
        if (snapped < least || snapped > to || snapped == exact || snapped >= samples.count()) {
            return exact;
        }
        return Math.abs(samples.x(snapped, range.originNs()) - x) <= most ? snapped : exact;
    }
}
