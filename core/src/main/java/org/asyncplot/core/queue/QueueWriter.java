// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * The writing end of a run's queue. Documents are appended only into memory that was populated beforehand, since a store to a mapped page
 * that the disk has no room for kills the JVM. {@link #populate} may be called from any thread; {@link #append} by one thread at a time,
 * under the caller's lock.
 */
public final class QueueWriter implements AutoCloseable {
    /** Room for Chronicle's own header and index pages between two documents. */
    static final int SLACK_BYTES = 64 << 10;
    /** Chronicle's own before a document. */
    static final int PREFIX_BYTES = Integer.BYTES;
    /** What must be free before a run is begun at all. */
    private static final int FIRST_BYTES = 128 << 10;
    /** One constant moment, so that Chronicle never begins a new file by itself. */
    private final long cycleMs;
    private final Path directory;
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final int maxDocumentBytes;
    private PopulatedFile file;
    private volatile long endPosition;

    private QueueWriter(Path directory, long blockSizeBytes, long cycleMs) {
        this.directory = directory;
        this.cycleMs = cycleMs;
        this.maxDocumentBytes = (int) (blockSizeBytes / 4) - 64;
        this.queue = Chronicle.builder(directory, blockSizeBytes).timeProvider(() -> this.cycleMs).build();
        this.appender = ((SingleChronicleQueue) queue).createAppender();
        appender.singleThreadedCheckDisabled(true);
    }

    /**
     * Begins a queue in an existing, empty directory.
     *
     * @param directory      of the run
     * @param blockSizeBytes how much is mapped at once; a document has at most a quarter of it
     * @param nowMs          epoch ms, names the file
     * @return the writer; the first document has to be appended by {@link #appendFirst}
     * @throws RunException if the directory or the disk refuses
     */
    public static QueueWriter create(Path directory, long blockSizeBytes, long nowMs) {
        try {
            requireEmpty(directory);
            if (Files.getFileStore(directory).getUsableSpace() < 4L * FIRST_BYTES) {
                throw new RunException(RunException.Kind.REFUSED, "no space left in " + directory + "; free some or choose another runs directory");
            }
            // Before there is a file: an appender that finds one waits for somebody to write its header.
            QueueWriter writer = new QueueWriter(directory, blockSizeBytes, nowMs);
            try {
                reserveFirstPages(directory, nowMs);
                return writer;
            } catch (IOException full) {
                writer.close();
                throw full;
            }
        } catch (IOException | RuntimeException | InternalError refused) {
            throw refused instanceof RunException known ? known
                : new RunException(RunException.Kind.REFUSED, "no run can be written in " + directory + " (" + refused.getMessage() + ")", refused);
        }
    }

    /** Chronicle would go on where another process writes, or has written. */
    private static void requireEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            if (files.iterator().hasNext()) {
                throw new RunException(RunException.Kind.REFUSED, directory + " holds a run already, or something else; a run is written once, by "
                    + "one process");
            }
        }
    }

    /** Writes zeros where Chronicle will put its header: a full disk then is an exception, not a signal. */
    private static void reserveFirstPages(Path directory, long nowMs) throws IOException {
        int cycle = Chronicle.ROLL_CYCLE.current(() -> nowMs, 0);
        try (FileChannel channel = FileChannel.open(Chronicle.file(directory, cycle),
            StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(FIRST_BYTES);
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
        }
    }

    /**
     * Appends the run's first document, which makes Chronicle write its own header.
     *
     * @param length  bytes of the document
     * @param encoder fills it
     * @return the document in place
     */
    public Region appendFirst(int length, DocumentEncoder encoder) {
        if (length > FIRST_BYTES / 2) {
            throw new RunException(RunException.Kind.REFUSED, "the run's header has " + length + " bytes; shorten its parameters");
        }
        Region region = write(length, encoder);
        file = new PopulatedFile(((MappedBytes) appender.wire().bytes()).mappedFile(), FIRST_BYTES);
        return region;
    }

    /**
     * Makes the memory present that the next documents will take, ahead of need. Blocks for the kernel.
     *
     * @param aheadBytes how much beyond the newest document
     * @return false if the disk has no room for it
     */
    public boolean populate(long aheadBytes) {
        return file.populate(endPosition, endPosition + aheadBytes + SLACK_BYTES);
    }

    /**
     * How far the file is written.
     *
     * @return bytes from its beginning to the end of the newest document
     */
    public long recordedBytes() {
        return endPosition;
    }

    /**
     * How much is populated beyond the newest document.
     *
     * @return bytes that documents may take
     */
    public long populatedBytes() {
        return Math.max(0, file.populatedTo() - endPosition - SLACK_BYTES);
    }

    /**
     * The largest document.
     *
     * @return bytes
     */
    public int maxDocumentBytes() {
        return maxDocumentBytes;
    }

    /**
     * Appends a document and commits it. Takes about 10 us where {@link #populate} came before.
     *
     * @param length  bytes of the document, at most {@link #maxDocumentBytes}
     * @param encoder fills it
     * @return the document in place, or null if the memory for it cannot be had
     */
    public Region append(int length, DocumentEncoder encoder) {
        if (length > maxDocumentBytes) {
            throw new IllegalArgumentException("a document of " + length + " bytes is longer than " + maxDocumentBytes);
        }
        long end = endPosition;
        if (!file.covers(end, end + length + SLACK_BYTES) && !file.populate(end, end + length + SLACK_BYTES)) {
            return null;
        }
        return write(length, encoder);
    }

    private Region write(int length, DocumentEncoder encoder) {
        try (DocumentContext document = appender.writingDocument()) {
            Bytes<?> bytes = document.wire().bytes();
            long position = bytes.writePosition();
            int pad = (int) (-position & 7);
            if (pad + length > bytes.writeRemaining()) {
                document.rollbackOnClose();
                return null;
            }
            Region region = Region.reserve(document.index(), position - PREFIX_BYTES, bytes.bytesStore(),
                bytes.addressForWrite(position) + pad, length);
            encoder.encode(region.buffer());
            bytes.writePosition(position + pad + length);
            endPosition = position + pad + length;
            return region;
        }
    }

    /**
     * The directory of the queue.
     *
     * @return the run's directory
     */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
        queue.close();
    }
}
