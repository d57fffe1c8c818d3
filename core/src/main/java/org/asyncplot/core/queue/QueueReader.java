// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * The reading end of a run's queue: opens read-only, changes no byte and takes no lock that a writer knows. For any thread.
 */
public final class QueueReader implements AutoCloseable {
    /** Chronicle maps this much at once, whatever the writer's choice was. */
    static final long BLOCK_BYTES = 64L << 20;
    private static final long OPEN_SECONDS = 5;

    private final Path directory;
    private final ChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final DocumentMaps maps;
    private File knownFile;
    private long knownLength;

    private QueueReader(Path directory, ChronicleQueue queue, ExcerptTailer tailer) {
        this.directory = directory;
        this.queue = queue;
        this.tailer = tailer;
        this.maps = new DocumentMaps(directory);
    }

    /**
     * Opens a queue.
     *
     * @param directory of the run
     * @return the reader
     * @throws RunException if there is none, or it is damaged; at the latest after 5 s
     */
    public static QueueReader open(Path directory) {
        Chronicle.checkedFiles(directory);
        // Chronicle waits for damaged files to be finished by somebody: on a thread of its own, so that this one can give up.
        CompletableFuture<QueueReader> opened = new CompletableFuture<>();
        Thread opener = new Thread(() -> {
            try {
                opened.complete(openNow(directory));
            } catch (Throwable damaged) {
                opened.completeExceptionally(damaged);
            }
        }, "asyncplot-open");
        opener.setDaemon(true);
        opener.start();
        try {
            return opened.get(OPEN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException damaged) {
            throw damaged(directory, damaged.getCause());
        } catch (TimeoutException hanging) {
            opened.thenAccept(QueueReader::close);
            throw damaged(directory, hanging);
        } catch (InterruptedException interrupted) {
            opened.thenAccept(QueueReader::close);
            Thread.currentThread().interrupt();
            throw new RunException(RunException.Kind.REFUSED, "interrupted while opening " + directory, interrupted);
        }
    }

    private static QueueReader openNow(Path directory) {
        ChronicleQueue queue = Chronicle.builder(directory, BLOCK_BYTES).readOnly(true).build();
        ExcerptTailer tailer = queue.createTailer();
        tailer.singleThreadedCheckDisabled(true);
        return new QueueReader(directory, queue, tailer);
    }

    private static RunException damaged(Path directory, Throwable cause) {
        return new RunException(RunException.Kind.DAMAGED, directory + " is damaged and cannot be opened (" + cause.getClass().getSimpleName()
            + "); restore it from a copy", cause);
    }

    /**
     * The oldest document.
     *
     * @return the document in place, or null if there is none
     */
    public synchronized Region first() {
        tailer.toStart();
        return next();
    }

    /**
     * The document at an index.
     *
     * @param index Chronicle index as {@link Region#index()} gives it
     * @return the document in place, or null if there is none (any more)
     */
    public synchronized Region at(long index) {
        return tailer.moveToIndex(index) ? next() : null;
    }

    /**
     * The document at an index whose place in its file is known, which takes no search.
     *
     * @param index    Chronicle index as {@link Region#index()} gives it
     * @param position as {@link Region#position()} gives it
     * @return the document in place, or null if its file is gone
     * @throws RunException if no document can begin there
     */
    public Region at(long index, long position) {
        return maps.at(index, position);
    }

    private Region next() {
        try (DocumentContext document = tailer.readingDocument()) {
            if (!document.isPresent()) {
                return null;
            }
            Bytes<?> bytes = document.wire().bytes();
            BytesStore<?, ?> store = bytes.bytesStore();
            long address = bytes.addressForRead(bytes.readPosition());
            int pad = (int) (-address & 7);
            long length = bytes.readRemaining() - pad;
            long end = bytes.readPosition() + bytes.readRemaining();
            if (length < 0 || end > store.start() + store.realCapacity() || end > fileLength((MappedBytes) bytes, end)) {
                throw new RunException(RunException.Kind.DAMAGED, directory + " is damaged: a document reaches beyond its file; "
                    + "restore it from a copy");
            }
            return Region.reserve(document.index(), bytes.readPosition() - QueueWriter.PREFIX_BYTES, store, address + pad, (int) length);
        } catch (RunException known) {
            throw known;
        } catch (RuntimeException | InternalError damaged) {
            throw damaged(directory, damaged);
        }
    }

    /** Asks the file system only where the length known so far is not enough: touching memory beyond it would be a crash. */
    private long fileLength(MappedBytes bytes, long needed) {
        File file = bytes.mappedFile().file();
        if (!file.equals(knownFile) || knownLength < needed) {
            knownFile = file;
            knownLength = file.length();
        }
        return knownLength;
    }

    @Override
    public synchronized void close() {
        maps.close();
        queue.close();
    }
}
