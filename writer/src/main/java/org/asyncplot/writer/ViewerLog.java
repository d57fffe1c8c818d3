// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a viewer says, in a file that is named after its run: {@code ${XDG_STATE_HOME:-~/.local/state}/asyncplot/RUN.log}. */
final class ViewerLog {
    private static final String SUFFIX = ".log";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int TAIL_BYTES = 64 << 10;
    /** With these a JVM that does not start ends what it says; the line before says why. */
    private static final Set<String> PHRASES = Set.of("Error: Could not create the Java Virtual Machine.",
        "Error: A fatal exception has occurred. Program will exit.");

    private final Path file;
    private final long beginBytes;

    private ViewerLog(Path file, long beginBytes) {
        this.file = file;
        this.beginBytes = beginBytes;
    }

    /**
     * Makes the file where it is not there, and takes away those of a week ago.
     *
     * @return the log; one without a file where none can be written, which is no reason not to show anything
     */
    static ViewerLog of(Path run) {
        return of(run, directory(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    static ViewerLog of(Path run, Path directory) {
        try {
            Files.createDirectories(directory);
            if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            removeOld(directory);
            Path file = directory.resolve(run.getFileName() + SUFFIX);
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
            return new ViewerLog(file, Files.size(file));
        } catch (IOException refused) {
            return new ViewerLog(null, 0);
        }
    }

    static Path directory(Map<String, String> environment, Path home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return (state.startsWith("/") ? Path.of(state) : home.resolve(".local").resolve("state")).resolve("asyncplot");
    }

    private static void removeOld(Path directory) throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path log : logs) {
                if (Files.getLastModifiedTime(log).compareTo(oldest) < 0) {
                    Files.deleteIfExists(log);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    Redirect redirect() {
        return file == null ? Redirect.DISCARD : Redirect.appendTo(file.toFile());
    }

    static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** The last line that says something since this log was begun. */
    Optional<String> lastLine() {
        if (file == null) {
            return Optional.empty();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(beginBytes, channel.size() - TAIL_BYTES));
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, channel.size() - channel.position())];
            ByteBuffer buffer = ByteBuffer.wrap(tail);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            return new String(tail, 0, buffer.position(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty() && !PHRASES.contains(line))
                .reduce((earlier, later) -> later);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return file == null ? "nowhere" : file.toString();
    }
}
