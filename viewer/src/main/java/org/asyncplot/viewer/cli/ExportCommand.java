// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.viewer.export.ArrowTable;
import org.asyncplot.viewer.export.CsvTable;
import org.asyncplot.viewer.export.ExportRange;
import org.asyncplot.viewer.export.OutputFile;
import org.asyncplot.viewer.export.SignalTable;
import org.asyncplot.viewer.export.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the signals of a run as a table for other programs. */
@Command(name = "export", description = "Write the signals of a run, running or finished, as one table: x, then a column for each. Where signals "
        + "have different x, each x has a row, and an empty field (null in Arrow) is no sample; `import --sparse` reads it back. Numbers are "
        + "exact. Frames are left out.")
final class ExportCommand implements Callable<Integer> {
    /** The formats of tables. */
    enum Format { CSV, ARROW }

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "RUN", description = "A run's directory, its directory's name, or its name (the newest of that name).")
    private String run;

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "FILE.csv or FILE.arrow; - for standard output.")
    private String output;

    @Option(names = "--format", paramLabel = "csv|arrow", description = "Without it what the file's name ends in; csv on standard output.")
    private Format format;

    @Option(names = "--channels", paramLabel = "GLOB", converter = ChannelGlob.Converter.class,
            description = "Only these channels: * any text, ? one character, a comma between alternatives.")
    private ChannelGlob channels;

    @Option(names = "--from", paramLabel = "X", description = "Begin here: a number, an ISO-8601 time (UTC), or -30s from the end.")
    private String from;

    @Option(names = "--to", paramLabel = "X", description = "End here; both ends are included.")
    private String to;

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        checkPosition("--from", from);
        checkPosition("--to", to);
        TableWriter writer = writer();
        boolean standardOutput = output.equals("-");
        if (!standardOutput) {
            checkOutput(Path.of(output));
        }
        Path directory = common.runsDirectory().find(run);
        try (Interruption interruption = Interruption.watch(() -> { }); Run opened = Run.open(directory)) {
            requireMatch(opened);
            SignalTable table = SignalTable.of(opened, channels == null ? name -> true : channels,
                    new ExportRange(Optional.ofNullable(from), Optional.ofNullable(to)));
            if (!table.leftOut().isEmpty()) {
                say("left out, since a table holds signals only: " + String.join(", ", table.leftOut()));
            }
            try (Progress progress = new Progress(Progress.isTerminal() ? common.err() : null, "exporting", table.samples(),
                    interruption::requested)) {
                write(writer, table, standardOutput, progress);
                return ExitCode.DONE;
            } catch (CancellationException interrupted) {
                return ExitCode.INTERRUPTED;
            } catch (InternalError cutShort) {
                throw new RunException(RunException.Kind.DAMAGED, directory + " is damaged: its files were cut short; restore it from a copy",
                        cutShort);
            }
        } catch (IllegalArgumentException unfit) {
            throw new CommandException(ExitCode.FAILED, directory + ": " + unfit.getMessage(), unfit);
        }
    }

    private void requireMatch(Run opened) {
        List<String> names = opened.channels().stream().map(Channel::name).toList();
        if (names.isEmpty() || channels != null && names.stream().noneMatch(channels)) {
            throw new CommandException(ExitCode.NOTHING, opened.directory() + ": " + (names.isEmpty() ? "the run has no channel yet"
                    : "no channel matches '" + channels + "'; it has " + String.join(", ", names)));
        }
    }

    private TableWriter writer() {
        String name = output.toLowerCase(Locale.ROOT);
        Format chosen = format != null ? format : name.endsWith(".arrow") ? Format.ARROW
            : name.endsWith(".csv") || name.equals("-") ? Format.CSV : null;
        if (chosen == null) {
            throw wrong("-o " + output + " ends in neither .csv nor .arrow; say --format");
        }
        return chosen == Format.CSV ? new CsvTable() : new ArrowTable();
    }

    private void checkOutput(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new CommandException(ExitCode.FAILED, "there is no directory " + parent + " to write into; make it first");
        }
        if (Files.isDirectory(file)) {
            throw new CommandException(ExitCode.FAILED, file + " is a directory; name a file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandException(ExitCode.FAILED, file + " is no regular file; write to - and redirect that");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !force) {
            throw new CommandException(ExitCode.FAILED, file + " exists already; name another file, or --force replaces it");
        }
    }

    private void write(TableWriter writer, SignalTable table, boolean standardOutput, Progress progress) throws IOException {
        TableWriter.Written written;
        if (standardOutput) {
            written = writeToStandardOutput(writer, table, progress);
        } else {
            try (OutputFile file = new OutputFile(Path.of(output))) {
                written = writer.write(table, file.stream(), progress);
                file.commit();
            } catch (FileSystemException said) {
                throw said;
            } catch (IOException failed) {
                throw new CommandException(ExitCode.FAILED, output + ": " + Failure.reason(failed), failed);
            }
        }
        progress.close();
        if (written == null) {
            return;
        }
        say(NumberText.count(written.rows()) + (written.rows() == 1 ? " row" : " rows") + ", " + NumberText.count(written.samples())
                + (written.samples() == 1 ? " sample" : " samples")
                + (written.sparse() ? "; the signals have different x: an empty field is no sample" : ""));
        if (!standardOutput) {
            common.out().println(output);
        }
    }

    /** Null if the reader has gone before the end, as head does. */
    private static TableWriter.Written writeToStandardOutput(TableWriter writer, SignalTable table, Progress progress) throws IOException {
        // Closed by the end of the process; the stream of the JVM would hide that nobody reads any more.
        OutputStream raw = new FileOutputStream(FileDescriptor.out);
        try {
            return writer.write(table, raw, progress);
        } catch (IOException failed) {
            if (StandardOutput.readerGone(failed.getMessage())) {
                return null;
            }
            throw failed;
        }
    }

    private void checkPosition(String option, String text) {
        try {
            if (text != null) {
                XPosition.parse(text);
            }
        } catch (IllegalArgumentException unreadable) {
            throw wrong(option + ": " + unreadable.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private void say(String line) {
        common.err().println("asyncplot: " + line);
        common.err().flush();
    }
}
