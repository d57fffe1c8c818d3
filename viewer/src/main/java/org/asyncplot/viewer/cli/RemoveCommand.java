// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.UnfinishedCopies;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Removes runs, but only after having been told twice. */
@Command(name = "remove", description = "Say which runs would be removed and what space that gives back; with --yes, remove them. "
        + "Runs that are being written are kept, and so is a directory that holds anything but a run. Names and options narrow "
        + "each other: --keep counts among the runs that RUN names.")
final class RemoveCommand implements Callable<Integer> {
    static final String YES = "--yes";
    static final String OLDER_THAN = "--older-than";
    static final String KEEP = "--keep";

    @Mixin
    private CommonOptions common;

    @Option(names = OLDER_THAN, paramLabel = "AGE", converter = AgeConverter.class,
            description = "Only runs whose last sign of life is older, such as 7d or 12 h.")
    private Duration olderThan;

    @Option(names = KEEP, paramLabel = "N", description = "All but the N that began last.")
    private Integer keep;

    @Option(names = YES, description = "Do it.")
    private boolean yes;

    @Parameters(paramLabel = "RUN", arity = "0..*", description = "Runs: a directory, a directory's name, a run's name (the newest of that "
            + "name), or a pattern with * and ? of either name.")
    private List<String> named = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (named.isEmpty() && olderThan == null && keep == null) {
            throw new CommandException(ExitCode.USAGE, "which runs? name them, or say --older-than or --keep (see asyncplot remove --help)");
        }
        if (keep != null && keep < 0) {
            throw new CommandException(ExitCode.USAGE, "--keep is " + keep + "; it has to be 0 or more");
        }
        RunSelection selection = RunSelection.of(common.runsDirectory(), named);
        boolean refused = false;
        List<RemovableRun> removed = new ArrayList<>();
        for (RemovableRun run : narrowed(runs(selection))) {
            boolean unnamed = named.isEmpty() && !run.readable();
            if (run.refusal().isPresent()) {
                refused |= selection.isNamedPlainly(run.directory());
                common.err().println("asyncplot: kept: " + run.refusal().get());
            } else if (unnamed) {
                common.err().println("asyncplot: kept: " + run.directory() + " cannot be read; name it to remove it");
            } else {
                removed.add(run);
            }
        }
        tell(removed);
        clearUnfinishedCopies();
        return refused ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static List<RemovableRun> runs(RunSelection selection) throws IOException {
        List<RemovableRun> runs = new ArrayList<>();
        for (Map.Entry<Path, Long> directory : DiskUsage.of(selection.directories()).entrySet()) {
            try {
                runs.add(RemovableRun.of(directory.getKey(), directory.getValue()));
            } catch (RunException gone) {
                if (selection.isNamedPlainly(directory.getKey())) {
                    throw gone;
                }
            }
        }
        return runs;
    }

    private List<RemovableRun> narrowed(List<RemovableRun> runs) {
        Set<RemovableRun> kept = new HashSet<>();
        if (keep != null) {
            Comparator<RemovableRun> newestFirst = Comparator.comparing(RemovableRun::startedAt).reversed();
            runs.stream().sorted(newestFirst).limit(keep).forEach(kept::add);
        }
        Instant limit = olderThan == null ? Instant.MAX : Instant.now().minus(olderThan);
        return runs.stream().filter(run -> !kept.contains(run) && run.lastSignAt().isBefore(limit)).toList();
    }

    private void clearUnfinishedCopies() throws IOException {
        Path runs = common.runsDirectory().directory();
        int cleared = yes && Files.isDirectory(runs) ? UnfinishedCopies.clear(runs) : 0;
        if (cleared > 0) {
            common.out().println("removed " + (cleared == 1 ? "a copy" : cleared + " copies") + " whose process was killed");
        }
    }

    private void tell(List<RemovableRun> runs) throws IOException {
        long bytes = 0;
        TextTable table = new TextTable("NAME", "STATE", "LAST SIGN", " DISK", "DIRECTORY");
        for (RemovableRun run : runs) {
            bytes += run.diskBytes();
            table.add(run.name(), run.state(), run.lastSignAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    NumberText.bytes(run.diskBytes()), run.directory().getFileName().toString());
        }
        String what = (runs.size() == 1 ? "1 run, " : runs.size() + " runs, ") + NumberText.bytes(bytes);
        if (runs.isEmpty()) {
            common.out().println("nothing to remove");
        } else if (yes) {
            for (RemovableRun run : runs) {
                run.remove();
            }
            common.out().println("removed " + what);
        } else {
            table.print(common.out());
            common.out().println("would remove " + what + "; --yes does it");
        }
    }

    /** Reads a length of time. */
    static final class AgeConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                if (XPosition.parse("-" + text.strip()) instanceof XPosition.BeforeEnd age) {
                    return Duration.ofMillis((long) (age.seconds() * 1000));
                }
            } catch (IllegalArgumentException notALength) {
                throw new TypeConversionException(wrong(text));
            }
            throw new TypeConversionException(wrong(text));
        }

        private static String wrong(String text) {
            return "'" + text + "' is no age; write one such as 7d, 12 h or 30 min";
        }
    }
}
