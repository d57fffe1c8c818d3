// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.FiguresDecoder;
import org.asyncplot.core.format.sbe.FiguresEncoder;

/**
 * A figure specification as the computing code sent it.
 *
 * @param timeNs   epoch ns
 * @param previous index of the one before this, 0 for none
 * @param yaml     the text
 */
public record FiguresDocument(long timeNs, long previous, String yaml) {
    /**
     * Writes it on the heap.
     *
     * @return the document's bytes
     */
    public byte[] encode() {
        byte[] words = yaml.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[DocumentHeader.LENGTH + FiguresEncoder.BLOCK_LENGTH + FiguresEncoder.yamlHeaderLength() + words.length];
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        DocumentHeader.encode(buffer, FiguresEncoder.BLOCK_LENGTH, FiguresEncoder.TEMPLATE_ID);
        new FiguresEncoder().wrap(buffer, DocumentHeader.LENGTH).timeNs(timeNs).previousFigures(previous).putYaml(words, 0, words.length);
        return bytes;
    }

    /**
     * Reads one.
     *
     * @param buffer the document
     * @return the figure specification
     * @throws FormatException if it is none
     */
    public static FiguresDocument decode(DirectBuffer buffer) {
        DocumentHeader.check(buffer, FiguresDecoder.TEMPLATE_ID, DocumentHeader.LENGTH + FiguresDecoder.BLOCK_LENGTH, "a figure specification");
        try {
            FiguresDecoder decoder = new FiguresDecoder()
                .wrap(buffer, DocumentHeader.LENGTH, FiguresDecoder.BLOCK_LENGTH, FiguresDecoder.SCHEMA_VERSION);
            DocumentHeader.checkText(buffer, decoder.limit());
            return new FiguresDocument(decoder.timeNs(), decoder.previousFigures(), decoder.yaml());
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw new FormatException("a figure specification is damaged: its lengths do not fit");
        }
    }
}
