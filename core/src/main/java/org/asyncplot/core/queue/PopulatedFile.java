// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.io.ReferenceOwner;
import net.openhft.posix.PosixAPI;

/**
 * Guards one queue file: memory is handed out only where its pages are present and the disk has room for them. On Linux from 5.14 on by
 * madvise(MADV_POPULATE_WRITE), which returns an error where a store would be a SIGBUS; elsewhere by writing zeros beyond the newest
 * document, which at least reserves the disk. Any thread may populate.
 */
final class PopulatedFile implements AutoCloseable {
    private static final int MADV_POPULATE_WRITE = 23;
    private static final int PAGE_BYTES = 4096;
    private static final int STEP_BYTES = 1 << 20;
    /** A run that stays small should take little of the disk. */
    private static final int FIRST_STEP_BYTES = 64 << 10;
    private static final ReferenceOwner OWNER = ReferenceOwner.temporary("asyncplot-populate");

    private final MappedFile file;
    private final long chunkBytes;
    private final long reservedBytes;
    private final ByteBuffer zeros = ByteBuffer.allocate(STEP_BYTES);
    private MappedBytesStore chunk;
    private boolean byZeros = !System.getProperty("os.name").startsWith("Linux");
    private volatile long populatedTo;

    /**
     * Takes charge of a file.
     *
     * @param file          of the queue
     * @param reservedBytes at its beginning that were written as zeros before Chronicle used them
     */
    PopulatedFile(MappedFile file, long reservedBytes) {
        this.file = file;
        this.reservedBytes = reservedBytes;
        this.chunkBytes = file.chunkSize();
    }

    /** Whether a document that begins after {@code end} and ends before {@code to} lies in populated memory of one mapping. */
    boolean covers(long end, long to) {
        return to <= Math.max(populatedTo, reservedBytes) && end / chunkBytes == to / chunkBytes;
    }

    long populatedTo() {
        return populatedTo;
    }

    /** Populates from the newest document's end to at least {@code to}, in steps; false when the disk is full. */
    synchronized boolean populate(long end, long to) {
        boolean crossing = end / chunkBytes != to / chunkBytes;
        long from = Math.max(populatedTo, end & -PAGE_BYTES);
        while (from < to) {
            int size = from < STEP_BYTES ? FIRST_STEP_BYTES : STEP_BYTES;
            long step = Math.min(from + size & -size, (from / chunkBytes + 1) * chunkBytes) - from;
            if (!populateStep(from, step)) {
                return false;
            }
            from += step;
            populatedTo = Math.max(populatedTo, from);
        }
        // A document that begins in one chunk and ends in the next is written through the first one's overlap.
        return !crossing || byZeros || advise(end & -PAGE_BYTES, to - (end & -PAGE_BYTES), end / chunkBytes);
    }

    private boolean populateStep(long from, long length) {
        if (!byZeros && advise(from, length, from / chunkBytes)) {
            return true;
        }
        if (!byZeros && hasSpace(length)) {
            byZeros = true;
        }
        return byZeros && writeZeros(from, length);
    }

    private boolean advise(long from, long length, long chunkNumber) {
        try {
            long start = chunkNumber * chunkBytes;
            if (chunk == null || chunk.start() != start) {
                MappedBytesStore next = file.acquireByteStore(OWNER, start);
                if (chunk != null) {
                    chunk.release(OWNER);
                }
                chunk = next;
            }
            long within = Math.min(length, chunk.start() + chunk.realCapacity() - from);
            return PosixAPI.posix().madvise(chunk.addressForRead(from), within, MADV_POPULATE_WRITE) == 0;
        } catch (IOException full) {
            return false;
        }
    }

    /** Tells a kernel without populate from a disk without space. */
    private boolean hasSpace(long length) {
        return file.file().getUsableSpace() > 4 * length;
    }

    /** Beyond what was populated so far nobody has written, index pages included: {@link QueueWriter#SLACK_BYTES} sees to it. */
    private boolean writeZeros(long from, long length) {
        long start = Math.max(from, reservedBytes);
        try (FileChannel channel = FileChannel.open(file.file().toPath(), StandardOpenOption.WRITE)) {
            zeros.clear().limit((int) Math.max(0, from + length - start));
            while (zeros.hasRemaining()) {
                channel.write(zeros, start + zeros.position());
            }
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    /** Gives back what lies behind a place, since nobody will write there any more. */
    synchronized void giveBack(long from) {
        if (populatedTo > from) {
            FileSpace.punch(file.file().toPath(), from, populatedTo - from);
        }
    }

    @Override
    public synchronized void close() {
        if (chunk != null) {
            chunk.release(OWNER);
            chunk = null;
        }
    }
}
