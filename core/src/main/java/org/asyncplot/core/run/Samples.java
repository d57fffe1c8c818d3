// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.function.LongPredicate;
import org.asyncplot.core.format.Stretch;

/**
 * The samples of a signal, pinned at a count: sample numbers from {@link #first()} to {@link #count()}, in blocks that lie in the mapped file and are opened
 * as they are needed. Read-only, for any thread, one at a time, as long as the run is open.
 */
public final class Samples {
    private final BlockTree tree;
    private final XFacts xFacts;
    private final long count;
    private final XType xType;

    Samples(BlockTree tree, XFacts xFacts, long count, XType xType) {
        this.tree = tree;
        this.xFacts = xFacts;
        this.count = count;
        this.xType = xType;
    }

    /**
     * How many samples there are.
     *
     * @return count
     */
    public long count() {
        return count;
    }

    /**
     * The oldest sample that is there.
     *
     * @return sample number, the count if there is none
     */
    public long first() {
        Node[] roots = tree.roots();
        return roots.length == 0 ? count : Math.min(count, roots[0].firstSample());
    }

    /**
     * What x values are.
     *
     * @return numbers or time
     */
    public XType xType() {
        return xType;
    }

    /**
     * The blocks, with what is known of them.
     *
     * @return the tree, which may know more samples than these
     */
    public BlockTree tree() {
        return tree;
    }

    /**
     * What times are counted from, so that they stay exact as doubles: the first sample's.
     *
     * @return epoch ns, 0 for numbers and where there is no sample
     */
    public long originNs() {
        Node[] roots = tree.roots();
        return xType == XType.TIME && count > 0 && roots.length > 0 ? roots[0].firstX() : 0;
    }

    /**
     * Whether x never goes backwards and is never NaN.
     *
     * @return true for no samples
     */
    public boolean isSorted() {
        return tree.read(() -> xFacts.of(count).isSorted());
    }

    /**
     * Smallest and largest finite x, relative to {@link #originNs()}.
     *
     * @return two values, the first above the second if no x is finite
     */
    public double[] extent() {
        return tree.read(() -> {
            Stretch facts = xFacts.of(count);
            if (facts.count() == 0) {
                return new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            }
            return new double[] {number(facts.smallestX(), originNs()), number(facts.largestX(), originNs())};
        });
    }

    /**
     * A stored x as a number.
     *
     * @param stored   bits of a double, or epoch ns
     * @param originNs subtracted from a time
     * @return x, or ns since the origin
     */
    public double number(long stored, long originNs) {
        return xType == XType.TIME ? nsBetween(originNs, stored) : Double.longBitsToDouble(stored);
    }

    /**
     * x of a sample.
     *
     * @param sample   0 to count - 1
     * @param originNs subtracted from a time
     * @return x, or ns since the origin
     */
    public double x(long sample, long originNs) {
        return number(timeNs(sample), originNs);
    }

    /**
     * What lies between two moments: exact to 2^53 ns, and right where it does not fit into a long, which is beyond 292 years.
     *
     * @param fromNs epoch ns
     * @param toNs   epoch ns
     * @return ns, negative if the second is the earlier
     */
    public static double nsBetween(long fromNs, long toNs) {
        long difference = toNs - fromNs;
        boolean overflow = ((toNs ^ fromNs) & (toNs ^ difference)) < 0;
        return overflow ? (double) toNs - fromNs : difference;
    }

    /**
     * Time of a sample of a time signal.
     *
     * @param sample 0 to count - 1
     * @return epoch ns
     */
    public long timeNs(long sample) {
        return tree.read(() -> {
            BlockNode found = found(sample);
            return found.block().timeNs((int) (sample - found.block().firstSample()));
        });
    }

    /**
     * y of a sample.
     *
     * @param column from 0
     * @param sample 0 to count - 1
     * @return y
     */
    public double y(int column, long sample) {
        return tree.read(() -> {
            BlockNode found = found(sample);
            return found.block().y(column, (int) (sample - found.block().firstSample()));
        });
    }

    private BlockNode found(long sample) {
        if (sample < 0 || sample >= count) {
            throw new IndexOutOfBoundsException("sample " + sample + " of " + count);
        }
        return tree.require(sample);
    }

    /**
     * Hands on samples block by block, in their order. Where a writer that keeps only the newest deletes a file meanwhile, a stretch may be
     * handed on twice, and what was handed on first may have been holes: inside {@link BlockTree#read} all is done again then, outside the
     * visitor sees the block again, or those that are left.
     *
     * @param from    number of the first
     * @param to      behind the last, at most the count
     * @param visitor called on this thread, which keeps others from reading the signal during each call
     */
    public void forEachBlock(long from, long to, BlockVisitor visitor) {
        for (long sample = from; sample < to;) {
            long next = sample;
            sample = tree.read(() -> block(next, to, visitor));
        }
    }

    /** One block of a stretch, or what is left of it; the number behind its last sample. Inside {@link BlockTree#read}. */
    long block(long from, long to, BlockVisitor visitor) {
        long sample = Math.max(from, first());
        if (sample >= to) {
            return to;
        }
        BlockNode node = found(sample);
        long blockFirst = node.block().firstSample();
        int end = (int) Math.min(to - blockFirst, node.block().count());
        visitor.block(node.block(), (int) (sample - blockFirst), end, blockFirst);
        return blockFirst + end;
    }

    /**
     * y of the newest sample.
     *
     * @param column from 0
     * @return y; NaN if there is none, or none any more
     */
    public double newestY(int column) {
        return tree.read(() -> first() < count ? y(column, count - 1) : Double.NaN);
    }

    /**
     * The first sample whose x fulfils a condition that all behind it fulfil as well.
     *
     * @param condition of x as it is stored
     * @return number of the sample; the count if there is none
     */
    long firstWhere(LongPredicate condition) {
        return tree.read(() -> {
            long low = first();
            long high = count;
            while (low < high) {
                long middle = (low + high) >>> 1;
                BlockNode node = found(middle);
                if (condition.test(node.block().timeNs((int) (middle - node.block().firstSample())))) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        });
    }
}
