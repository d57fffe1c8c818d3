// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A viewer that says it is there, in a small file of its own, since readers never write to a run: {@code $XDG_RUNTIME_DIR/asyncplot}, else
 * the user's cache directory. The writer of the run looks there; files of processes that are gone count for nothing. Any thread.
 */
public final class Presence implements AutoCloseable {
    private static final String PREFIX = "viewer-";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Path file;

    private Presence(Path file) {
        this.file = file;
    }

    /**
     * Says that this process watches a run.
     *
     * @param run the run's directory
     * @return to be closed when it watches no more
     * @throws IOException if the file cannot be written; watching works all the same
     */
    public static Presence announce(Path run) throws IOException {
        Path directory = directory();
        Files.createDirectories(directory);
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        removeThoseGone(directory);
        WritingProcess self = WritingProcess.current();
        String name = PREFIX + self.pid() + "-" + NUMBERS.incrementAndGet();
        Path file = directory.resolve(name);
        Path partial = directory.resolve("." + name);
        Files.write(partial, List.of(Long.toString(self.pid()), Long.toString(self.startMs()), run.toRealPath().toString()));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        return new Presence(file);
    }

    /**
     * Whether any process that is alive says that it watches a run.
     *
     * @param run the run's directory
     * @return false if nobody watches, and where that cannot be found out
     */
    public static boolean isWatched(Path run) {
        try (DirectoryStream<Path> viewers = Files.newDirectoryStream(directory(), PREFIX + "*")) {
            Path real = run.toRealPath();
            for (Path viewer : viewers) {
                if (watches(viewer, real)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException nobodyEverWatched) {
            return false;
        }
    }

    /** A viewer that was killed left its file behind, and writers would look at it for ever. */
    private static void removeThoseGone(Path directory) throws IOException {
        try (DirectoryStream<Path> viewers = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (Path viewer : viewers) {
                if (isLeftBehind(viewer)) {
                    Files.deleteIfExists(viewer);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static boolean isLeftBehind(Path viewer) throws IOException {
        try {
            return !viewer(Files.readAllLines(viewer, StandardCharsets.UTF_8)).isAlive();
        } catch (NoSuchFileException justClosed) {
            return false;
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    private static WritingProcess viewer(List<String> lines) {
        if (lines.size() != 3) {
            throw new NumberFormatException("no viewer's file");
        }
        return new WritingProcess("", Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)));
    }

    private static boolean watches(Path viewer, Path run) throws IOException {
        try {
            List<String> lines = Files.readAllLines(viewer, StandardCharsets.UTF_8);
            return lines.size() == 3 && lines.get(2).equals(run.toString()) && viewer(lines).isAlive();
        } catch (NoSuchFileException | NotDirectoryException justClosed) {
            return false;
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    static Path directory() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null && runtime.startsWith("/")) {
            return Path.of(runtime, "asyncplot");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache != null && cache.startsWith("/") ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("asyncplot").resolve("viewers");
    }

    /** Watches no more. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
