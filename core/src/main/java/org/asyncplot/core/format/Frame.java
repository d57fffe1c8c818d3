// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.lang.invoke.VarHandle;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.BytesEncoder;
import org.asyncplot.core.format.sbe.ImageFrameDecoder;
import org.asyncplot.core.format.sbe.ImageFrameEncoder;
import org.asyncplot.core.format.sbe.WaveformFrameDecoder;
import org.asyncplot.core.format.sbe.WaveformFrameEncoder;

/**
 * One frame of a waveform or an image: a flyweight over one document.
 *
 * <pre>
 *    0  message header
 *    8  channel, element type, shape, previous and an earlier frame, x0, dx ...   written once, before readers see the document
 *  136  number, time, length                                      computing thread, before the sequence
 *  160  sequence                                                  computing thread, by release: 0 or odd is not there
 *  268  length of what follows
 *  272  x[capacity] doubles, where the axis is an array; then the elements
 * </pre>
 * Waveforms and images have the earlier frame, number, time and sequence at the same offsets. The earlier frame is that of a skew-binary
 * list: going to it where it is not too early, else to the previous, a search takes O(log n) steps.
 */
public final class Frame {
    /** Offset of the payload. */
    public static final int PAYLOAD_OFFSET = DocumentHeader.LENGTH + WaveformFrameEncoder.BLOCK_LENGTH + BytesEncoder.varDataEncodingOffset();

    private static final int EARLIER_OFFSET = DocumentHeader.LENGTH + WaveformFrameEncoder.earlierFrameEncodingOffset();
    private static final int NUMBER_OFFSET = DocumentHeader.LENGTH + WaveformFrameEncoder.numberEncodingOffset();
    private static final int TIME_OFFSET = DocumentHeader.LENGTH + WaveformFrameEncoder.timeNsEncodingOffset();
    private static final int LENGTH_OFFSET = DocumentHeader.LENGTH + WaveformFrameEncoder.lengthEncodingOffset();
    private static final int SEQUENCE_OFFSET = DocumentHeader.LENGTH + WaveformFrameEncoder.sequenceEncodingOffset();

    private final UnsafeBuffer buffer;
    private final boolean image;
    private final int elementType;
    private final boolean xArray;
    private final int rows;
    private final int columns;
    private final double x0;
    private final double dx;
    private final double y0;
    private final double dy;
    private final long previousFrame;

    /**
     * Looks at a document.
     *
     * @param buffer the document in place; stays the caller's, who keeps it mapped while this is used
     * @throws FormatException if it is no frame
     */
    public Frame(UnsafeBuffer buffer) {
        this.buffer = buffer;
        this.image = DocumentHeader.templateId(buffer) == ImageFrameDecoder.TEMPLATE_ID;
        if (image) {
            DocumentHeader.check(buffer, ImageFrameDecoder.TEMPLATE_ID, PAYLOAD_OFFSET, "an image");
            ImageFrameDecoder decoder = new ImageFrameDecoder()
                .wrap(buffer, DocumentHeader.LENGTH, ImageFrameDecoder.BLOCK_LENGTH, ImageFrameDecoder.SCHEMA_VERSION);
            elementType = decoder.elementType();
            xArray = false;
            rows = decoder.rows();
            columns = decoder.columns();
            x0 = decoder.x0();
            dx = decoder.dx();
            y0 = decoder.y0();
            dy = decoder.dy();
            previousFrame = decoder.previousFrame();
        } else {
            DocumentHeader.check(buffer, WaveformFrameDecoder.TEMPLATE_ID, PAYLOAD_OFFSET, "a waveform");
            WaveformFrameDecoder decoder = new WaveformFrameDecoder()
                .wrap(buffer, DocumentHeader.LENGTH, WaveformFrameDecoder.BLOCK_LENGTH, WaveformFrameDecoder.SCHEMA_VERSION);
            elementType = decoder.elementType();
            xArray = decoder.axisKind() == 1;
            rows = 1;
            columns = decoder.capacity();
            x0 = decoder.x0();
            dx = decoder.dx();
            y0 = 0;
            dy = 0;
            previousFrame = decoder.previousFrame();
        }
        if (rows < 1 || columns < 1) {
            throw new FormatException("a frame is damaged: its shape is " + rows + " by " + columns);
        }
    }

    /**
     * Bytes of a frame.
     *
     * @param elements     how many
     * @param elementBytes of each
     * @param xArray       whether an array of x comes first
     * @return the length of its document; may be more than any document can have
     */
    public static long length(long elements, int elementBytes, boolean xArray) {
        return PAYLOAD_OFFSET + elements * (elementBytes + (xArray ? Double.BYTES : 0));
    }

    /**
     * Writes an unpublished waveform frame.
     *
     * @param buffer        of {@link #length} bytes, all zero
     * @param channelId     its channel
     * @param elementType   code of the type
     * @param capacity      elements
     * @param xArray        whether x is an array, which the caller then writes at {@link #PAYLOAD_OFFSET}
     * @param x0            x of the first element
     * @param dx            step of x
     * @param previousFrame index of the channel's frame before this, 0 for none
     */
    public static void encodeWaveform(MutableDirectBuffer buffer, int channelId, int elementType, int capacity, boolean xArray, double x0,
                                      double dx, long previousFrame) {
        DocumentHeader.encode(buffer, WaveformFrameEncoder.BLOCK_LENGTH, WaveformFrameEncoder.TEMPLATE_ID);
        new WaveformFrameEncoder().wrap(buffer, DocumentHeader.LENGTH).channelId(channelId).elementType((short) elementType)
            .axisKind((short) (xArray ? 1 : 0)).capacity(capacity).previousFrame(previousFrame).x0(x0).dx(dx)
            .number(0).timeNs(0).length(0).sequence(0);
        putPayloadLength(buffer);
    }

    /**
     * Writes an unpublished image frame.
     *
     * @param buffer        of {@link #length} bytes, all zero
     * @param channelId     its channel
     * @param elementType   code of the type
     * @param rows          rows
     * @param columns       columns
     * @param axes          x0, dx, y0, dy
     * @param previousFrame index of the channel's frame before this, 0 for none
     */
    public static void encodeImage(MutableDirectBuffer buffer, int channelId, int elementType, int rows, int columns, double[] axes,
                                   long previousFrame) {
        DocumentHeader.encode(buffer, ImageFrameEncoder.BLOCK_LENGTH, ImageFrameEncoder.TEMPLATE_ID);
        new ImageFrameEncoder().wrap(buffer, DocumentHeader.LENGTH).channelId(channelId).elementType((short) elementType).rows(rows)
            .columns(columns).previousFrame(previousFrame).x0(axes[0]).dx(axes[1]).y0(axes[2]).dy(axes[3])
            .number(0).timeNs(0).sequence(0);
        putPayloadLength(buffer);
    }

    /**
     * Points a frame that is written, and that no reader knows yet, at one farther back.
     *
     * @param buffer of the frame
     * @param index  of a frame before the previous one, or of that; 0 for none
     */
    public static void encodeEarlier(MutableDirectBuffer buffer, long index) {
        buffer.putLong(EARLIER_OFFSET, index, java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    private static void putPayloadLength(MutableDirectBuffer buffer) {
        buffer.putInt(PAYLOAD_OFFSET - Integer.BYTES, buffer.capacity() - PAYLOAD_OFFSET, java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Makes the frame visible.
     *
     * @param number in the channel, from 0
     * @param timeNs epoch ns
     * @param length elements filled
     */
    public void publish(long number, long timeNs, int length) {
        buffer.putLong(NUMBER_OFFSET, number);
        buffer.putLong(TIME_OFFSET, timeNs);
        if (!image) {
            buffer.putInt(LENGTH_OFFSET, length);
        }
        // To the next even number: from 0, or from the odd one that reuse() left.
        buffer.putLongRelease(SEQUENCE_OFFSET, (buffer.getLong(SEQUENCE_OFFSET) | 1) + 1);
    }

    /** Takes the frame away from readers, so that it can be filled again; those in the middle of it will notice. */
    public void reuse() {
        buffer.putLongRelease(SEQUENCE_OFFSET, buffer.getLong(SEQUENCE_OFFSET) | 1);
        VarHandle.storeStoreFence();
    }

    /**
     * Whether the frame is there.
     *
     * @return true while published
     */
    public boolean isPublished() {
        return isThere(beginRead());
    }

    /**
     * Begins to copy a frame that may be reused meanwhile; what is copied counts only if {@link #endRead} agrees.
     *
     * @return a mark for {@link #endRead}; see {@link #isThere}
     */
    public long beginRead() {
        return buffer.getLongVolatile(SEQUENCE_OFFSET);
    }

    /**
     * Whether there was a frame when reading began.
     *
     * @param mark from {@link #beginRead}
     * @return false if there is nothing to copy
     */
    public static boolean isThere(long mark) {
        return mark != 0 && (mark & 1) == 0;
    }

    /**
     * Ends a copy.
     *
     * @param mark from {@link #beginRead}
     * @return whether what was copied since is one whole frame
     */
    public boolean endRead(long mark) {
        VarHandle.loadLoadFence();
        return isThere(mark) && buffer.getLongVolatile(SEQUENCE_OFFSET) == mark;
    }

    /**
     * Whether this is an image.
     *
     * @return true for an image, false for a waveform
     */
    public boolean isImage() {
        return image;
    }

    /**
     * Code of the element type.
     *
     * @return code
     */
    public int elementType() {
        return elementType;
    }

    /**
     * Rows of an image.
     *
     * @return rows, 1 for a waveform
     */
    public int rows() {
        return rows;
    }

    /**
     * Columns of an image, or what a waveform has room for.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Whether x is an array.
     *
     * @return true if {@link #x} reads an array
     */
    public boolean xArray() {
        return xArray;
    }

    /**
     * x of an element or column.
     *
     * @param element from 0
     * @return x
     */
    public double x(int element) {
        return xArray ? buffer.getDouble(PAYLOAD_OFFSET + (element << 3)) : x0 + element * dx;
    }

    /**
     * First and step of x, then of y.
     *
     * @return x0, dx, y0, dy
     */
    public double[] axes() {
        return new double[] {x0, dx, y0, dy};
    }

    /**
     * The channel's frame before this.
     *
     * @return Chronicle index, 0 for none
     */
    public long previousFrame() {
        return previousFrame;
    }

    /**
     * A frame of the channel farther back.
     *
     * @return Chronicle index, 0 for none, and always in runs that were written before there was such a field
     */
    public long earlierFrame() {
        return buffer.getLong(EARLIER_OFFSET);
    }

    /**
     * The number in the channel, once published.
     *
     * @return from 0
     */
    public long number() {
        return buffer.getLong(NUMBER_OFFSET);
    }

    /**
     * When it was published.
     *
     * @return epoch ns
     */
    public long timeNs() {
        return buffer.getLong(TIME_OFFSET);
    }

    /**
     * Elements filled.
     *
     * @return at most the capacity; all of an image
     */
    public int filled() {
        return image ? Math.multiplyExact(rows, columns) : Math.max(0, Math.min(buffer.getInt(LENGTH_OFFSET), columns));
    }

    /**
     * Offset of the first element in {@link #buffer()}.
     *
     * @return offset in bytes
     */
    public int elementsOffset() {
        return PAYLOAD_OFFSET + (xArray ? columns << 3 : 0);
    }

    /**
     * The document.
     *
     * @return its bytes, in place
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }
}
