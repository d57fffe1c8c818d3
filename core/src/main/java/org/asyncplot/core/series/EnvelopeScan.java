// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.BlockSummary;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.format.StretchFacts;
import org.asyncplot.core.run.BlockNode;
import org.asyncplot.core.run.BlockTree;
import org.asyncplot.core.run.Node;
import org.asyncplot.core.run.Samples;

/**
 * The exact envelope of a stretch of sorted samples for columns with known edges, put together from what indexes and summaries say, and from
 * samples only where an edge divides a summary. Inside {@link BlockTree#read}.
 */
final class EnvelopeScan {
    private static final int GROUP = BlockSummary.GROUP;

    private final Samples samples;
    private final BlockTree tree;
    private final Node[] roots;
    private final int column;
    private final XRange range;
    private final long[] edges;
    private final double[] min;
    private final double[] max;
    private final double[] first;
    private final double[] last;
    private final long[] count;
    private final boolean[] brokenAfter;
    private final byte[] infinities;
    /** The newest column that has samples, -1 before. */
    private int newest = -1;
    private int pixel;

    EnvelopeScan(Samples samples, int column, XRange range, long[] edges) {
        int columns = edges.length - 1;
        this.samples = samples;
        this.tree = samples.tree();
        this.roots = tree.roots();
        this.column = column;
        this.range = range;
        this.edges = edges;
        this.min = new double[columns];
        this.max = new double[columns];
        this.first = new double[columns];
        this.last = new double[columns];
        this.count = new long[columns];
        this.brokenAfter = new boolean[columns];
        this.infinities = new byte[columns];
    }

    Envelope scan() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (pixel = 0; pixel < count.length; pixel++) {
            min[pixel] = Double.POSITIVE_INFINITY;
            max[pixel] = Double.NEGATIVE_INFINITY;
            if (edges[pixel + 1] > edges[pixel]) {
                scanColumn(edges[pixel], edges[pixel + 1]);
            }
            low = Math.min(low, min[pixel]);
            high = Math.max(high, max[pixel]);
        }
        return new Envelope(range, min, max, first, last, count, brokenAfter, infinities, new YRange(low, high));
    }

    private void scanColumn(long start, long end) {
        for (int i = BlockTree.rootOf(roots, start); i < roots.length && roots[i].firstSample() < end; i++) {
            Node root = roots[i];
            if (root.level() > 0) {
                scanIndex(root.level(), root.index(), root.position(), start, end);
            } else {
                boolean complete = i + 1 < roots.length;
                long rootEnd = complete ? roots[i + 1].firstSample() : samples.count();
                scanBlock(root.index(), root.position(), root.firstSample(), rootEnd, complete, start, end);
            }
        }
    }

    private void scanIndex(int level, long index, long position, long start, long end) {
        BlockIndex rows = tree.index(level, index, position);
        if (rows == null) {
            gap();
            return;
        }
        for (int row = BlockTree.rowOf(rows, start); row < BlockIndex.ROWS && rows.firstSample(row) < end; row++) {
            long rowFirst = rows.firstSample(row);
            long rowEnd = rowFirst + rows.count(row);
            if (rowEnd <= start) {
                continue;
            }
            if (start <= rowFirst && rowEnd <= end) {
                take(rows.buffer(), rows.facts(row));
            } else if (level > 1) {
                scanIndex(level - 1, rows.index(row), rows.position(row), start, end);
            } else {
                scanBlock(rows.index(row), rows.position(row), rowFirst, rowEnd, true, start, end);
            }
        }
    }

    private void scanBlock(long index, long position, long blockFirst, long blockEnd, boolean complete, long start, long end) {
        BlockNode node = tree.block(index, position, blockFirst);
        if (node == null) {
            gap();
            return;
        }
        int low = (int) Math.max(0, start - blockFirst);
        int high = (int) (Math.min(blockEnd, end) - blockFirst);
        if (low >= high) {
            return;
        }
        BlockSummary summary = node.summary((int) (blockEnd - blockFirst), complete);
        if (summary == null) {
            scanSamples(node.block(), low, high);
        } else if (low == 0 && high == blockEnd - blockFirst) {
            take(summary.buffer(), summary.offset());
        } else {
            scanGroups(node.block(), summary, low, high, (int) (blockEnd - blockFirst));
        }
    }

    private void scanGroups(SignalBlock block, BlockSummary summary, int low, int high, int size) {
        int at = low;
        while (at < high) {
            int group = at / GROUP;
            int groupEnd = Math.min(size, (group + 1) * GROUP);
            if (at != group * GROUP || groupEnd > high) {
                scanSamples(block, at, Math.min(groupEnd, high));
                at = groupEnd;
            } else if (BlockSummary.finite(summary.what(column, group)) < groupEnd - at) {
                takeGroup(block, summary, group, groupEnd - at);
                at = groupEnd;
            } else {
                at = takeWholeGroups(block, summary, at, high, size);
            }
        }
    }

    /** Groups without gaps in a row: of their samples only the first and the last are looked at. */
    private int takeWholeGroups(SignalBlock block, BlockSummary summary, int start, int high, int size) {
        double low = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        int at = start;
        while (at < high) {
            int group = at / GROUP;
            int groupEnd = Math.min(size, (group + 1) * GROUP);
            if (groupEnd > high || BlockSummary.finite(summary.what(column, group)) < groupEnd - at) {
                break;
            }
            low = Math.min(low, summary.min(column, group));
            top = Math.max(top, summary.max(column, group));
            at = groupEnd;
        }
        take(low, top, block.y(column, start), block.y(column, at - 1), at - start);
        return at;
    }

    private void takeGroup(SignalBlock block, BlockSummary summary, int group, int size) {
        int what = summary.what(column, group);
        int finite = BlockSummary.finite(what);
        mark(BlockSummary.infinities(what));
        if (finite == 0) {
            gap();
            return;
        }
        int firstFinite = BlockSummary.first(what);
        int lastFinite = BlockSummary.last(what);
        if (firstFinite > 0) {
            gap();
        }
        int start = group * GROUP;
        take(summary.min(column, group), summary.max(column, group), block.y(column, start + firstFinite), block.y(column, start + lastFinite),
            finite);
        if (lastFinite < size - 1) {
            gap();
        }
    }

    private void take(UnsafeBuffer buffer, int facts) {
        int marks = StretchFacts.marks(buffer, facts, column);
        long finite = StretchFacts.finite(buffer, facts, column);
        mark(marks);
        if ((marks & StretchFacts.GAP_FIRST) != 0) {
            gap();
        }
        if (finite > 0) {
            take(StretchFacts.min(buffer, facts, column), StretchFacts.max(buffer, facts, column), StretchFacts.first(buffer, facts, column),
                StretchFacts.last(buffer, facts, column), finite);
        }
        if ((marks & StretchFacts.GAP_LAST) != 0) {
            gap();
        }
    }

    private void scanSamples(SignalBlock block, int start, int end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = start; i < end; i++) {
            double y = block.y(column, i);
            // Not finite times zero is NaN, and stays it: one test for all.
            sum += y * 0.0;
            if (y < low) {
                low = y;
            }
            if (y > high) {
                high = y;
            }
        }
        if (sum != 0) {
            scanGaps(block, start, end);
        } else {
            take(low, high, block.y(column, start), block.y(column, end - 1), end - start);
        }
    }

    /** Sample by sample, where some are not finite. */
    private void scanGaps(SignalBlock block, int start, int end) {
        for (int i = start; i < end; i++) {
            double y = block.y(column, i);
            if (y - y == 0) {
                take(y, y, y, y, 1);
            } else {
                infinities[pixel] |= y == Double.POSITIVE_INFINITY ? Envelope.POSITIVE : y == Double.NEGATIVE_INFINITY ? Envelope.NEGATIVE : 0;
                gap();
            }
        }
    }

    private void mark(int marks) {
        infinities[pixel] |= ((marks & StretchFacts.POSITIVE_INFINITY) != 0 ? Envelope.POSITIVE : 0)
            | ((marks & StretchFacts.NEGATIVE_INFINITY) != 0 ? Envelope.NEGATIVE : 0);
    }

    private void gap() {
        if (newest >= 0) {
            brokenAfter[newest] = true;
        }
    }

    private void take(double low, double high, double firstY, double lastY, long samplesTaken) {
        if (count[pixel] == 0) {
            first[pixel] = firstY;
            newest = pixel;
        }
        // A gap within a column is narrower than a pixel; only one that reaches the next column breaks the line.
        brokenAfter[pixel] = false;
        min[pixel] = Math.min(min[pixel], low);
        max[pixel] = Math.max(max[pixel], high);
        last[pixel] = lastY;
        count[pixel] += samplesTaken;
    }
}
