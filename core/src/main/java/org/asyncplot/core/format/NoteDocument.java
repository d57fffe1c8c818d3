// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.NoteDecoder;
import org.asyncplot.core.format.sbe.NoteEncoder;

/**
 * A note.
 *
 * @param timeNs    epoch ns
 * @param x         on a numeric x axis, NaN if unknown
 * @param level     code
 * @param channelId its channel, -1 for the whole run
 * @param previous  index of the note before this, 0 for none
 * @param text      what it says
 */
public record NoteDocument(long timeNs, double x, int level, int channelId, long previous, String text) {
    /**
     * Writes it on the heap.
     *
     * @return the document's bytes
     */
    public byte[] encode() {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[DocumentHeader.LENGTH + NoteEncoder.BLOCK_LENGTH + NoteEncoder.textHeaderLength() + words.length];
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        DocumentHeader.encode(buffer, NoteEncoder.BLOCK_LENGTH, NoteEncoder.TEMPLATE_ID);
        new NoteEncoder().wrap(buffer, DocumentHeader.LENGTH).timeNs(timeNs).x(x).level((short) level).channelId(channelId)
            .previousNote(previous).putText(words, 0, words.length);
        return bytes;
    }

    /**
     * Reads one.
     *
     * @param buffer the document
     * @return the note
     * @throws FormatException if it is none
     */
    public static NoteDocument decode(DirectBuffer buffer) {
        DocumentHeader.check(buffer, NoteDecoder.TEMPLATE_ID, DocumentHeader.LENGTH + NoteDecoder.BLOCK_LENGTH, "a note");
        try {
            NoteDecoder decoder = new NoteDecoder().wrap(buffer, DocumentHeader.LENGTH, NoteDecoder.BLOCK_LENGTH, NoteDecoder.SCHEMA_VERSION);
            DocumentHeader.checkText(buffer, decoder.limit());
            return new NoteDocument(decoder.timeNs(), decoder.x(), decoder.level(), decoder.channelId(), decoder.previousNote(), decoder.text());
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw new FormatException("a note is damaged: its lengths do not fit");
        }
    }
}
