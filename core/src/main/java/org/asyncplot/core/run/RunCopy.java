// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.RunException;

/**
 * Copies runs, growing or ended, without what is reserved but not used. A copy has every sample and frame that was published before it
 * began, and is one state of the run, not a mixture of states; the copy of a run that is being written is marked as ended by copying. The
 * source stays as it is.
 */
public final class RunCopy {
    /** A roll takes some ms; a longer one has died. */
    private static final int MOST_TRIES = 100;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private RunCopy() {
    }

    /**
     * Copies a run. The target appears when it is complete; an interrupt or an error leaves nothing behind.
     *
     * @param source directory of the run
     * @param target directory that does not exist, in one that does
     * @throws IOException  if files cannot be read or written, or the target exists
     * @throws RunException if the source is no run, or damaged
     */
    public static void copy(Path source, Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path incomplete = target.toAbsolutePath().resolveSibling(UnfinishedCopies.name(target.getFileName().toString()));
        UnfinishedCopies.clear(incomplete.getParent());
        createPrivate(incomplete);
        try {
            copyFiles(source, incomplete);
            CopyMark.set(source, incomplete);
            try {
                Files.move(incomplete, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException plain) {
                Files.move(incomplete, target);
            }
        } finally {
            delete(incomplete);
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(directory);
        }
    }

    /** A file that appears while all are looked at, or is not complete yet, means that the writer rolls: then all is done again. */
    private static void copyFiles(Path source, Path target) throws IOException {
        for (int tries = 1; !copyFiles(QueueFile.in(source), source, target, tries == MOST_TRIES); tries++) {
            clear(target);
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private static boolean copyFiles(List<Path> files, Path source, Path target, boolean anyway) throws IOException {
        List<QueueFileCopy> copies = new ArrayList<>();
        try {
            boolean complete = true;
            // Headers and definitions first: all that they point to is there by then.
            for (Path file : files) {
                try {
                    QueueFileCopy copy = QueueFileCopy.begin(file, target.resolve(file.getFileName()));
                    copies.add(copy);
                    complete = copy.isComplete();
                } catch (NoSuchFileException retired) {
                    Files.deleteIfExists(target.resolve(file.getFileName()));
                }
            }
            if (!anyway && (!complete || appeared(source, files))) {
                return false;
            }
            // Then from the newest to the oldest: a block is never older in the copy than one that follows it.
            for (int i = copies.size() - 1; i >= 0; i--) {
                copies.get(i).finish();
            }
        } finally {
            for (QueueFileCopy copy : copies) {
                copy.close();
            }
        }
        // The newest sample of a channel lies in one of the last two, or in a file that stays for it.
        if (!Files.exists(files.get(Math.max(0, files.size() - 2)))) {
            if (anyway) {
                throw new RunException(RunException.Kind.MISSING, "the files of " + source + " are deleted faster than they can be copied; keep more");
            }
            return false;
        }
        for (Path file : files) {
            // What was retired meanwhile may have been read as holes; its name went before.
            if (!Files.exists(file)) {
                Files.deleteIfExists(target.resolve(file.getFileName()));
            }
        }
        Path metadata = QueueFile.metadata(source);
        if (Files.exists(metadata)) {
            Files.copy(metadata, QueueFile.metadata(target));
        }
        return true;
    }

    private static boolean appeared(Path source, List<Path> files) {
        return !files.containsAll(QueueFile.in(source));
    }

    private static void clear(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                Files.delete(entry);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            clear(directory);
            Files.delete(directory);
        }
    }
}
