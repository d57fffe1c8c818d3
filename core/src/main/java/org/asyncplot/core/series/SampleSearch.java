// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.run.BlockNode;
import org.asyncplot.core.run.BlockTree;
import org.asyncplot.core.run.Node;
import org.asyncplot.core.run.Samples;

/**
 * Finds places among sorted samples by binary search from the roots down: the exact number of a sample, or the beginning of a block, or of an
 * index, that is near to an x, for which no sample is looked at. Inside {@link BlockTree#read}.
 */
final class SampleSearch {
    /** No such place. */
    static final long NONE = -1;

    private final Samples samples;
    private final BlockTree tree;
    private final Node[] roots;
    private final long originNs;
    private final long count;

    /** What the last descent ended at: the beginning of a node before x, and that of its neighbour at or behind it. */
    private long lowerSample;
    private double lowerX;
    private long upperSample;
    private double upperX;
    private long index;
    private long position;

    SampleSearch(Samples samples, long originNs) {
        this.samples = samples;
        this.tree = samples.tree();
        this.roots = tree.roots();
        this.originNs = originNs;
        this.count = samples.count();
    }

    /** The number of the first sample at or after a place; the count if there is none. */
    long firstAtOrAfter(double x) {
        if (!descend(x, 0)) {
            return Math.min(count, lowerSample);
        }
        BlockNode node = tree.block(index, position, lowerSample);
        if (node == null) {
            return Math.min(count, upperSample);
        }
        SignalBlock block = node.block();
        int low = 0;
        int high = (int) Math.max(0, Math.min(block.count(), count - lowerSample));
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.number(block.timeNs(middle), originNs) >= x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.min(count, lowerSample + low);
    }

    /** The beginning of a node of a level that is nearest to a place, and not farther from it than that; else {@link #NONE}. */
    long nearest(double x, int level, double most) {
        descend(x, level);
        return nearest(x, most);
    }

    /** The beginning of a summary of 128 samples that is nearest. */
    long nearestGroup(double x, int group, double most) {
        if (descend(x, 0)) {
            BlockNode node = tree.block(index, position, lowerSample);
            int samplesThere = node == null ? 0 : (int) Math.max(0, Math.min(node.block().count(), count - lowerSample));
            if (samplesThere > group) {
                narrow(node.block(), x, group, (samplesThere - 1) / group);
            }
        }
        return nearest(x, most);
    }

    private long nearest(double x, double most) {
        boolean upper = upperSample < count && upperX - x < x - lowerX;
        double distance = upper ? upperX - x : Math.abs(x - lowerX);
        long found = upper ? upperSample : lowerSample;
        return distance <= most && found < count ? found : NONE;
    }

    /** Goes from a block to the group in it; most x are even, so a guess comes first. */
    private void narrow(SignalBlock block, double x, int group, int lastGroup) {
        double share = (x - lowerX) / (upperX - lowerX);
        int low = 0;
        int high = lastGroup;
        int guess = (int) (Math.max(0, Math.min(1, share)) * lastGroup);
        int step = 1;
        if (at(block, guess * group) < x) {
            low = guess;
            while (low + step <= lastGroup && at(block, (low + step) * group) < x) {
                low += step;
                step *= 2;
            }
            high = Math.min(lastGroup, low + step - 1);
        } else {
            high = Math.max(0, guess - 1);
            while (high > 0 && at(block, high * group) >= x) {
                high = Math.max(0, high - step);
                step *= 2;
            }
            low = high;
            high = Math.min(lastGroup, Math.max(guess - 1, low));
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (at(block, middle * group) < x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long first = lowerSample;
        if (low < lastGroup) {
            upperSample = first + (low + 1L) * group;
            upperX = at(block, (low + 1) * group);
        }
        lowerSample = first + (long) low * group;
        lowerX = at(block, low * group);
    }

    private double at(SignalBlock block, int sample) {
        return samples.number(block.timeNs(sample), originNs);
    }

    /** Goes down to the last node of a level that begins before x; false if even the first does not. */
    private boolean descend(double x, int level) {
        upperSample = Long.MAX_VALUE;
        upperX = Double.POSITIVE_INFINITY;
        int root = rootBefore(x);
        if (root < 0) {
            lowerSample = roots.length == 0 ? 0 : roots[0].firstSample();
            lowerX = roots.length == 0 ? 0 : number(roots[0].firstX());
            return false;
        }
        int left = root;
        int right = root + 1;
        // Where the blocks of a node of that level are still roots themselves, it begins at one of them all the same.
        while (left > 0 && roots[left].level() < level && roots[left].firstBlock() % Node.blocks(level) != 0) {
            left--;
        }
        while (right < roots.length && roots[right].level() < level && roots[right].firstBlock() % Node.blocks(level) != 0) {
            right++;
        }
        if (right < roots.length) {
            upperSample = roots[right].firstSample();
            upperX = number(roots[right].firstX());
        }
        take(roots[left].firstSample(), roots[left].firstX(), roots[left].index(), roots[left].position());
        for (int height = roots[left].level(); height > level; height--) {
            BlockIndex rows = tree.index(height, index, position);
            if (rows == null) {
                break;
            }
            int row = rowBefore(rows, x);
            if (row + 1 < BlockIndex.ROWS) {
                upperSample = rows.firstSample(row + 1);
                upperX = number(rows.firstX(row + 1));
            }
            take(rows.firstSample(row), rows.firstX(row), rows.index(row), rows.position(row));
        }
        return true;
    }

    private void take(long sample, long firstX, long nodeIndex, long nodePosition) {
        lowerSample = sample;
        lowerX = number(firstX);
        index = nodeIndex;
        position = nodePosition;
    }

    private int rootBefore(double x) {
        int low = -1;
        int high = roots.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (number(roots[middle].firstX()) < x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int rowBefore(BlockIndex rows, double x) {
        int low = 0;
        int high = BlockIndex.ROWS - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (number(rows.firstX(middle)) < x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private double number(long stored) {
        return samples.number(stored, originNs);
    }

    /** The number in the channel of the block that a sample is in, or near; what is missing makes it smaller. */
    long blockNumber(long sample) {
        if (roots.length == 0) {
            return 0;
        }
        Node root = roots[BlockTree.rootOf(roots, sample)];
        long number = root.firstBlock();
        long at = root.index();
        long where = root.position();
        for (int level = root.level(); level > 0; level--) {
            BlockIndex rows = tree.index(level, at, where);
            if (rows == null) {
                break;
            }
            int row = BlockTree.rowOf(rows, sample);
            number += row * Node.blocks(level - 1);
            at = rows.index(row);
            where = rows.position(row);
        }
        return number;
    }
}
