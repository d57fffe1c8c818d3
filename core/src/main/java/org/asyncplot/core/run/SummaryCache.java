// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Indexes that readers made of runs that lack them, in the user's cache directory: one file a channel, documents of equal length one after
 * the other. What is missing or cannot be written costs time, nothing else. Whoever loads checks what it gets.
 */
final class SummaryCache {
    private static final String SUFFIX = ".index";
    private static final long MOST_BYTES = 256L << 20;

    private final Path directory;
    private final String run;

    /** Those of one run; what tells it from others of its name is in the text. */
    SummaryCache(Path directory, String run) {
        this.directory = directory;
        this.run = run;
    }

    /** Where the user keeps what can be made again. */
    static Path usersDirectory() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("asyncplot").resolve("summaries");
    }

    private Path file(int channelId) {
        return directory.resolve(run + "-" + channelId + SUFFIX);
    }

    /** The documents of a channel, mapped; none if there are none. */
    List<UnsafeBuffer> load(int channelId, int documentLength) {
        List<UnsafeBuffer> documents = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file(channelId), StandardOpenOption.READ)) {
            long length = channel.size();
            if (length > MOST_BYTES || length % documentLength != 0) {
                return documents;
            }
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, length);
            for (int at = 0; at < length; at += documentLength) {
                documents.add(new UnsafeBuffer(mapped, at, documentLength));
            }
            Files.setLastModifiedTime(file(channelId), FileTime.from(Instant.now()));
        } catch (IOException unreadable) {
            // They are made again, as where there never were any; what was mapped by then is good.
            return documents;
        }
        return documents;
    }

    /** Keeps the documents of a channel in the place of what was there, and lets go of what was not used for longest. */
    void save(int channelId, List<UnsafeBuffer> documents) {
        long bytes = documents.stream().mapToLong(UnsafeBuffer::capacity).sum();
        Path partial = directory.resolve("." + run + "-" + channelId + "-" + ProcessHandle.current().pid());
        if (bytes > MOST_BYTES / 2) {
            return;
        }
        try {
            Files.createDirectories(directory);
            makeRoom(bytes);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
                for (UnsafeBuffer document : documents) {
                    byte[] copy = new byte[document.capacity()];
                    document.getBytes(0, copy);
                    ByteBuffer rest = ByteBuffer.wrap(copy);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                }
            }
            Files.move(partial, file(channelId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SecurityException full) {
            // Without a cache they stay in memory, and the next opening makes them again.
            deleteQuietly(partial);
        }
    }

    private static void deleteQuietly(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException leftBehind) {
            // The next save of this channel by a process of this number replaces it.
            return;
        }
    }

    private void makeRoom(long bytes) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(path -> path.toString().endsWith(SUFFIX))
                .sorted(Comparator.comparing(path -> path.toFile().lastModified())).toList();
        }
        long total = bytes;
        for (Path file : files) {
            total += file.toFile().length();
        }
        for (int i = 0; i < files.size() && total > MOST_BYTES; i++) {
            total -= files.get(i).toFile().length();
            Files.deleteIfExists(files.get(i));
        }
    }
}
