// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.XType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a run holds. */
@Command(name = "info", description = "Say what a run holds: its channels, how many samples, the newest values, notes.")
final class InfoCommand implements Callable<Integer> {
    private static final int MOST_NOTES = 10;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Parameters(paramLabel = "RUN", description = "A run's directory, its directory's name, or its name (the newest of that name).")
    private String run;

    @Override
    public Integer call() throws IOException {
        Path directory = common.runsDirectory().find(run);
        RunSummary summary = RunSummary.of(directory, DiskUsage.of(List.of(directory)).get(directory));
        if (json) {
            RunJson.write(summary, common.out());
        } else {
            print(summary, common.out());
        }
        return ExitCode.DONE;
    }

    private static void print(RunSummary run, PrintWriter out) {
        out.println(run.name() + ": " + run.state().name().toLowerCase(Locale.ROOT)
                + run.endReason().map(EndReason::text).map(reason -> " (" + reason + ")").orElse(""));
        out.println("directory   " + run.directory());
        out.println("process     " + run.process().pid() + " on " + run.process().host() + ": " + run.commandLine());
        out.println("started     " + run.startedAt().truncatedTo(ChronoUnit.MILLIS));
        out.println("heartbeat   " + run.heartbeatAt().truncatedTo(ChronoUnit.MILLIS));
        out.println("disk        " + NumberText.bytes(run.diskBytes()));
        if (run.files() > 1) {
            out.println("files       " + run.files() + (run.heldFiles() == 0 ? "" : ", of which " + run.heldFiles()
                    + " would be deleted but for the newest of a channel"));
        }
        run.parameters().forEach((key, value) -> out.println("parameter   " + key + " = " + value));
        if (!run.channels().isEmpty()) {
            out.println();
            channels(run.channels()).print(out);
            deleted(run.channels(), out);
            waits(run.channels(), out);
        }
        if (!run.notes().isEmpty()) {
            out.println();
            notes(run.notes(), out);
        }
    }

    private static TextTable channels(List<ChannelSummary> channels) {
        TextTable table = new TextTable("CHANNEL", "KIND", " COUNT", " DROPPED", " FIRST X", " LAST X", " LAST", "UNIT");
        for (ChannelSummary channel : channels) {
            String kind = channel.kind().name().toLowerCase(Locale.ROOT);
            String first = channel.firstX().map(SampleX::text).orElse("");
            String last = channel.lastX().map(SampleX::text).orElse("");
            boolean single = channel.columns().size() <= 1;
            table.add(channel.name(), kind, NumberText.count(channel.count()), NumberText.count(channel.dropped()), first, last,
                    single && !channel.last().isEmpty() ? NumberText.of(channel.last().get(0)) : "", channel.unit());
            for (int column = 0; !single && column < channel.columns().size(); column++) {
                table.add("  ." + channel.columns().get(column), "", "", "", "", "",
                        channel.last().isEmpty() ? "" : NumberText.of(channel.last().get(column)), "");
            }
        }
        return table;
    }

    private static void deleted(List<ChannelSummary> channels, PrintWriter out) {
        List<ChannelSummary> cut = channels.stream().filter(channel -> channel.first() > 0).toList();
        if (!cut.isEmpty()) {
            out.println();
            out.println("Old files were deleted, as the computation asked for:");
        }
        for (ChannelSummary channel : cut) {
            out.println("  " + channel.name() + " begins at sample " + NumberText.count(channel.first()));
        }
    }

    private static void waits(List<ChannelSummary> channels, PrintWriter out) {
        long waits = channels.stream().mapToLong(ChannelSummary::waits).sum();
        long longestNs = channels.stream().mapToLong(ChannelSummary::longestWaitNs).max().orElse(0);
        if (waits > 0) {
            out.println();
            out.println("The computation allocated for itself " + (waits == 1 ? "once" : NumberText.count(waits) + " times") + ", in "
                    + NumberText.of(longestNs * 1e-6) + " ms at most.");
        }
    }

    private static void notes(List<Note> notes, PrintWriter out) {
        List<Note> newest = notes.subList(Math.max(0, notes.size() - MOST_NOTES), notes.size());
        out.println(notes.size() + (notes.size() == 1 ? " note" : " notes") + (newest.size() < notes.size() ? ", the newest:" : ":"));
        for (Note note : newest) {
            out.println("  " + new SampleX(XType.TIME, Double.NaN, note.timeNs()).iso() + "  "
                    + note.level().name().toLowerCase(Locale.ROOT) + "  " + note.text());
        }
    }
}
