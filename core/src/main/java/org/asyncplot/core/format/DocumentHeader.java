// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.asyncplot.core.format.sbe.MessageHeaderDecoder;
import org.asyncplot.core.format.sbe.MessageHeaderEncoder;

/** The eight bytes that every document begins with: SBE's message header. */
public final class DocumentHeader {
    /** Bytes of it, and the offset of a document's first field. */
    public static final int LENGTH = MessageHeaderEncoder.ENCODED_LENGTH;

    private DocumentHeader() {
    }

    static void encode(MutableDirectBuffer buffer, int blockLength, int templateId) {
        new MessageHeaderEncoder().wrap(buffer, 0).blockLength(blockLength).templateId(templateId)
            .schemaId(MessageHeaderEncoder.SCHEMA_ID).version(MessageHeaderEncoder.SCHEMA_VERSION);
    }

    /**
     * What kind of document this is.
     *
     * @param buffer the document
     * @return SBE template id, or -1 if it is none of ours
     */
    public static int templateId(DirectBuffer buffer) {
        if (buffer.capacity() < LENGTH) {
            return -1;
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        return header.schemaId() == MessageHeaderDecoder.SCHEMA_ID ? header.templateId() : -1;
    }

    /** Checks kind and length before anything else of a document is believed. */
    static MessageHeaderDecoder check(DirectBuffer buffer, int templateId, int leastLength, String what) {
        if (templateId(buffer) != templateId || buffer.capacity() < leastLength) {
            throw new FormatException("a document that should be " + what + " is damaged");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        if (header.blockLength() + LENGTH > buffer.capacity()) {
            throw new FormatException("a document that should be " + what + " is cut short");
        }
        return header;
    }

    /** Checks the length of a text before the decoder believes it, and asks for as much memory. */
    static void checkText(DirectBuffer buffer, int offset) {
        if (offset + Integer.BYTES > buffer.capacity()) {
            throw new FormatException("a document is cut short");
        }
        int length = buffer.getInt(offset, ByteOrder.LITTLE_ENDIAN);
        if (length < 0 || length > buffer.capacity() - offset - Integer.BYTES) {
            throw new FormatException("a document is damaged: a text in it reaches beyond its end");
        }
    }
}
