// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.DocumentHeader;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.format.sbe.ChannelDefinitionDecoder;
import org.asyncplot.core.format.sbe.ImageFrameDecoder;
import org.asyncplot.core.format.sbe.RunHeaderDecoder;
import org.asyncplot.core.format.sbe.SignalBlockDecoder;
import org.asyncplot.core.format.sbe.WaveformFrameDecoder;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.QueueFile.Document;

/**
 * Copies one file of a run that may be growing. Documents that point to others are copied when the copy begins, so that they point to nothing
 * newer; the others from the newest to the oldest, each with the count that was read before its samples.
 */
final class QueueFileCopy implements Closeable {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int PAGE_BYTES = 4096;
    private static final int FRAME_TRIES = 1000;
    private static final int SEQUENCE_OFFSET = DocumentHeader.LENGTH + WaveformFrameDecoder.sequenceEncodingOffset();

    private final QueueFile source;
    private final FileChannel target;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer eightBytes = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    /** What is copied by {@link #finish}. */
    private final List<Document> rest = new ArrayList<>();
    private long end;
    private boolean complete;

    private QueueFileCopy(QueueFile source, FileChannel target) {
        this.source = source;
        this.target = target;
    }

    static QueueFileCopy begin(Path source, Path target) throws IOException {
        FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try {
            QueueFileCopy copy = new QueueFileCopy(QueueFile.open(source), channel);
            try {
                copy.walk(true);
                return copy;
            } catch (IOException | RuntimeException failed) {
                copy.close();
                throw failed;
            }
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Copies the rest, with what was appended meanwhile. */
    void finish() throws IOException {
        walk(false);
        for (int i = rest.size() - 1; i >= 0; i--) {
            copy(rest.get(i));
        }
        // Readers look for the next document behind the last; beyond the end of a file that would be a fault.
        long length = (end + 2 * PAGE_BYTES) & -PAGE_BYTES;
        target.write(ByteBuffer.allocate(1), length - 1);
        target.force(true);
    }

    /** Definitions that are new since the first walk are known to no header, so they need not be early. */
    private void walk(boolean first) throws IOException {
        for (Document document = source.at(end); document != null; document = source.at(end)) {
            boolean pointing = document.position() == 0 || points(document);
            if (first && pointing) {
                note(document);
                copyBytes(document.position(), document.end());
            } else {
                rest.add(document);
            }
            end = document.next();
        }
    }

    /** Before a header is copied: what it says of completeness is true of the copy then. */
    private void note(Document document) throws IOException {
        if (template(document) == RunHeaderDecoder.TEMPLATE_ID && document.end() - document.content() <= BUFFER_BYTES) {
            ByteBuffer bytes = read(document.content(), (int) (document.end() - document.content()));
            complete = new RunHeader(new UnsafeBuffer(bytes)).isComplete();
        }
    }

    /** Whether the file has a header and all channels were defined when the copy began. */
    boolean isComplete() {
        return complete;
    }

    private boolean points(Document document) throws IOException {
        int template = template(document);
        return template == RunHeaderDecoder.TEMPLATE_ID || template == ChannelDefinitionDecoder.TEMPLATE_ID;
    }

    private int template(Document document) throws IOException {
        if (!document.ours() || document.end() - document.content() < DocumentHeader.LENGTH) {
            return -1;
        }
        return DocumentHeader.templateId(new UnsafeBuffer(read(document.content(), DocumentHeader.LENGTH)));
    }

    private void copy(Document document) throws IOException {
        switch (template(document)) {
            case SignalBlockDecoder.TEMPLATE_ID -> copyBlock(document);
            case WaveformFrameDecoder.TEMPLATE_ID, ImageFrameDecoder.TEMPLATE_ID -> copyFrame(document);
            default -> copyBytes(document.position(), document.end());
        }
    }

    /** The count is read, and then the samples below it: what is added in between is not in the copy. */
    private void copyBlock(Document document) throws IOException {
        long from = document.content();
        if (document.end() - from < SignalBlock.SAMPLES_OFFSET) {
            copyBytes(document.position(), document.end());
            return;
        }
        ByteBuffer head = copyBytes(document.position(), from + SignalBlock.SAMPLES_OFFSET);
        UnsafeBuffer view = new UnsafeBuffer(head, (int) (from - document.position()), SignalBlock.SAMPLES_OFFSET);
        SignalBlockDecoder block = new SignalBlockDecoder()
            .wrap(view, DocumentHeader.LENGTH, SignalBlockDecoder.BLOCK_LENGTH, SignalBlockDecoder.SCHEMA_VERSION);
        long capacity = block.capacity();
        long columns = 1L + block.columns();
        long count = block.count();
        long samples = from + SignalBlock.SAMPLES_OFFSET;
        boolean fits = capacity > 0 && columns > 1 && samples + capacity * columns * Double.BYTES <= document.end();
        if (!fits || count >= capacity) {
            copyBytes(samples, document.end());
            return;
        }
        for (long column = 0; column < columns && count > 0; column++) {
            long values = samples + column * capacity * Double.BYTES;
            copyBytes(values, values + count * Double.BYTES);
        }
    }

    /** A frame that its computation is just writing is not there in the copy, rather than torn. */
    private void copyFrame(Document document) throws IOException {
        if (document.end() - document.content() < Frame.PAYLOAD_OFFSET) {
            copyBytes(document.position(), document.end());
            return;
        }
        long sequencePosition = document.content() + SEQUENCE_OFFSET;
        for (int tries = 0; tries < FRAME_TRIES; tries++) {
            long before = sequence(sequencePosition);
            if (before != 0 && (before & 1) == 0) {
                copyBytes(document.position(), document.end());
                if (sequence(sequencePosition) == before) {
                    return;
                }
            } else if (before == 0) {
                break;
            }
            Thread.onSpinWait();
        }
        copyBytes(document.position(), document.content() + Frame.PAYLOAD_OFFSET);
        target.write(ByteBuffer.allocate(Long.BYTES), sequencePosition);
    }

    private long sequence(long position) throws IOException {
        eightBytes.clear();
        source.read(eightBytes, position);
        return eightBytes.getLong(0);
    }

    private ByteBuffer read(long position, int length) throws IOException {
        buffer.clear().limit(length);
        source.read(buffer, position);
        return buffer.flip();
    }

    /** Copies a stretch, upwards; gives the bytes of its last piece. */
    private ByteBuffer copyBytes(long from, long to) throws IOException {
        ByteBuffer piece = buffer.clear().limit(0);
        for (long position = from; position < to; position += piece.limit()) {
            piece = read(position, (int) Math.min(BUFFER_BYTES, to - position));
            while (piece.hasRemaining()) {
                target.write(piece, position + piece.position());
            }
        }
        return piece;
    }

    @Override
    public void close() throws IOException {
        try (source; target) {
            rest.clear();
        }
    }
}
