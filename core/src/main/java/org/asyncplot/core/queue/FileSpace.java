// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.posix.PosixAPI;

/** Takes disk space back from files that others may have mapped. Where the system cannot, the space comes back when the last mapping goes. */
final class FileSpace {
    private static final int READ_WRITE = 2;
    /** FALLOC_FL_PUNCH_HOLE and FALLOC_FL_KEEP_SIZE. */
    private static final int PUNCH_AND_KEEP_SIZE = 3;

    private FileSpace() {
    }

    /** Makes a stretch a hole, which reads as zeros and takes no space. */
    static void punch(Path file, long from, long length) {
        int descriptor = open(file);
        if (descriptor >= 0) {
            punch(descriptor, from, length);
        }
    }

    /** First the name goes, so that whoever reads by name never sees the zeros. */
    static void deleteAndPunch(Path file) throws IOException {
        long length = Files.size(file);
        int descriptor = open(file);
        try {
            Files.delete(file);
        } finally {
            if (descriptor >= 0) {
                punch(descriptor, 0, length);
            }
        }
    }

    private static int open(Path file) {
        try {
            return PosixAPI.posix().open(file.toString(), READ_WRITE, 0);
        } catch (LinkageError | RuntimeException missing) {
            return -1;
        }
    }

    private static void punch(int descriptor, long from, long length) {
        PosixAPI posix = PosixAPI.posix();
        try {
            posix.fallocate(descriptor, PUNCH_AND_KEEP_SIZE, from, length);
        } finally {
            posix.close(descriptor);
        }
    }
}
