// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Runs;

/**
 * A run that somebody wants to be rid of. Whatever is in doubt is refused: only files that make up a run are deleted, and only where nobody
 * writes them any more.
 *
 * @param directory  where it lies
 * @param name       of the run, or of its directory where it cannot be read
 * @param state      in a word
 * @param startedAt  when it began, or its directory last changed where it cannot be read
 * @param lastSignAt when its heart last beat, or its directory last changed where it cannot be read
 * @param diskBytes  allocated for it
 * @param refusal    why it may not be removed, one line; empty if it may
 * @param readable   whether it is a run that opens
 */
record RemovableRun(Path directory, String name, String state, Instant startedAt, Instant lastSignAt, long diskBytes, Optional<String> refusal,
                    boolean readable) {
    /**
     * Looks at a run.
     *
     * @param directory of the run
     * @param diskBytes allocated for it
     * @return what is known of it
     * @throws IOException  if the directory cannot be read
     * @throws RunException of kind MISSING if there is no such directory
     */
    static RemovableRun of(Path directory, long diskBytes) throws IOException {
        if (Files.isSymbolicLink(directory)) {
            return unreadable(directory, diskBytes, Optional.of(directory + " is a symbolic link, not a run; remove it by hand"));
        }
        Optional<String> foreign = foreign(directory);
        if (foreign.isPresent()) {
            return unreadable(directory, diskBytes, foreign);
        }
        try (Run run = Run.open(directory)) {
            RunState state = run.state();
            boolean live = state == RunState.RUNNING || state == RunState.STALLED;
            String word = state.name().toLowerCase(Locale.ROOT);
            return new RemovableRun(directory, run.name(), word, run.startedAt(), run.heartbeatAt(), diskBytes, live
                    ? Optional.of(directory + " is " + word + "; end process " + run.process().pid() + " on " + run.process().host() + " first")
                    : Optional.empty(), true);
        } catch (RunException closed) {
            return switch (closed.kind()) {
                case MISSING -> throw closed;
                case NEWER, REFUSED -> unreadable(directory, diskBytes, Optional.of(closed.getMessage()));
                case NOT_A_RUN, DAMAGED -> unreadable(directory, diskBytes, doubt(directory));
            };
        }
    }

    private static RemovableRun unreadable(Path directory, long diskBytes, Optional<String> refusal) throws IOException {
        Instant changed = Files.getLastModifiedTime(directory, LinkOption.NOFOLLOW_LINKS).toInstant();
        return new RemovableRun(directory, directory.getFileName().toString(), "unreadable", changed, changed, diskBytes, refusal, false);
    }

    /** What cannot be opened may be anybody's queue, or a run that is just beginning: its name and its process decide. */
    private static Optional<String> doubt(Path directory) {
        OptionalLong pid = Runs.pidOf(directory);
        if (pid.isEmpty()) {
            return Optional.of(directory + " cannot be read and is not named like a run; remove it by hand");
        }
        return ProcessHandle.of(pid.getAsLong()).isPresent()
                ? Optional.of(directory + " cannot be read, and process " + pid.getAsLong() + " is there and may be writing it; end that first")
                : Optional.empty();
    }

    private static Optional<String> foreign(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !isOurs(entry)).sorted().findFirst()
                    .map(entry -> directory + " holds " + entry.getFileName() + ", which is no part of a run; move that away first");
        }
    }

    private static boolean isOurs(Path entry) {
        return QueueFile.isOne(entry.getFileName().toString()) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Deletes the run's files and its directory. A link among them is deleted as a link, what it points to stays.
     *
     * @throws IOException if something cannot be deleted, or another file has appeared
     */
    void remove() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.forEach(files::add);
        }
        for (Path file : files) {
            if (!isOurs(file)) {
                throw new IOException(directory + " holds " + file.getFileName() + " by now; nothing was removed");
            }
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(directory);
    }
}
