// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.BlockIndexDecoder;
import org.asyncplot.core.format.sbe.BlockIndexEncoder;
import org.asyncplot.core.format.sbe.BytesEncoder;

/**
 * {@value #ROWS} rows that say where blocks lie and what they hold, or where such indexes of the level below lie. Written once.
 *
 * <pre>
 *    0  message header
 *    8  channel, level, columns, first block's number, previous index of the level, checksum
 *   64  length of what follows
 *   72  rows of equal length:
 *         0  Chronicle index of the block or index
 *         8  its position in its file
 *        16  number of its first sample
 *        24  its facts, as {@link StretchFacts} says
 * </pre>
 * A flyweight; the buffer stays the caller's, who keeps it mapped.
 */
public final class BlockIndex {
    /** Rows of an index. */
    public static final int ROWS = 64;
    /** Levels of indexes: of 64, 4096 and 262 144 blocks. */
    public static final int LEVELS = 3;

    private static final int PREFIX = DocumentHeader.LENGTH + BlockIndexEncoder.BLOCK_LENGTH;
    private static final int ROWS_OFFSET = PREFIX + Long.BYTES;
    private static final int POSITION = 8;
    private static final int FIRST_SAMPLE = 16;
    private static final int FACTS = 24;

    private final UnsafeBuffer buffer;
    private final BlockIndexDecoder decoder = new BlockIndexDecoder();
    private final int rowBytes;

    /**
     * Looks at a document, and at each byte of its rows.
     *
     * @param buffer    the document in place
     * @param channelId of the channel that it should belong to
     * @param level     that it should have
     * @param columns   that it should have
     * @throws FormatException if it is no such index, or damaged
     */
    public BlockIndex(UnsafeBuffer buffer, int channelId, int level, int columns) {
        DocumentHeader.check(buffer, BlockIndexDecoder.TEMPLATE_ID, ROWS_OFFSET, "an index of blocks");
        decoder.wrap(buffer, DocumentHeader.LENGTH, BlockIndexDecoder.BLOCK_LENGTH, BlockIndexDecoder.SCHEMA_VERSION);
        this.buffer = buffer;
        this.rowBytes = rowBytes(columns);
        boolean fits = decoder.channelId() == channelId && decoder.level() == level && decoder.columns() == columns
            && buffer.capacity() >= length(columns);
        if (!fits || decoder.checksum() != checksum()) {
            throw new FormatException("an index of blocks is damaged");
        }
        for (int row = 1; row < ROWS; row++) {
            if (firstSample(row) != firstSample(row - 1) + count(row - 1)) {
                throw new FormatException("an index of blocks has rows that do not follow each other");
            }
        }
    }

    private static int rowBytes(int columns) {
        return FACTS + StretchFacts.length(columns);
    }

    /**
     * Bytes of an index.
     *
     * @param columns y columns
     * @return length of its document
     */
    public static int length(int columns) {
        return ROWS_OFFSET + ROWS * rowBytes(columns);
    }

    /**
     * Prepares a document on the heap; rows are put by {@link #row}, and {@link #finish} completes it.
     *
     * @param buffer     of {@link #length} bytes
     * @param channelId  its channel
     * @param level      1 for rows of blocks
     * @param columns    y columns
     */
    public static void begin(UnsafeBuffer buffer, int channelId, int level, int columns) {
        DocumentHeader.encode(buffer, BlockIndexEncoder.BLOCK_LENGTH, BlockIndexEncoder.TEMPLATE_ID);
        new BlockIndexEncoder().wrap(buffer, DocumentHeader.LENGTH).channelId(channelId).level(level).columns(columns)
            .firstBlock(0).previousIndex(0).checksum(0);
        buffer.putInt(PREFIX, length(columns) - PREFIX - BytesEncoder.varDataEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Puts a row.
     *
     * @param buffer      begun
     * @param row         0 to 63
     * @param index       Chronicle index of the block or index
     * @param position    of it in its file
     * @param firstSample number of its first sample
     * @param facts       of its samples
     * @param columns     y columns
     */
    public static void row(UnsafeBuffer buffer, int row, long index, long position, long firstSample, Stretch facts, int columns) {
        int at = ROWS_OFFSET + row * rowBytes(columns);
        buffer.putLong(at, index);
        buffer.putLong(at + POSITION, position);
        buffer.putLong(at + FIRST_SAMPLE, firstSample);
        facts.write(buffer, at + FACTS);
    }

    /**
     * Completes a document.
     *
     * @param buffer     with all its rows
     * @param firstBlock number in the channel of the first block below
     * @param previous   Chronicle index of the one before of the same level, 0 for none
     * @param columns    y columns
     */
    public static void finish(UnsafeBuffer buffer, long firstBlock, long previous, int columns) {
        new BlockIndexEncoder().wrap(buffer, DocumentHeader.LENGTH).firstBlock(firstBlock).previousIndex(previous)
            .checksum(checksum(buffer, rowBytes(columns)));
    }

    private long checksum() {
        return checksum(buffer, rowBytes);
    }

    /** In Java, since mapped memory never goes to a native method. The multiplier is that of splitmix64. */
    private static long checksum(UnsafeBuffer buffer, int rowBytes) {
        long sum = 0;
        for (int at = ROWS_OFFSET; at < ROWS_OFFSET + ROWS * rowBytes; at += Long.BYTES) {
            sum = (sum ^ buffer.getLong(at)) * 0xbf58476d1ce4e5b9L;
            sum ^= sum >>> 31;
        }
        return sum;
    }

    /**
     * Number in the channel of the first block below.
     *
     * @return from 0
     */
    public long firstBlock() {
        return decoder.firstBlock();
    }

    /**
     * The index before this of the same level.
     *
     * @return Chronicle index, 0 for none
     */
    public long previous() {
        return decoder.previousIndex();
    }

    /**
     * Where a block or index is.
     *
     * @param row 0 to 63
     * @return Chronicle index
     */
    public long index(int row) {
        return buffer.getLong(ROWS_OFFSET + row * rowBytes);
    }

    /**
     * Where in its file it is.
     *
     * @param row 0 to 63
     * @return position of Chronicle's prefix of the document
     */
    public long position(int row) {
        return buffer.getLong(ROWS_OFFSET + row * rowBytes + POSITION);
    }

    /**
     * Number of the first sample of a row.
     *
     * @param row 0 to 63
     * @return sample number
     */
    public long firstSample(int row) {
        return buffer.getLong(ROWS_OFFSET + row * rowBytes + FIRST_SAMPLE);
    }

    /**
     * The number behind the last sample that is listed.
     *
     * @return sample number
     */
    public long end() {
        return firstSample(ROWS - 1) + count(ROWS - 1);
    }

    /**
     * Samples of a row.
     *
     * @param row 0 to 63
     * @return count
     */
    public long count(int row) {
        return buffer.getLong(facts(row));
    }

    /**
     * First x of a row.
     *
     * @param row 0 to 63
     * @return bits of a double, or epoch ns
     */
    public long firstX(int row) {
        return buffer.getLong(facts(row) + StretchFacts.FIRST_X);
    }

    /**
     * Last x of a row.
     *
     * @param row 0 to 63
     * @return bits of a double, or epoch ns
     */
    public long lastX(int row) {
        return buffer.getLong(facts(row) + StretchFacts.LAST_X);
    }

    static int facts(int row, int columns) {
        return ROWS_OFFSET + row * rowBytes(columns) + FACTS;
    }

    /**
     * Where the facts of a row are.
     *
     * @param row 0 to 63
     * @return offset in {@link #buffer()}
     */
    public int facts(int row) {
        return ROWS_OFFSET + row * rowBytes + FACTS;
    }

    /**
     * What holds the rows.
     *
     * @return the buffer
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }
}
