// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.viewer.fx.ViewerWindow;
import org.asyncplot.viewer.ingest.ArrowRecorder;
import org.asyncplot.viewer.ingest.IngestException;
import org.asyncplot.viewer.ingest.Recorded;
import org.asyncplot.viewer.ingest.TableRecorder;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.ViewerCommand;
import org.asyncplot.writer.ViewerProcess;

/** Records a table for a command: tells on standard error where it goes and what is noticed, and ends in order on Ctrl-C. */
final class TableRecording {
    private final TableOptions options;
    private final CommonOptions common;

    TableRecording(TableOptions options, CommonOptions common) {
        this.options = options;
        this.common = common;
    }

    /**
     * Records to the end of the table; the run's directory is the last line on standard output.
     *
     * @param input     the table
     * @param inputName what messages call it
     * @param runName   of the run if the user gives none
     * @return the exit code
     */
    int record(InputStream input, String inputName, String runName) {
        TableRecorder recorder = new TableRecorder(options.ingestOptions(), context(runName), this::announce, this::say);
        return record(() -> recorder.record(input), recorder::stop, inputName);
    }

    /**
     * Records an Arrow file; the run's directory is the last line on standard output.
     *
     * @param file    the file
     * @param runName of the run if the user gives none
     * @return the exit code
     */
    int recordArrow(Path file, String runName) {
        ArrowRecorder recorder = new ArrowRecorder(options.ingestOptions(), context(runName), this::announce, this::say);
        return record(() -> recorder.record(file), recorder::stop, file.toString());
    }

    private PlotContext context(String runName) {
        PlotContext context = options.context(runName);
        common.runs().map(Path::toAbsolutePath).ifPresent(context::runsDirectory);
        return context;
    }

    private int record(Supplier<Recorded> recording, Runnable stop, String inputName) {
        try (Interruption interruption = Interruption.watch(stop)) {
            Recorded recorded = recording.get();
            boolean stoppedEarly = interruption.requested() && recorded.directory().isEmpty();
            Optional<IngestException> failure = stoppedEarly ? Optional.empty() : recorded.failure();
            failure.ifPresent(failed -> say(inputName + ": " + failed.getMessage()));
            if (recorded.dropped() > 0) {
                say(recorded.dropped() + " values were dropped, since there was no room for them");
            }
            if (recorded.directory().isPresent()) {
                say(recorded.report().toString());
                common.out().println(recorded.directory().get());
            } else if (failure.isEmpty()) {
                say("nothing was recorded, so no run is left");
            }
            common.out().flush();
            if (interruption.requested()) {
                return ExitCode.INTERRUPTED;
            }
            return failure.isPresent() || recorded.dropped() > 0 ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private void announce(Path run) {
        common.err().println("run        " + run);
        common.err().println("watch it   " + WatchCommand.of(run));
        if (options.view()) {
            openViewer(run);
        }
        common.err().flush();
    }

    /** It stays when the table has ended. */
    private void openViewer(Path run) {
        if (!ViewerWindow.isPossible()) {
            say("there is no display to open a viewer on, so watch it with that command");
            return;
        }
        try {
            ViewerProcess viewer = ViewerProcess.start(ViewerCommand.inForce(), run, List.of());
            viewer.onEnd(exitCode -> {
                if (exitCode == ExitCode.FAILED) {
                    say("the viewer failed: " + viewer.lastLine().map(line -> line.replaceFirst("^asyncplot: ", "")).orElse("it said nothing"));
                }
            });
        } catch (RunException refused) {
            say(refused.getMessage());
        }
    }

    private void say(String line) {
        common.err().println("asyncplot: " + line);
        common.err().flush();
    }
}
