// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.io.ReferenceOwner;

/**
 * Documents by their place in their files, mapped read-only in windows beside Chronicle's own. A window is there while a region in it is
 * open, so that what is mapped is bounded by what readers hold. For any thread.
 */
final class DocumentMaps implements AutoCloseable {
    private static final ReferenceOwner OWNER = ReferenceOwner.temporary("asyncplot-maps");
    /** Blocks and indexes are shorter; frames are read by Chronicle's tailer. */
    private static final long OVERLAP_BYTES = 16L << 20;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int META_DATA = 0x4000_0000;

    private final Path directory;
    private final Map<Integer, Mapped> files = new HashMap<>();
    private boolean closed;

    DocumentMaps(Path directory) {
        this.directory = directory;
    }

    /** A file and its length as far as it was asked for; touching memory beyond it would be a fault. */
    private static final class Mapped {
        private final MappedFile file;
        private long knownLength;

        private Mapped(MappedFile file) {
            this.file = file;
        }

        private boolean reaches(long end) {
            if (knownLength < end) {
                knownLength = file.file().length();
            }
            return knownLength >= end;
        }
    }

    synchronized Region at(long index, long position) {
        if (closed) {
            throw new IllegalStateException(directory + " was closed");
        }
        try {
            Mapped mapped = file(Chronicle.ROLL_CYCLE.toCycle(index));
            return mapped == null ? null : region(mapped, index, position);
        } catch (IOException unreadable) {
            throw new RunException(RunException.Kind.REFUSED, directory + " cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    private Mapped file(int cycle) throws IOException {
        Mapped known = files.get(cycle);
        if (known != null) {
            return known;
        }
        File file = directory.resolve(Chronicle.fileName(cycle)).toFile();
        if (!Files.exists(file.toPath())) {
            return null;
        }
        try {
            Mapped mapped = new Mapped(MappedFile.of(file, QueueReader.BLOCK_BYTES, OVERLAP_BYTES, true));
            files.put(cycle, mapped);
            return mapped;
        } catch (FileNotFoundException retired) {
            return null;
        }
    }

    private Region region(Mapped mapped, long index, long position) throws IOException {
        if (position < 0 || (position & QueueWriter.PREFIX_BYTES - 1) != 0 || !mapped.reaches(position + Long.BYTES)) {
            throw damaged();
        }
        MappedBytesStore store = mapped.file.acquireByteStore(OWNER, position);
        try {
            int word = store.readInt(position);
            long content = position + QueueWriter.PREFIX_BYTES;
            int pad = (int) (-content & 7);
            long length = (word & ~(NOT_COMPLETE | META_DATA)) - pad;
            long end = content + pad + length;
            boolean complete = (word & (NOT_COMPLETE | META_DATA)) == 0 && length > 0;
            if (!complete || end > store.start() + store.realCapacity() || !mapped.reaches(end)) {
                throw damaged();
            }
            return Region.reserve(index, position, store, store.addressForRead(content + pad), (int) length);
        } finally {
            store.release(OWNER);
        }
    }

    private RunException damaged() {
        return new RunException(RunException.Kind.DAMAGED, directory + " is damaged: an index points to no document; restore it from a copy");
    }

    @Override
    public synchronized void close() {
        closed = true;
        files.values().forEach(mapped -> mapped.file.releaseLast());
        files.clear();
    }
}
