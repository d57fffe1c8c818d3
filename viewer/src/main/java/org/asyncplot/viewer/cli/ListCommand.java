// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the runs there are. */
@Command(name = "list", description = "Name the runs there are, oldest first, and how they are.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(names = "--json", description = "Print a JSON array, one object a run.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Runs runs = common.runsDirectory();
        Map<Path, Long> diskBytes = DiskUsage.of(runs.list());
        List<RunSummary> summaries = new ArrayList<>();
        diskBytes.forEach((directory, bytes) -> {
            try {
                summaries.add(RunSummary.of(directory, bytes));
            } catch (RunException unreadable) {
                common.err().println("asyncplot: " + Failure.line(unreadable));
            }
        });
        if (json) {
            RunJson.write(summaries, common.out());
        } else if (diskBytes.isEmpty()) {
            common.err().println("asyncplot: no runs in " + runs.directory() + " yet");
        } else if (!summaries.isEmpty()) {
            table(summaries).print(common.out());
        }
        return ExitCode.DONE;
    }

    private static TextTable table(List<RunSummary> summaries) {
        TextTable table = new TextTable("NAME", "STATE", "STARTED", " DISK", " CHANNELS", "DIRECTORY");
        for (RunSummary run : summaries) {
            table.add(run.name(), run.state().name().toLowerCase(Locale.ROOT), run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    NumberText.bytes(run.diskBytes()), String.valueOf(run.channels().size()), run.directory().getFileName().toString());
        }
        return table;
    }
}
