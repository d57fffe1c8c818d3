// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.WritingProcess;

/**
 * What a run held at one moment.
 *
 * @param name        of the run
 * @param directory   where it lies
 * @param state       how it was
 * @param endReason   why it ended, if it said so
 * @param process     that writes or wrote it
 * @param commandLine of that process
 * @param startedAt   when it began
 * @param heartbeatAt when its heart last beat
 * @param diskBytes   allocated for it
 * @param files       it consists of
 * @param heldFiles   of these, older ones that were kept for the newest sample or frame of a channel, while later ones were deleted
 * @param parameters  in the order given
 * @param channels    in the order declared
 * @param notes       oldest first
 */
record RunSummary(String name, Path directory, RunState state, Optional<EndReason> endReason, WritingProcess process, String commandLine,
                  Instant startedAt, Instant heartbeatAt, long diskBytes, int files, int heldFiles, Map<String, String> parameters,
                  List<ChannelSummary> channels,
                  List<Note> notes) {
    /**
     * Opens a run, reads it and closes it.
     *
     * @param directory of the run
     * @param diskBytes allocated for it
     * @return its summary
     * @throws RunException if it cannot be read
     */
    static RunSummary of(Path directory, long diskBytes) {
        try (Run run = Run.open(directory)) {
            return new RunSummary(run.name(), run.directory().toAbsolutePath().normalize(), run.state(), run.endReason(), run.process(),
                    run.commandLine(), run.startedAt(), run.heartbeatAt(), diskBytes, run.fileCount(), run.heldFileCount(), run.parameters(),
                    run.channels().stream().map(ChannelSummary::of).toList(), run.notes());
        } catch (InternalError cutShort) {
            throw new RunException(RunException.Kind.DAMAGED, directory + " is damaged: its files were cut short; restore it from a copy", cutShort);
        }
    }
}
