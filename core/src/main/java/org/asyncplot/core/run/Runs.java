// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.asyncplot.core.queue.RunException;

/** The runs directory of a user: where runs are made and found. Safe to use from any thread. */
public final class Runs {
    /** System property that names the runs directory. */
    public static final String PROPERTY = "asyncplot.runs";
    /** Environment variable that names the runs directory. */
    public static final String ENVIRONMENT = "ASYNCPLOT_RUNS";

    private final Path directory;

    /**
     * A runs directory, which need not exist yet.
     *
     * @param directory the directory
     */
    public Runs(Path directory) {
        this.directory = directory;
    }

    /**
     * The runs directory in force: what {@code -Dasyncplot.runs} says, else {@code ASYNCPLOT_RUNS}, else
     * {@code ${XDG_DATA_HOME:-~/.local/share}/asyncplot/runs}.
     *
     * @return the runs directory
     */
    public static Runs standard() {
        return new Runs(standardDirectory(System.getProperty(PROPERTY), System.getenv()));
    }

    static Path standardDirectory(String property, Map<String, String> environment) {
        if (property != null && !property.isBlank()) {
            return Path.of(property);
        }
        String named = environment.get(ENVIRONMENT);
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String data = environment.get("XDG_DATA_HOME");
        Path base = data != null && data.startsWith("/") ? Path.of(data) : Path.of(System.getProperty("user.home"), ".local", "share");
        return base.resolve("asyncplot").resolve("runs");
    }

    /**
     * Where the runs lie.
     *
     * @return the directory
     */
    public Path directory() {
        return directory;
    }

    /**
     * Makes the directory of a new run, for this user alone.
     *
     * @param name  of the run
     * @param start when it began
     * @param pid   of the writing process
     * @return the directory, new and empty
     * @throws RunException of kind REFUSED if it cannot be made
     */
    public Path create(String name, Instant start, long pid) {
        RunDirectoryName candidate = RunDirectoryName.of(name, start, pid);
        try {
            Files.createDirectories(directory);
            while (true) {
                Path run = directory.resolve(candidate.toString());
                try {
                    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? Files.createDirectory(run, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                        : Files.createDirectory(run);
                } catch (FileAlreadyExistsException taken) {
                    candidate = candidate.next();
                }
            }
        } catch (IOException refused) {
            throw new RunException(RunException.Kind.REFUSED, "no run can be made in " + directory + " (" + reason(refused)
                + "); choose another with --runs or " + ENVIRONMENT, refused);
        }
    }

    private static String reason(IOException refused) {
        return switch (refused.getClass().getSimpleName()) {
            case "AccessDeniedException" -> "permission denied";
            case "FileAlreadyExistsException", "NotDirectoryException" -> "a file is in the way";
            default -> String.valueOf(refused.getMessage());
        };
    }

    /**
     * The directories of all runs, oldest first.
     *
     * @return directories that look like runs; whether they open is another matter
     * @throws RunException of kind REFUSED if the directory cannot be read
     */
    public List<Path> list() {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> found = new ArrayList<>(entries.filter(Runs::isRun).toList());
            found.sort(Comparator.comparing(Runs::startKey).thenComparing(Path::getFileName));
            return found;
        } catch (IOException unreadable) {
            throw new RunException(RunException.Kind.REFUSED, directory + " cannot be read (" + reason(unreadable) + "); check its permissions",
                unreadable);
        }
    }

    /**
     * Finds a run by its directory, its directory's name, or its name, then the newest of that name.
     *
     * @param run what the user wrote
     * @return the run's directory
     * @throws RunException of kind MISSING if there is none, NOT_A_RUN if a directory is meant that holds none
     */
    public Path find(String run) {
        Path given = path(run).orElseThrow(() -> missing(run));
        if (Files.isDirectory(given) || run.contains("/") && Files.exists(given)) {
            return given;
        }
        Path named = directory.resolve(run);
        if (Files.isDirectory(named)) {
            return named;
        }
        List<Path> all = list();
        for (int i = all.size() - 1; i >= 0; i--) {
            Optional<RunDirectoryName> name = RunDirectoryName.parse(all.get(i).getFileName().toString());
            if (name.isPresent() && name.get().isNamed(run)) {
                return all.get(i);
            }
        }
        throw missing(run);
    }

    private RunException missing(String run) {
        return new RunException(RunException.Kind.MISSING, "no run '" + run + "' in " + directory + "; 'asyncplot list' names those there are");
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /**
     * Whether a directory looks like a run, by its name or by what is in it.
     *
     * @param path of the directory
     * @return true if it does; whether it opens is another matter
     */
    public static boolean isRun(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        if (RunDirectoryName.parse(path.getFileName().toString()).isPresent()) {
            return true;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".cq4"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * The run's name in its directory's name, which may be cut.
     *
     * @param directory of a run
     * @return absent if the directory is not named as runs are
     */
    public static Optional<String> nameOf(Path directory) {
        return RunDirectoryName.parse(directory.getFileName().toString())
            .map(name -> URLDecoder.decode(name.encodedName(), StandardCharsets.UTF_8));
    }

    /**
     * The writing process in a run's directory's name.
     *
     * @param directory of a run
     * @return pid, absent if the directory is not named as runs are
     */
    public static OptionalLong pidOf(Path directory) {
        return RunDirectoryName.parse(directory.getFileName().toString()).stream().mapToLong(RunDirectoryName::pid).findFirst();
    }

    private static String startKey(Path path) {
        return RunDirectoryName.parse(path.getFileName().toString())
            .map(name -> name.start() + String.format("-%06d", name.copy())).orElse("");
    }
}
