// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.nio.ByteOrder;
import java.util.Optional;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.BytesEncoder;
import org.asyncplot.core.format.sbe.SignalBlockDecoder;
import org.asyncplot.core.format.sbe.SignalBlockEncoder;

/**
 * Samples in columns, growing in place: a flyweight over one document.
 *
 * <pre>
 *    0  message header
 *    8  channel, columns, capacity, previous block        written once, before readers see the document
 *  136  first sample's number                             computing thread, before the first count
 *  144  count                                             computing thread, by release: samples below it are complete
 *  268  length of what follows
 *  272  x[capacity]  y0[capacity]  y1[capacity] ...       doubles; x is int64 epoch ns where the channel says so
 *       length of what follows
 *    s  {@link BlockSummary}                              agent, once the computing thread has left the block
 * </pre>
 * s is the next multiple of 128; blocks of the first version of the format end before it. One thread writes, any number read;
 * {@link #count()} acquires what {@link #publish} released.
 */
public final class SignalBlock {
    /** Offset of the first x. */
    public static final int SAMPLES_OFFSET = DocumentHeader.LENGTH + SignalBlockEncoder.BLOCK_LENGTH + BytesEncoder.varDataEncodingOffset();

    private static final int FIRST_SAMPLE_OFFSET = DocumentHeader.LENGTH + SignalBlockEncoder.firstSampleEncodingOffset();
    private static final int COUNT_OFFSET = DocumentHeader.LENGTH + SignalBlockEncoder.countEncodingOffset();

    private final UnsafeBuffer buffer;
    private final int capacity;
    private final int columns;
    private final long previousBlock;

    /**
     * Looks at a document.
     *
     * @param buffer the document in place; stays the caller's, who keeps it mapped while this is used
     * @throws FormatException if it is no signal block or its lengths do not fit
     */
    public SignalBlock(UnsafeBuffer buffer) {
        DocumentHeader.check(buffer, SignalBlockDecoder.TEMPLATE_ID, SAMPLES_OFFSET, "a block of samples");
        SignalBlockDecoder decoder = new SignalBlockDecoder()
            .wrap(buffer, DocumentHeader.LENGTH, SignalBlockDecoder.BLOCK_LENGTH, SignalBlockDecoder.SCHEMA_VERSION);
        this.buffer = buffer;
        this.capacity = decoder.capacity();
        this.columns = decoder.columns();
        this.previousBlock = decoder.previousBlock();
        if (capacity < 1 || columns < 1 || samplesEnd(capacity, columns) > buffer.capacity()) {
            throw new FormatException("a block of samples is damaged: its lengths do not fit");
        }
    }

    /**
     * Bytes of a block, its summary included.
     *
     * @param capacity samples, at least 1
     * @param columns  y columns, at least 1
     * @return the length of its document
     */
    public static int length(int capacity, int columns) {
        return Math.toIntExact(summaryOffset(capacity, columns) + BlockSummary.length(capacity, columns));
    }

    private static long samplesEnd(int capacity, int columns) {
        return SAMPLES_OFFSET + (long) capacity * Double.BYTES * (1L + columns);
    }

    private static long summaryOffset(int capacity, int columns) {
        return samplesEnd(capacity, columns) + Integer.BYTES + BlockSummary.LINE - 1 & -BlockSummary.LINE;
    }

    /**
     * Writes an empty block.
     *
     * @param buffer        of {@link #length} bytes, all zero
     * @param channelId     its channel
     * @param capacity      samples
     * @param columns       y columns
     * @param previousBlock index of the channel's block before this, 0 for none
     */
    public static void encode(MutableDirectBuffer buffer, int channelId, int capacity, int columns, long previousBlock) {
        DocumentHeader.encode(buffer, SignalBlockEncoder.BLOCK_LENGTH, SignalBlockEncoder.TEMPLATE_ID);
        new SignalBlockEncoder().wrap(buffer, DocumentHeader.LENGTH).channelId(channelId).columns(columns).capacity(capacity)
            .previousBlock(previousBlock).firstSample(0).count(0);
        int end = (int) samplesEnd(capacity, columns);
        buffer.putInt(SAMPLES_OFFSET - Integer.BYTES, end - SAMPLES_OFFSET, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(end, length(capacity, columns) - end - Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Where the summary is, or will be.
     *
     * @return the summary in place, absent in blocks of the first version of the format
     */
    public Optional<BlockSummary> summary() {
        long offset = summaryOffset(capacity, columns);
        boolean there = offset + BlockSummary.length(capacity, columns) <= buffer.capacity();
        return there ? Optional.of(new BlockSummary(buffer, (int) offset, capacity, columns)) : Optional.empty();
    }

    /**
     * The channel that the block belongs to.
     *
     * @return id
     */
    public int channelId() {
        return buffer.getInt(DocumentHeader.LENGTH + SignalBlockDecoder.channelIdEncodingOffset());
    }

    /**
     * How many samples fit.
     *
     * @return at least 1
     */
    public int capacity() {
        return capacity;
    }

    /**
     * How many y columns there are.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * The channel's block before this.
     *
     * @return Chronicle index, 0 for none
     */
    public long previousBlock() {
        return previousBlock;
    }

    /**
     * Says where in the channel this block begins; before the first {@link #publish}.
     *
     * @param number of the first sample
     */
    public void firstSample(long number) {
        buffer.putLong(FIRST_SAMPLE_OFFSET, number);
    }

    /**
     * The number of the first sample; meaningful once {@link #count()} has been more than 0.
     *
     * @return number in the channel, from 0
     */
    public long firstSample() {
        return buffer.getLong(FIRST_SAMPLE_OFFSET);
    }

    /**
     * How many samples readers may look at.
     *
     * @return 0 to capacity
     */
    public int count() {
        long count = buffer.getLongVolatile(COUNT_OFFSET);
        return (int) Math.max(0, Math.min(count, capacity));
    }

    /**
     * Makes the first samples visible to every reader at once.
     *
     * @param count how many, all written
     */
    public void publish(int count) {
        buffer.putLongRelease(COUNT_OFFSET, count);
    }

    /**
     * Writes x.
     *
     * @param sample below capacity
     * @param x      value
     */
    public void x(int sample, double x) {
        buffer.putDouble(SAMPLES_OFFSET + (sample << 3), x);
    }

    /**
     * Writes x of a time signal.
     *
     * @param sample  below capacity
     * @param epochNs value
     */
    public void timeNs(int sample, long epochNs) {
        buffer.putLong(SAMPLES_OFFSET + (sample << 3), epochNs);
    }

    /**
     * Writes y.
     *
     * @param column below columns
     * @param sample below capacity
     * @param y      value
     */
    public void y(int column, int sample, double y) {
        buffer.putDouble(SAMPLES_OFFSET + (((1 + column) * capacity + sample) << 3), y);
    }

    /**
     * Reads x.
     *
     * @param sample below count
     * @return value
     */
    public double x(int sample) {
        return buffer.getDouble(SAMPLES_OFFSET + (sample << 3));
    }

    /**
     * Reads x of a time signal.
     *
     * @param sample below count
     * @return epoch ns
     */
    public long timeNs(int sample) {
        return buffer.getLong(SAMPLES_OFFSET + (sample << 3));
    }

    /**
     * Reads y.
     *
     * @param column below columns
     * @param sample below count
     * @return value
     */
    public double y(int column, int sample) {
        return buffer.getDouble(SAMPLES_OFFSET + (((1 + column) * capacity + sample) << 3));
    }
}
