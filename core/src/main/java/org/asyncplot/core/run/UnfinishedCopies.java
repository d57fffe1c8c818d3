// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asyncplot.core.queue.QueueFile;

/**
 * What copies leave behind whose process was killed: hidden directories beside their targets, {@code .NAME.incomplete-PID}. One counts as
 * such only if its process is gone, nothing in it has changed for ten minutes (on a shared disk its process may run elsewhere), and it
 * holds nothing but files of a run.
 */
public final class UnfinishedCopies {
    private static final Pattern NAME = Pattern.compile("\\..+\\.incomplete-(\\d{1,18})");
    private static final Duration QUIET = Duration.ofMinutes(10);

    private UnfinishedCopies() {
    }

    static String name(String target) {
        return "." + target + ".incomplete-" + ProcessHandle.current().pid();
    }

    /**
     * Looks for them.
     *
     * @param directory in which there are copies, or runs
     * @return those that nobody will finish
     * @throws IOException if the directory cannot be read
     */
    public static List<Path> in(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, ".*.incomplete-*")) {
            for (Path entry : entries) {
                Matcher name = NAME.matcher(entry.getFileName().toString());
                if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty() && isLeft(entry)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    private static boolean isLeft(Path copy) throws IOException {
        if (!Files.isDirectory(copy, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Instant limit = Instant.now().minus(QUIET);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(copy)) {
            for (Path file : files) {
                boolean ofRun = QueueFile.isOne(file.getFileName().toString()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                if (!ofRun || Files.getLastModifiedTime(file).toInstant().isAfter(limit)) {
                    return false;
                }
            }
            return Files.getLastModifiedTime(copy).toInstant().isBefore(limit);
        } catch (NoSuchFileException finished) {
            return false;
        }
    }

    /**
     * Deletes them.
     *
     * @param directory in which there are copies, or runs
     * @return how many there were
     * @throws IOException if one cannot be deleted
     */
    public static int clear(Path directory) throws IOException {
        List<Path> found = in(directory);
        for (Path copy : found) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(copy)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(copy);
        }
        return found.size();
    }
}
