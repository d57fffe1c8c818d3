// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.posix.PosixAPI;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a directory's file system can do for runs, tried in a file that is gone afterwards.
 *
 * @param populates whether madvise(MADV_POPULATE_WRITE) makes mapped memory present
 * @param reserves  whether fallocate reserves disk space
 */
public record DiskProbe(boolean populates, boolean reserves) {
    private static final int MADV_POPULATE_WRITE = 23;
    private static final int READ_WRITE = 2;
    private static final int FILE_BYTES = 1 << 20;

    /**
     * Tries a directory.
     *
     * @param directory where a file may be made for a moment
     * @return what worked
     * @throws IOException  if no file can be made or mapped there
     * @throws RunException of kind REFUSED if the JVM keeps closed what is needed
     */
    public static DiskProbe of(Path directory) throws IOException {
        JvmAccess.open();
        Path file = Files.createTempFile(directory, ".asyncplot-probe", null);
        try {
            return new DiskProbe(populates(file), reserves(file));
        } finally {
            Files.delete(file);
        }
    }

    private static boolean populates(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES);
            return PosixAPI.posix().madvise(new UnsafeBuffer(mapped).addressOffset(), FILE_BYTES, MADV_POPULATE_WRITE) == 0;
        } catch (LinkageError | IllegalStateException | UnsupportedOperationException missing) {
            return false;
        }
    }

    private static boolean reserves(Path file) {
        try {
            PosixAPI posix = PosixAPI.posix();
            int descriptor = posix.open(file.toString(), READ_WRITE, 0);
            if (descriptor < 0) {
                return false;
            }
            try {
                return posix.fallocate(descriptor, 0, 0, FILE_BYTES) == 0;
            } finally {
                posix.close(descriptor);
            }
        } catch (LinkageError | RuntimeException missing) {
            return false;
        }
    }
}
