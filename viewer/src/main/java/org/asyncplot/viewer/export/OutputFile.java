// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** A file that is there whole or not at all: written beside its place under another name, and moved when it is done. */
public final class OutputFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream stream;

    /**
     * Begins the file.
     *
     * @param file its place; what is there stays until {@link #commit()}
     * @throws IOException if it cannot be made
     */
    public OutputFile(Path file) throws IOException {
        // A link stays one: what it names is replaced.
        target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        part = target.resolveSibling("." + target.getFileName() + "." + unique + ".part");
        channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        stream = Channels.newOutputStream(channel);
    }

    /**
     * Where to write.
     *
     * @return not buffered
     */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the file in its place.
     *
     * @throws IOException if that is not possible; what was there before is still there
     */
    public void commit() throws IOException {
        channel.close();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes away what was not committed. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
