// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;

/** How this project sets Chronicle up, before its first class loads: silent, no telemetry, quick to give up. */
final class Chronicle {
    static final LargeRollCycles ROLL_CYCLE = LargeRollCycles.LARGE_DAILY;
    static final String FILE_SUFFIX = ".cq4";
    static final String METADATA = "metadata.cq4t";

    private static final String MAGIC = "SCQStore";
    private static final int MAGIC_BYTES = 32;
    /** The first word of a file while its header is written. */
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final DateTimeFormatter NAMES = DateTimeFormatter.ofPattern(ROLL_CYCLE.format());

    private Chronicle() {
    }

    static {
        JvmAccess.open();
        property("chronicle.analytics.disable", "true");
        property("chronicle.announcer.disable", "true");
        property("chronicle.disk.monitor.disable", "true");
        // Chronicle asks SLF4J for a logger, which complains on standard error where the program has none.
        property("slf4j.internal.verbosity", "ERROR");
        property("chronicle.table.store.timeoutMS", "1000");
        // Chronicle would tell its troubles through SLF4J; what matters of them reaches us as exceptions.
        Jvm.setExceptionHandlers(null, null, null, null);
    }

    static SingleChronicleQueueBuilder builder(Path directory, long blockSizeBytes) {
        return SingleChronicleQueueBuilder.binary(directory)
            .rollCycle(ROLL_CYCLE)
            .blockSize(blockSizeBytes)
            .indexSpacing(16)
            .indexCount(1024)
            .timeoutMS(200);
    }

    /**
     * The queue files of a directory, oldest first, after looking at the beginning of each: opening garbage costs Chronicle its patience.
     */
    static List<Path> checkedFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw Files.exists(directory)
                ? new RunException(RunException.Kind.NOT_A_RUN, directory + " is not a directory, so not a run; give the run's directory")
                : new RunException(RunException.Kind.MISSING, directory + " does not exist; 'asyncplot list' names the runs there are");
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.filter(path -> path.getFileName().toString().endsWith(FILE_SUFFIX)).sorted().toList();
        } catch (IOException unreadable) {
            throw new RunException(RunException.Kind.REFUSED, directory + " cannot be read; check its permissions", unreadable);
        }
        if (files.isEmpty()) {
            throw new RunException(RunException.Kind.NOT_A_RUN, directory + " holds no run (no " + FILE_SUFFIX + " file); give a run's directory");
        }
        List<Path> begun = files.stream().filter(file -> files.size() == 1 || isBegun(file)).filter(Chronicle::check).toList();
        if (begun.isEmpty()) {
            throw new RunException(RunException.Kind.MISSING, "the files of " + directory + " were removed while it was opened; try again");
        }
        return begun;
    }

    /** Not one that was made for the next roll, or that Chronicle is just beginning, nor one that was retired since it was listed. */
    private static boolean isBegun(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Integer.BYTES);
            int word = head.length < Integer.BYTES ? 0 : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
            return word != 0 && word != NOT_COMPLETE;
        } catch (NoSuchFileException retired) {
            return false;
        } catch (IOException unreadable) {
            // Opening says what is wrong with it.
            return true;
        }
    }

    /** False where a file was removed since it was listed. */
    private static boolean check(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MAGIC_BYTES);
            if (!new String(head, StandardCharsets.ISO_8859_1).contains(MAGIC) && !Files.exists(file)) {
                // Retired after it was opened here: what was read is a hole.
                return false;
            }
            if (head.length == MAGIC_BYTES && Arrays.equals(head, new byte[MAGIC_BYTES])) {
                // The writer makes room before it writes, and was killed in between, or is just doing it.
                throw new RunException(RunException.Kind.NOT_A_RUN, file + " holds nothing yet; if its computation has just begun, try again");
            }
            if (!new String(head, StandardCharsets.ISO_8859_1).contains(MAGIC)) {
                throw new RunException(RunException.Kind.DAMAGED, file + " is " + (head.length == 0 ? "empty" : "damaged") + " at its beginning; restore it from a copy");
            }
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (AccessDeniedException denied) {
            throw new RunException(RunException.Kind.REFUSED, file + " may not be read; check its permissions", denied);
        } catch (IOException unreadable) {
            throw new RunException(RunException.Kind.REFUSED, file + " cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    /** The file of a cycle; cycles are days since 1970, as far as Chronicle knows. */
    static Path file(Path directory, int cycle) {
        return directory.resolve(NAMES.format(LocalDate.ofEpochDay(cycle)) + FILE_SUFFIX);
    }

    /** The cycle of a file, -1 if it is not named as Chronicle would. */
    static int cycle(Path file) {
        String name = file.getFileName().toString();
        try {
            return (int) LocalDate.parse(name.substring(0, name.length() - FILE_SUFFIX.length()), NAMES).toEpochDay();
        } catch (DateTimeParseException renamed) {
            return -1;
        }
    }

    private static void property(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
