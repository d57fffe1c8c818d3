// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.List;
import org.asyncplot.core.format.SignalBlock;

/**
 * The samples of a signal, pinned at a count: sample numbers from 0 to {@link #count()}, in blocks that lie in the mapped file. Read-only,
 * for any thread where nothing else is said, as long as the run is open.
 */
public final class Samples {
    private final SignalBlock[] blocks;
    private final long[] first;
    private final int blockCount;
    private final long count;
    private final XType xType;
    /** Of full blocks and all before them, shared by all that were pinned on the same channel, since a full block does not change. */
    private final List<BlockX> xUpTo;

    /**
     * Pins samples.
     *
     * @param blocks     oldest first; shared, never changed below {@code blockCount}
     * @param first      number of the first sample of each; shared in the same way
     * @param blockCount how many of them count
     * @param count      samples in these
     * @param xType      what x values are
     * @param xUpTo      what is known by now, to be added to by the one thread that asks {@link #x()}
     */
    Samples(SignalBlock[] blocks, long[] first, int blockCount, long count, XType xType, List<BlockX> xUpTo) {
        this.blocks = blocks;
        this.first = first;
        this.blockCount = blockCount;
        this.count = count;
        this.xType = xType;
        this.xUpTo = xUpTo;
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
     * What x values are.
     *
     * @return numbers or time
     */
    public XType xType() {
        return xType;
    }

    /**
     * How many blocks there are.
     *
     * @return count
     */
    public int blockCount() {
        return blockCount;
    }

    /**
     * A block.
     *
     * @param number from 0, oldest first
     * @return the block in place
     */
    public SignalBlock block(int number) {
        return blocks[number];
    }

    /**
     * What times are counted from, so that they stay exact as doubles: the first sample's.
     *
     * @return epoch ns, 0 for numbers and where there is no sample
     */
    public long originNs() {
        return xType == XType.TIME && count > 0 ? blocks[0].timeNs(0) : 0;
    }

    /**
     * What there is to know of all x values. Looks at each full block only once, whatever is pinned later; belongs to one thread, the same
     * for all that was pinned on a channel.
     *
     * @return the facts
     */
    public BlockX x() {
        // The newest block still grows.
        for (int next = xUpTo.size(); next < blockCount - 1; next++) {
            xUpTo.add(xUpTo(next));
        }
        return blockCount == 0 ? BlockX.NONE : xUpTo(blockCount - 1);
    }

    private BlockX xUpTo(int number) {
        BlockX before = number == 0 ? BlockX.NONE : xUpTo.get(number - 1);
        return before.then(BlockX.of(blocks[number], (int) (firstSample(number + 1) - first[number]), xType, originNs()));
    }

    /**
     * The number of a block's first sample.
     *
     * @param number of the block; that of the count itself gives {@link #count()}
     * @return sample number
     */
    public long firstSample(int number) {
        return number == blockCount ? count : first[number];
    }

    /**
     * The block that holds a sample.
     *
     * @param sample 0 to count - 1
     * @return number of the block
     */
    public int blockOf(long sample) {
        int low = 0;
        int high = blockCount - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first[middle] <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * x of a sample.
     *
     * @param sample   0 to count - 1
     * @param originNs subtracted from a time
     * @return x, or ns since the origin
     */
    public double x(long sample, long originNs) {
        int block = blockOf(sample);
        int within = (int) (sample - first[block]);
        return xType == XType.TIME ? nsBetween(originNs, blocks[block].timeNs(within)) : blocks[block].x(within);
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
        int block = blockOf(sample);
        return blocks[block].timeNs((int) (sample - first[block]));
    }

    /**
     * y of a sample.
     *
     * @param column from 0
     * @param sample 0 to count - 1
     * @return y
     */
    public double y(int column, long sample) {
        int block = blockOf(sample);
        return blocks[block].y(column, (int) (sample - first[block]));
    }
}
