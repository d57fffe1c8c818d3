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
    /** Zeros in a file that was made for a roll: for its header, definitions and first blocks. */
    private static final int NEXT_BYTES = 1 << 20;
    /** A moment that stands still, so that Chronicle begins no file by itself; a roll moves it on by a day. */
    private volatile long cycleMs;
    private final Path directory;
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final int maxDocumentBytes;
    private volatile PopulatedFile file;
    /** What the last roll left, until it is given back. */
    private PopulatedFile left;
    private long leftEnd;
    private volatile long bytesBefore;
    private boolean prepared;
    private volatile boolean broken;
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
                writeZeros(Chronicle.file(directory, Chronicle.ROLL_CYCLE.current(() -> nowMs, 0)), FIRST_BYTES);
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
    private static void writeZeros(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(length);
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
     * Makes the file that the next {@link #roll} goes on in, so that little is left to do then. Blocks for the kernel.
     *
     * @return false if the disk has no room for it; nothing is left behind
     */
    public boolean prepareRoll() {
        Path next = Chronicle.file(directory, nextCycle());
        try {
            Files.deleteIfExists(next);
            if (Files.getFileStore(directory).getUsableSpace() < 2L * NEXT_BYTES) {
                // Not even tried: what the try gives back would look like room.
                return false;
            }
            writeZeros(next, NEXT_BYTES);
            prepared = true;
            return true;
        } catch (IOException full) {
            // Half a file helps nobody; if it stays, the next try takes it away.
            return next.toFile().delete() && false;
        }
    }

    private int nextCycle() {
        return Chronicle.ROLL_CYCLE.current(() -> cycleMs, 0) + 1;
    }

    /**
     * Goes on in the file that {@link #prepareRoll} made: all that is appended from now on lies there. As for {@link #append}, under the
     * caller's lock. What was populated in the file before and not used is given back by {@link #giveBack}.
     *
     * @param length  bytes of the new file's first document
     * @param encoder fills it
     * @return the document in place
     */
    public Region roll(int length, DocumentEncoder encoder) {
        left = file;
        leftEnd = endPosition;
        bytesBefore += endPosition;
        // Where this fails the appender may be in either file, and only one of them is populated.
        broken = true;
        cycleMs += Chronicle.ROLL_CYCLE.lengthInMillis();
        Region region = write(length, encoder);
        file = new PopulatedFile(((MappedBytes) appender.wire().bytes()).mappedFile(), NEXT_BYTES);
        broken = false;
        prepared = false;
        return region;
    }

    /**
     * Gives back what was populated and not used in the file that the last roll left; by the thread that populates.
     *
     * @return how long that file is by what it holds
     */
    public long giveBack() {
        long used = (leftEnd + SLACK_BYTES) & -SLACK_BYTES;
        left.giveBack(used);
        left.close();
        left = null;
        return used;
    }

    /**
     * Deletes a file, and its disk space at once, even if others still map it: they see zeros.
     *
     * @param number of a file that nobody will write any more
     * @throws IOException if it cannot be deleted
     */
    public void delete(int number) throws IOException {
        FileSpace.deleteAndPunch(Chronicle.file(directory, number));
    }

    /**
     * Makes the memory present that the next documents will take, ahead of need. Blocks for the kernel.
     *
     * @param aheadBytes how much beyond the newest document
     * @return false if the disk has no room for it
     */
    public boolean populate(long aheadBytes) {
        return !broken && file.populate(endPosition, endPosition + aheadBytes + SLACK_BYTES);
    }

    /**
     * How far the file is written.
     *
     * @return bytes from its beginning to the end of the newest document
     */
    public long fileBytes() {
        return endPosition;
    }

    /**
     * How much was written, in all files together.
     *
     * @return bytes
     */
    public long recordedBytes() {
        return bytesBefore + endPosition;
    }

    /**
     * How much of the disk the file takes, as far as it was populated.
     *
     * @return bytes
     */
    public long takenBytes() {
        return Math.max(endPosition, file.populatedTo());
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
        if (broken) {
            return null;
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
        if (left != null) {
            left.close();
        }
        queue.close();
        if (prepared) {
            // Zeros that nobody will go on in; if they stay, readers pass them over.
            Chronicle.file(directory, nextCycle()).toFile().delete();
        }
    }
}
