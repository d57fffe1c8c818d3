// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.SignalBlock;

/**
 * The samples of a signal, pinned at a count: sample numbers from 0 to {@link #count()}, in blocks that lie in the mapped file. Read-only;
 * any thread, as long as the run is open.
 */
public final class Samples {
    private final SignalBlock[] blocks;
    private final long[] first;
    private final long count;
    private final XType xType;

    Samples(SignalBlock[] blocks, long count, XType xType) {
        this.blocks = blocks;
        this.count = count;
        this.xType = xType;
        this.first = new long[blocks.length + 1];
        for (int i = 0; i < blocks.length; i++) {
            first[i] = blocks[i].firstSample();
        }
        first[blocks.length] = count;
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
        return blocks.length;
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
     * The number of a block's first sample.
     *
     * @param number of the block; that of the count itself gives {@link #count()}
     * @return sample number
     */
    public long firstSample(int number) {
        return first[number];
    }

    /**
     * The block that holds a sample.
     *
     * @param sample 0 to count - 1
     * @return number of the block
     */
    public int blockOf(long sample) {
        int low = 0;
        int high = blocks.length - 1;
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
        return xType == XType.TIME ? blocks[block].timeNs(within) - originNs : blocks[block].x(within);
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
