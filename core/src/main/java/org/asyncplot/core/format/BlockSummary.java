// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a block holds, so that nobody has to look at each of its samples again: the facts of all of them ({@link StretchFacts}) and, for
 * each column and each {@value #GROUP} samples, the extremes. The agent writes it when the computing thread has left the block; it lies
 * behind the samples, on 128-byte lines of its own. Readers make the same on the heap for blocks that have none.
 *
 * <pre>
 *   0                facts of the whole block; their count is written last, by release
 *   g                for each column: min[groups]  max[groups]  as doubles, then what[groups] as int32
 * </pre>
 * {@code what}: bits 0 to 7 how many y are finite, 8 positive, 9 negative infinity, 16 to 22 place of the first finite y in its group, 24 to
 * 30 of the last. A flyweight; the buffer stays the caller's.
 */
public final class BlockSummary {
    /** Samples of a group. */
    public static final int GROUP = 128;
    /** So that a summary shares no line with what the computing thread writes. */
    static final int LINE = 128;

    private static final int GROUP_BYTES = 2 * Double.BYTES + Integer.BYTES;
    private static final int POSITIVE_INFINITY = 1 << 8;
    private static final int NEGATIVE_INFINITY = 1 << 9;

    private final UnsafeBuffer buffer;
    private final int offset;
    private final int groups;
    private final int groupsOffset;

    /**
     * Looks at a summary.
     *
     * @param buffer   holds it, in full length
     * @param offset   of its first byte
     * @param capacity samples of the block
     * @param columns  y columns
     */
    public BlockSummary(UnsafeBuffer buffer, int offset, int capacity, int columns) {
        this.buffer = buffer;
        this.offset = offset;
        this.groups = groups(capacity);
        this.groupsOffset = offset + StretchFacts.length(columns);
    }

    private static int groups(int samples) {
        return (samples + GROUP - 1) / GROUP;
    }

    /** Of one column, a multiple of 8. */
    private static int columnBytes(int groups) {
        return groups * GROUP_BYTES + 7 & -8;
    }

    /**
     * Bytes of a summary.
     *
     * @param capacity samples of the block
     * @param columns  y columns
     * @return a multiple of 128
     */
    public static long length(int capacity, int columns) {
        long bytes = StretchFacts.length(columns) + (long) columns * columnBytes(groups(capacity));
        return bytes + LINE - 1 & -LINE;
    }

    /**
     * How many samples it describes.
     *
     * @return 0 if it is not there, or not yet
     */
    public int count() {
        long count = buffer.getLongVolatile(offset + StretchFacts.COUNT);
        return (int) Math.max(0, Math.min(count, (long) groups * GROUP));
    }

    /**
     * Summarises the first samples of a block.
     *
     * @param block   that does not change any more, at least in these
     * @param count   how many, at least 1
     * @param scratch for facts of the block, of as many columns and the same x
     */
    public void write(SignalBlock block, int count, Stretch scratch) {
        scratch.clear();
        scratch.append(block, 0, count);
        for (int column = 0; column < block.columns(); column++) {
            for (int group = 0; group * GROUP < count; group++) {
                writeGroup(block, column, group, Math.min(count, (group + 1) * GROUP));
            }
        }
        scratch.write(buffer, offset);
    }

    private void writeGroup(SignalBlock block, int column, int group, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int from = group * GROUP;
        for (int i = from; i < to; i++) {
            double y = block.y(column, i);
            sum += y * 0.0;
            if (y < low) {
                low = y;
            }
            if (y > high) {
                high = y;
            }
        }
        int what = to - from | to - from - 1 << 24;
        if (sum != 0) {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            int finite = 0;
            int first = 0;
            int last = 0;
            int infinities = 0;
            for (int i = from; i < to; i++) {
                double y = block.y(column, i);
                if (y - y == 0) {
                    low = y < low ? y : low;
                    high = y > high ? y : high;
                    first = finite == 0 ? i - from : first;
                    last = i - from;
                    finite++;
                } else {
                    infinities |= y == Double.POSITIVE_INFINITY ? POSITIVE_INFINITY : y == Double.NEGATIVE_INFINITY ? NEGATIVE_INFINITY : 0;
                }
            }
            what = finite | infinities | first << 16 | last << 24;
        }
        buffer.putDouble(extremes(column) + (group << 3), low);
        buffer.putDouble(extremes(column) + (groups + group << 3), high);
        buffer.putInt(extremes(column) + (groups << 4) + (group << 2), what);
    }

    private int extremes(int column) {
        return groupsOffset + column * columnBytes(groups);
    }

    /**
     * What holds the facts of the whole block.
     *
     * @return the buffer
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /**
     * Where in the buffer the facts of the whole block lie.
     *
     * @return offset
     */
    public int offset() {
        return offset;
    }

    /**
     * Smallest finite y of a group.
     *
     * @param column y column
     * @param group  number in the block
     * @return y; positive infinity if none is finite
     */
    public double min(int column, int group) {
        return buffer.getDouble(extremes(column) + (group << 3));
    }

    /**
     * Largest finite y of a group.
     *
     * @param column y column
     * @param group  number in the block
     * @return y; negative infinity if none is finite
     */
    public double max(int column, int group) {
        return buffer.getDouble(extremes(column) + (groups + group << 3));
    }

    /**
     * The rest of what is known of a group.
     *
     * @param column y column
     * @param group  number in the block
     * @return for {@link #finite} and the others
     */
    public int what(int column, int group) {
        return buffer.getInt(extremes(column) + (groups << 4) + (group << 2));
    }

    /**
     * How many y of a group are finite.
     *
     * @param what of {@link #what(int, int)}
     * @return count
     */
    public static int finite(int what) {
        return what & 0xff;
    }

    /**
     * Where in a group the first finite y is, if there is one.
     *
     * @param what of {@link #what(int, int)}
     * @return place from 0
     */
    public static int first(int what) {
        return what >>> 16 & GROUP - 1;
    }

    /**
     * Where in a group the last finite y is, if there is one.
     *
     * @param what of {@link #what(int, int)}
     * @return place from 0
     */
    public static int last(int what) {
        return what >>> 24 & GROUP - 1;
    }

    /**
     * Which infinities a group has.
     *
     * @param what of {@link #what(int, int)}
     * @return marks as in {@link StretchFacts}
     */
    public static int infinities(int what) {
        return ((what & POSITIVE_INFINITY) != 0 ? StretchFacts.POSITIVE_INFINITY : 0)
            | ((what & NEGATIVE_INFINITY) != 0 ? StretchFacts.NEGATIVE_INFINITY : 0);
    }
}
