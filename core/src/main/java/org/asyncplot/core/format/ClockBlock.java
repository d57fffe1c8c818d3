// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.BytesEncoder;
import org.asyncplot.core.format.sbe.ClockBlockDecoder;
import org.asyncplot.core.format.sbe.ClockBlockEncoder;

/**
 * Rows that say when a channel had grown how far; grows in place.
 *
 * <pre>
 *    0  message header
 *    8  channel, capacity, previous and an earlier clock block, time of the first row   written once
 *  136  count                                                                           agent, by release
 *  272  rows of 16 bytes: monotonic ns, published count
 * </pre>
 * The earlier one is that of a skew-binary list: going to it where it is not too early, else to the previous, a search takes O(log n) steps.
 * A flyweight; the agent writes, any number read.
 */
public final class ClockBlock {
    private static final int ROWS_OFFSET = DocumentHeader.LENGTH + ClockBlockEncoder.BLOCK_LENGTH + BytesEncoder.varDataEncodingOffset();
    private static final int COUNT_OFFSET = DocumentHeader.LENGTH + ClockBlockEncoder.countEncodingOffset();
    private static final int ROW_BYTES = 2 * Long.BYTES;

    private final UnsafeBuffer buffer;
    private final ClockBlockDecoder decoder = new ClockBlockDecoder();
    private final int capacity;

    /**
     * Looks at a document.
     *
     * @param buffer the document in place; stays the caller's, who keeps it mapped
     * @throws FormatException if it is no clock block or its lengths do not fit
     */
    public ClockBlock(UnsafeBuffer buffer) {
        DocumentHeader.check(buffer, ClockBlockDecoder.TEMPLATE_ID, ROWS_OFFSET, "a part of a clock");
        decoder.wrap(buffer, DocumentHeader.LENGTH, ClockBlockDecoder.BLOCK_LENGTH, ClockBlockDecoder.SCHEMA_VERSION);
        this.buffer = buffer;
        this.capacity = decoder.capacity();
        if (capacity < 1 || ROWS_OFFSET + (long) capacity * ROW_BYTES > buffer.capacity()) {
            throw new FormatException("a part of a clock is damaged: its lengths do not fit");
        }
    }

    /**
     * Bytes of a clock block.
     *
     * @param capacity rows
     * @return length of its document
     */
    public static int length(int capacity) {
        return ROWS_OFFSET + capacity * ROW_BYTES;
    }

    /**
     * Writes an empty one.
     *
     * @param buffer    of {@link #length} bytes, all zero
     * @param channelId its channel
     * @param capacity  rows
     * @param previous  index of the one before, 0 for none
     * @param earlier   index of one farther back, or of the same
     * @param firstNs   time of the row that will be the first
     */
    public static void encode(MutableDirectBuffer buffer, int channelId, int capacity, long previous, long earlier, long firstNs) {
        DocumentHeader.encode(buffer, ClockBlockEncoder.BLOCK_LENGTH, ClockBlockEncoder.TEMPLATE_ID);
        new ClockBlockEncoder().wrap(buffer, DocumentHeader.LENGTH).channelId(channelId).capacity(capacity).previousClock(previous)
            .earlierClock(earlier).firstNs(firstNs).count(0);
        buffer.putInt(ROWS_OFFSET - Integer.BYTES, capacity * ROW_BYTES, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * How many rows fit.
     *
     * @return at least 1
     */
    public int capacity() {
        return capacity;
    }

    /**
     * The one before.
     *
     * @return Chronicle index, 0 for none
     */
    public long previous() {
        return decoder.previousClock();
    }

    /**
     * One farther back, or the one before.
     *
     * @return Chronicle index, 0 for none
     */
    public long earlier() {
        return decoder.earlierClock();
    }

    /**
     * Time of the first row.
     *
     * @return monotonic ns of the writer
     */
    public long firstNs() {
        return decoder.firstNs();
    }

    /**
     * How many rows are complete.
     *
     * @return 0 to capacity
     */
    public int count() {
        return (int) Math.max(0, Math.min(buffer.getLongVolatile(COUNT_OFFSET), capacity));
    }

    /**
     * Time of a row.
     *
     * @param row below count
     * @return monotonic ns of the writer
     */
    public long timeNs(int row) {
        return buffer.getLong(ROWS_OFFSET + row * ROW_BYTES);
    }

    /**
     * Published count of a row.
     *
     * @param row below count
     * @return samples or frames
     */
    public long published(int row) {
        return buffer.getLong(ROWS_OFFSET + row * ROW_BYTES + Long.BYTES);
    }

    /**
     * Appends a row; there must be room.
     *
     * @param timeNs    monotonic ns, not before the last
     * @param published samples or frames
     */
    public void add(long timeNs, long published) {
        int row = count();
        buffer.putLong(ROWS_OFFSET + row * ROW_BYTES, timeNs);
        buffer.putLong(ROWS_OFFSET + row * ROW_BYTES + Long.BYTES, published);
        buffer.putLongRelease(COUNT_OFFSET, row + 1);
    }
}
