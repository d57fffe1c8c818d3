// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.ChannelDefinitionDecoder;
import org.asyncplot.core.format.sbe.ChannelDefinitionEncoder;

/**
 * What a channel holds, and the places that say how far it has grown. A flyweight; the buffer stays the caller's. The agent, or whoever
 * appends under its lock, writes the newest block; the computing thread writes the dropped count; any number read.
 */
public final class ChannelDefinition {
    private static final int NEWEST_OFFSET = DocumentHeader.LENGTH + ChannelDefinitionEncoder.newestBlockEncodingOffset();
    private static final int PUBLISHED_OFFSET = DocumentHeader.LENGTH + ChannelDefinitionEncoder.publishedEncodingOffset();
    private static final int INDEX_OFFSET = DocumentHeader.LENGTH + ChannelDefinitionEncoder.newestIndexEncodingOffset();
    private static final int CLOCK_OFFSET = DocumentHeader.LENGTH + ChannelDefinitionEncoder.newestClockEncodingOffset();
    private static final int DROPPED_OFFSET = DocumentHeader.LENGTH + ChannelDefinitionEncoder.droppedEncodingOffset();
    private static final int WAITS_OFFSET = DocumentHeader.LENGTH + ChannelDefinitionEncoder.waitsEncodingOffset();
    private static final int LONGEST_WAIT_OFFSET = DocumentHeader.LENGTH + ChannelDefinitionEncoder.longestWaitNsEncodingOffset();

    private final UnsafeBuffer buffer;

    /**
     * What is written once. Kinds and types are codes.
     *
     * @param id          number of the channel in its run
     * @param kind        0 signal, 1 waveform, 2 image
     * @param elementType of waveforms and images
     * @param xType       0 numbers, 1 epoch ns
     * @param name        unique in the run
     * @param unit        of y or of the values
     * @param columns     names of the y columns of a signal
     * @param xName       name of x
     * @param xUnit       unit of x
     * @param yName       name of an image's y
     * @param yUnit       unit of an image's y
     * @param retention   0 keeps every frame, else the number of slots that frames take turns in
     * @param previous    index of the definition before this, 0 for none
     */
    public record Fields(int id, int kind, int elementType, int xType, String name, String unit, List<String> columns, String xName,
                         String xUnit, String yName, String yUnit, int retention, long previous) {
        /** Copies the list. */
        public Fields {
            columns = List.copyOf(columns);
        }

        /**
         * The same channel, defined again in another place.
         *
         * @param newPrevious index of the definition before it there, 0 for none
         * @return what the other definition says
         */
        public Fields after(long newPrevious) {
            return new Fields(id, kind, elementType, xType, name, unit, columns, xName, xUnit, yName, yUnit, retention, newPrevious);
        }
    }

    /**
     * Looks at a document.
     *
     * @param buffer the document in place
     * @throws FormatException if it is no channel definition
     */
    public ChannelDefinition(UnsafeBuffer buffer) {
        DocumentHeader.check(buffer, ChannelDefinitionDecoder.TEMPLATE_ID, DocumentHeader.LENGTH + ChannelDefinitionDecoder.BLOCK_LENGTH,
            "a channel's definition");
        this.buffer = buffer;
    }

    /**
     * Writes a definition on the heap.
     *
     * @param fields what it says
     * @return the document's bytes
     */
    public static byte[] encode(Fields fields) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(2048);
        DocumentHeader.encode(buffer, ChannelDefinitionEncoder.BLOCK_LENGTH, ChannelDefinitionEncoder.TEMPLATE_ID);
        ChannelDefinitionEncoder encoder = new ChannelDefinitionEncoder().wrap(buffer, DocumentHeader.LENGTH)
            .channelId(fields.id()).kind((short) fields.kind()).elementType((short) fields.elementType()).xType((short) fields.xType())
            .retention(fields.retention()).previousDefinition(fields.previous()).newestBlock(0).published(0)
            .newestIndex(0).newestIndex2(0).newestIndex3(0).newestClock(0).dropped(0).waits(0).longestWaitNs(0);
        ChannelDefinitionEncoder.ColumnsEncoder columns = encoder.columnsCount(fields.columns().size());
        for (String column : fields.columns()) {
            byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
            columns.next().putColumn(bytes, 0, bytes.length);
        }
        encoder.name(fields.name()).unit(fields.unit()).xName(fields.xName()).xUnit(fields.xUnit()).yName(fields.yName()).yUnit(fields.yUnit());
        byte[] bytes = new byte[encoder.limit()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    /**
     * Reads what never changes.
     *
     * @return the fields
     * @throws FormatException if lengths do not fit
     */
    public Fields fields() {
        try {
            ChannelDefinitionDecoder decoder = new ChannelDefinitionDecoder()
                .wrap(buffer, DocumentHeader.LENGTH, ChannelDefinitionDecoder.BLOCK_LENGTH, ChannelDefinitionDecoder.SCHEMA_VERSION);
            int id = decoder.channelId();
            int kind = decoder.kind();
            int elementType = decoder.elementType();
            int xType = decoder.xType();
            int retention = decoder.retention();
            long previous = decoder.previousDefinition();
            List<String> columns = new ArrayList<>();
            for (ChannelDefinitionDecoder.ColumnsDecoder column : decoder.columns()) {
                DocumentHeader.checkText(buffer, decoder.limit());
                columns.add(column.column());
            }
            String[] texts = new String[6];
            for (int i = 0; i < texts.length; i++) {
                DocumentHeader.checkText(buffer, decoder.limit());
                texts[i] = switch (i) {
                    case 0 -> decoder.name();
                    case 1 -> decoder.unit();
                    case 2 -> decoder.xName();
                    case 3 -> decoder.xUnit();
                    case 4 -> decoder.yName();
                    default -> decoder.yUnit();
                };
            }
            return new Fields(id, kind, elementType, xType, texts[0], texts[1], columns, texts[2], texts[3], texts[4], texts[5], retention, previous);
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw new FormatException("a channel's definition is damaged: its lengths do not fit");
        }
    }

    /**
     * The channel's number in its run.
     *
     * @return from 0
     */
    public int id() {
        return buffer.getInt(DocumentHeader.LENGTH + ChannelDefinitionDecoder.channelIdEncodingOffset());
    }

    /**
     * The newest block or frame, possibly still empty.
     *
     * @return Chronicle index, 0 for none
     */
    public long newestBlock() {
        return buffer.getLongVolatile(NEWEST_OFFSET);
    }

    /**
     * Points at a block or frame.
     *
     * @param index Chronicle index
     */
    public void newestBlock(long index) {
        buffer.putLongRelease(NEWEST_OFFSET, index);
    }

    /**
     * The newest index of blocks.
     *
     * @param level 1 to {@value BlockIndex#LEVELS}
     * @return Chronicle index, 0 for none
     */
    public long newestIndex(int level) {
        return buffer.getLongVolatile(INDEX_OFFSET + (level - 1) * Long.BYTES);
    }

    /**
     * Points at an index of blocks.
     *
     * @param level 1 to {@value BlockIndex#LEVELS}
     * @param index Chronicle index
     */
    public void newestIndex(int level, long index) {
        buffer.putLongRelease(INDEX_OFFSET + (level - 1) * Long.BYTES, index);
    }

    /**
     * The newest part of the channel's clock.
     *
     * @return Chronicle index, 0 for none
     */
    public long newestClock() {
        return buffer.getLongVolatile(CLOCK_OFFSET);
    }

    /**
     * Points at a part of the clock.
     *
     * @param index Chronicle index
     */
    public void newestClock(long index) {
        buffer.putLongRelease(CLOCK_OFFSET, index);
    }

    /**
     * The agent's copy of the published count; the blocks have the truth.
     *
     * @return samples or frames, some 10 ms old
     */
    public long published() {
        return buffer.getLongVolatile(PUBLISHED_OFFSET);
    }

    /**
     * Notes how many were published.
     *
     * @param count samples or frames
     */
    public void published(long count) {
        buffer.putLongRelease(PUBLISHED_OFFSET, count);
    }

    /**
     * What was not recorded.
     *
     * @return samples or frames
     */
    public long dropped() {
        return buffer.getLongVolatile(DROPPED_OFFSET);
    }

    /**
     * Notes what was not recorded.
     *
     * @param count samples or frames
     */
    public void dropped(long count) {
        buffer.putLongRelease(DROPPED_OFFSET, count);
    }

    /**
     * How often the computing thread found nothing prepared and allocated by itself.
     *
     * @return times
     */
    public long waits() {
        return buffer.getLongVolatile(WAITS_OFFSET);
    }

    /**
     * How long that took at most.
     *
     * @return ns, 0 if it never happened
     */
    public long longestWaitNs() {
        return buffer.getLong(LONGEST_WAIT_OFFSET);
    }

    /**
     * Notes that the computing thread had to allocate by itself.
     *
     * @param times     so often by now
     * @param longestNs how long it took at most
     */
    public void waited(long times, long longestNs) {
        buffer.putLong(LONGEST_WAIT_OFFSET, longestNs);
        buffer.putLongRelease(WAITS_OFFSET, times);
    }

    /**
     * Takes over what another definition of the same channel counts, unless this one was told of more already.
     *
     * @param earlier in the file before
     */
    public void carryCounts(ChannelDefinition earlier) {
        newestBlock(earlier.newestBlock());
        for (int level = 1; level <= BlockIndex.LEVELS; level++) {
            newestIndex(level, earlier.newestIndex(level));
        }
        newestClock(earlier.newestClock());
        published(earlier.published());
        buffer.compareAndSetLong(DROPPED_OFFSET, 0, earlier.dropped());
        buffer.compareAndSetLong(LONGEST_WAIT_OFFSET, 0, earlier.longestWaitNs());
        buffer.compareAndSetLong(WAITS_OFFSET, 0, earlier.waits());
    }
}
