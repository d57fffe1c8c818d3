// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The disk space that directories take. The files of a run have holes, so their sizes say little, and Java cannot ask for what is
 * allocated: {@code du} of POSIX is asked, once for many directories. Where there is none the sizes have to do.
 */
final class DiskUsage {
    private static final int MOST_ARGUMENTS = 500;
    private static final long PATIENCE_MS = 5_000;

    private DiskUsage() {
    }

    /**
     * Measures directories.
     *
     * @param directories the directories
     * @return allocated bytes of each
     */
    static Map<Path, Long> of(List<Path> directories) {
        Map<Path, Long> bytes = new LinkedHashMap<>();
        Map<Path, List<Path>> byParent = directories.stream().map(directory -> directory.toAbsolutePath().normalize())
                .collect(Collectors.groupingBy(Path::getParent));
        byParent.forEach((parent, children) -> {
            for (int from = 0; from < children.size(); from += MOST_ARGUMENTS) {
                List<Path> some = children.subList(from, Math.min(children.size(), from + MOST_ARGUMENTS));
                Map<String, Long> allocated = allocated(parent, some);
                for (Path directory : some) {
                    Long found = allocated.get(directory.getFileName().toString());
                    bytes.put(directory, found != null ? found : apparent(directory));
                }
            }
        });
        Map<Path, Long> asGiven = new LinkedHashMap<>();
        directories.forEach(directory -> asGiven.put(directory, bytes.get(directory.toAbsolutePath().normalize())));
        return asGiven;
    }

    /** Names are relative, so that nothing but the run's own name, which is ASCII, comes back. */
    private static Map<String, Long> allocated(Path parent, List<Path> children) {
        List<String> command = new ArrayList<>(List.of("du", "-sk"));
        children.forEach(child -> command.add("./" + child.getFileName()));
        Map<String, Long> bytes = new LinkedHashMap<>();
        try {
            Process du = new ProcessBuilder(command).directory(parent.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (Stream<String> lines = du.inputReader().lines()) {
                lines.filter(line -> line.matches("\\d+\\s+\\./.*")).forEach(line -> {
                    String[] parts = line.split("\\s+\\./", 2);
                    bytes.put(parts[1], Long.parseLong(parts[0]) * 1024);
                });
            }
            if (!du.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                du.destroyForcibly();
            }
        } catch (IOException noSuchProgram) {
            return Map.of();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return bytes;
    }

    private static long apparent(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
