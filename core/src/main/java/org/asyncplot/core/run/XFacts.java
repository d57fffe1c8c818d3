// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.BlockSummary;
import org.asyncplot.core.format.Stretch;

/**
 * What is known of the x values of the first samples of a signal: whether they are sorted, the smallest and the largest. What was found for
 * whole nodes is kept while they are roots, so that each x is looked at once. Under the monitor of the tree.
 */
final class XFacts {
    private final BlockTree tree;
    /** Of roots from the first on, and what was found of each together with those before it. */
    private Node[] knownRoots = {};
    private Stretch[] upTo = {};
    private int known;
    /** Of the block that grows. */
    private Stretch growing;
    private long growingIndex;
    private Stretch newest;

    XFacts(BlockTree tree) {
        this.tree = tree;
    }

    /** Facts of x of the first samples; do not change them. */
    Stretch of(long count) {
        Node[] roots = tree.roots();
        if (newest != null && roots == knownRoots && newest.count() == count) {
            return newest;
        }
        reuse(roots);
        int whole = 0;
        while (whole + 1 < roots.length && roots[whole + 1].firstSample() <= count) {
            whole++;
        }
        for (; known < whole; known++) {
            upTo[known] = copy(known == 0 ? null : upTo[known - 1]);
            append(upTo[known], roots[known], roots[known + 1].firstSample(), Long.MAX_VALUE);
        }
        Stretch all = copy(whole == 0 ? null : upTo[whole - 1]);
        if (whole < roots.length && roots[whole].firstSample() < count) {
            append(all, roots[whole], whole + 1 < roots.length ? roots[whole + 1].firstSample() : count, count);
        }
        newest = all;
        return all;
    }

    /** What was found of roots that are still there. */
    private void reuse(Node[] roots) {
        int same = 0;
        while (same < known && same < roots.length && roots[same].equals(knownRoots[same])) {
            same++;
        }
        known = same;
        if (upTo.length < roots.length) {
            upTo = Arrays.copyOf(upTo, Math.max(roots.length, 2 * upTo.length));
        }
        knownRoots = roots;
    }

    private Stretch copy(Stretch of) {
        Stretch copy = new Stretch(0, tree.isTime());
        if (of != null && of.count() > 0) {
            copy.appendX(of);
        }
        return copy;
    }

    /** Appends samples of a node before a number. */
    private void append(Stretch to, Node node, long end, long count) {
        if (node.level() == 0) {
            appendBlock(to, node.index(), node.position(), node.firstSample(), end, count);
            return;
        }
        appendIndex(to, node.level(), node.index(), node.position(), count);
    }

    private void appendIndex(Stretch to, int level, long index, long position, long count) {
        BlockIndex rows = tree.index(level, index, position);
        if (rows == null) {
            return;
        }
        for (int row = 0; row < BlockIndex.ROWS && rows.firstSample(row) < count; row++) {
            long end = rows.firstSample(row) + rows.count(row);
            if (end <= count) {
                to.appendX(rows.buffer(), rows.facts(row));
            } else if (level == 1) {
                appendBlock(to, rows.index(row), rows.position(row), rows.firstSample(row), end, count);
            } else {
                appendIndex(to, level - 1, rows.index(row), rows.position(row), count);
            }
        }
    }

    private void appendBlock(Stretch to, long index, long position, long first, long end, long count) {
        BlockNode node = tree.block(index, position, first);
        int samples = node == null ? 0 : (int) Math.min(Math.min(end, count) - first, node.block().count());
        if (samples == 0) {
            return;
        }
        BlockSummary summary = node.summary(samples, false);
        if (summary != null) {
            UnsafeBuffer buffer = summary.buffer();
            to.appendX(buffer, summary.offset());
            return;
        }
        if (growing == null || growingIndex != index || growing.count() > samples) {
            growing = new Stretch(0, tree.isTime());
            growingIndex = index;
        }
        if (growing.count() < samples) {
            growing.append(node.block(), (int) growing.count(), samples);
        }
        to.appendX(growing);
    }
}
