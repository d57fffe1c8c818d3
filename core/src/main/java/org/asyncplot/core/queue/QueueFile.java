// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One file of a run, read as bytes, document by document, without mapping it. A document is four bytes, its length with two flags, and what
 * they announce; the next begins at a multiple of four. Changes nothing. Belongs to one thread.
 */
public final class QueueFile implements AutoCloseable {
    private static final int PREFIX_BYTES = Integer.BYTES;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int META_DATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3fff_ffff;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer prefix = ByteBuffer.allocate(PREFIX_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Where a document lies.
     *
     * @param position of its four bytes in the file
     * @param length   bytes behind these
     * @param ours     false for Chronicle's own header and index pages
     */
    public record Document(long position, int length, boolean ours) {
        /**
         * Where the content begins; ours is aligned to eight bytes.
         *
         * @return position in the file
         */
        public long content() {
            long from = position + PREFIX_BYTES;
            return ours ? from + (-from & 7) : from;
        }

        /**
         * Where the content ends.
         *
         * @return position in the file
         */
        public long end() {
            return position + PREFIX_BYTES + length;
        }

        /**
         * Where the document after it begins, if there is one.
         *
         * @return position in the file
         */
        public long next() {
            return end() + (-end() & 3);
        }
    }

    private QueueFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * The queue files of a run.
     *
     * @param directory of the run
     * @return oldest first
     * @throws RunException if there are none, or one does not begin as it should
     */
    public static List<Path> in(Path directory) {
        return Chronicle.checkedFiles(directory);
    }

    /**
     * The file beside these that Chronicle keeps for all of them.
     *
     * @param directory of the run
     * @return the file, which need not exist
     */
    public static Path metadata(Path directory) {
        return directory.resolve(Chronicle.METADATA);
    }

    /**
     * The number of the file that a document lies in; later files have larger numbers.
     *
     * @param index Chronicle index of the document
     * @return the file's number
     */
    public static int numberOf(long index) {
        return Chronicle.ROLL_CYCLE.toCycle(index);
    }

    /**
     * Where a file begins.
     *
     * @param file its number
     * @return Chronicle index of its first document
     */
    public static long firstIndex(int file) {
        return Chronicle.ROLL_CYCLE.toIndex(file, 0);
    }

    /**
     * The number of a file.
     *
     * @param path as {@link #in} gives it
     * @return its number, -1 if it was renamed
     */
    public static int numberOf(Path path) {
        return Chronicle.cycle(path);
    }

    /**
     * Whether a file of this name belongs to a run.
     *
     * @param fileName the last part of its path
     * @return true for queue files and their metadata
     */
    public static boolean isOne(String fileName) {
        return fileName.endsWith(Chronicle.FILE_SUFFIX) || fileName.equals(Chronicle.METADATA);
    }

    /**
     * Opens a file.
     *
     * @param path as {@link #in} gives it
     * @return the file
     * @throws IOException if it cannot be read
     */
    public static QueueFile open(Path path) throws IOException {
        return new QueueFile(path, FileChannel.open(path, StandardOpenOption.READ));
    }

    /**
     * The document that begins at a position.
     *
     * @param position 0, or as {@link Document#next} gives it
     * @return the document, or null if none is complete there by now
     * @throws IOException  if the file cannot be read
     * @throws RunException if the document reaches beyond the file
     */
    public Document at(long position) throws IOException {
        prefix.clear();
        if (channel.read(prefix, position) < PREFIX_BYTES) {
            return null;
        }
        int word = prefix.getInt(0);
        int length = word & LENGTH_MASK;
        if ((word & NOT_COMPLETE) != 0 || length == 0) {
            return null;
        }
        if (position + PREFIX_BYTES + length > Files.size(path)) {
            throw new RunException(RunException.Kind.DAMAGED, path + " is damaged: a document reaches beyond its end; restore it from a copy");
        }
        return new Document(position, length, (word & META_DATA) == 0);
    }

    /**
     * Reads bytes.
     *
     * @param into     from its position to its limit
     * @param position in the file
     * @throws IOException if there are fewer, or they cannot be read
     */
    public void read(ByteBuffer into, long position) throws IOException {
        long from = position - into.position();
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                throw new RunException(RunException.Kind.DAMAGED, path + " became shorter while it was read; restore it from a copy");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
