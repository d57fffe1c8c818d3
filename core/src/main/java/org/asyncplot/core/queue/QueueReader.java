// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The reading end of a run's queue: maps its files read-only, changes no byte and takes no lock, neither of a writer nor of other readers.
 * Chronicle's own reader agrees with it (a test), but asks for a lock on the queue's metadata, and takes ten times as long to open. For any
 * thread.
 */
public final class QueueReader implements AutoCloseable {
    private final Path directory;
    private final int oldestFile;
    private final DocumentMaps maps;

    private QueueReader(Path directory, int oldestFile) {
        this.directory = directory;
        this.oldestFile = oldestFile;
        this.maps = new DocumentMaps(directory);
    }

    /**
     * Opens a queue.
     *
     * @param directory of the run
     * @return the reader
     * @throws RunException if there is none, or it is damaged
     */
    public static QueueReader open(Path directory) {
        List<Path> files = Chronicle.checkedFiles(directory);
        return new QueueReader(directory, Chronicle.cycle(files.get(0)));
    }

    /**
     * The oldest document.
     *
     * @return the document in place, or null if there is none
     */
    public Region first() {
        return first(oldestFile);
    }

    /**
     * The first document of a file.
     *
     * @param file number of the file, as {@link QueueFile#numberOf} gives it
     * @return the document in place, or null if there is none (any more)
     */
    public Region first(int file) {
        return at(Chronicle.ROLL_CYCLE.toIndex(file, 0));
    }

    /**
     * Where the queue lies.
     *
     * @return its directory
     */
    public Path directory() {
        return directory;
    }

    /**
     * Whether a file is there by its name.
     *
     * @param file number of the file
     * @return false once it was deleted
     */
    public boolean has(int file) {
        return Files.exists(Chronicle.file(directory, file));
    }

    /**
     * Does without a file that was deleted, so that it does not stay open as long as this reader; regions in it stay valid.
     *
     * @param file number of the file
     */
    public void forget(int file) {
        maps.forget(file);
    }

    /**
     * The document at an index.
     *
     * @param index Chronicle index as {@link Region#index()} gives it
     * @return the document in place, or null if there is none (any more)
     * @throws RunException if the file was cut short
     */
    public Region at(long index) {
        try {
            return maps.at(index);
        } catch (InternalError cutShort) {
            if (!has(QueueFile.numberOf(index))) {
                return null;
            }
            throw new RunException(RunException.Kind.DAMAGED, directory + " is damaged and cannot be read (" + cutShort.getClass().getSimpleName()
                + "); restore it from a copy", cutShort);
        }
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

    @Override
    public void close() {
        maps.close();
    }
}
