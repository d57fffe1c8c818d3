// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.DocumentHeader;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.format.sbe.RunHeaderDecoder;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.QueueFile.Document;
import org.asyncplot.core.queue.RunException;

/**
 * Marks the copy of a run that goes on as ended: nobody writes the copy, though the process in its header lives. The copy of a run whose
 * process died stays one that died.
 */
final class CopyMark {
    private CopyMark() {
    }

    static void set(Path source, Path copy) throws IOException {
        if (!goesOn(source)) {
            return;
        }
        for (Path file : QueueFile.in(copy)) {
            mark(file);
        }
    }

    /** Also if it ended since the copy began: then the copy may not have its mark. */
    private static boolean goesOn(Path source) {
        try (Run run = Run.open(source)) {
            return run.state() != RunState.DIED;
        } catch (RunException nothingYet) {
            return false;
        }
    }

    private static void mark(Path file) throws IOException {
        try (QueueFile queue = QueueFile.open(file)) {
            Document document = queue.at(0);
            while (document != null && !document.ours()) {
                document = queue.at(document.next());
            }
            if (document != null) {
                mark(file, queue, document);
            }
        }
    }

    private static void mark(Path file, QueueFile queue, Document first) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect((int) (first.end() - first.content())).order(ByteOrder.LITTLE_ENDIAN);
        queue.read(bytes, first.content());
        UnsafeBuffer buffer = new UnsafeBuffer(bytes.clear());
        boolean open = buffer.capacity() >= DocumentHeader.LENGTH + RunHeaderDecoder.BLOCK_LENGTH
            && DocumentHeader.templateId(buffer) == RunHeaderDecoder.TEMPLATE_ID && new RunHeader(buffer).endReason() == 0;
        if (open) {
            Instant now = Instant.now();
            new RunHeader(buffer).end(EndReason.COPIED.code(), now.getEpochSecond() * 1_000_000_000L + now.getNano());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes, first.content() + bytes.position());
                }
                channel.force(true);
            }
        }
    }
}
