// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Run;

/** A run on disk. */
final class OpenRun implements LiveRun {
    private final Path directory;
    private final Predicate<String> wanted;
    private final Run run;
    private final boolean local;

    OpenRun(Path directory, Predicate<String> wanted) {
        this.directory = directory;
        this.wanted = wanted;
        run = Run.open(directory);
        local = run.process().isLocal();
    }

    Run run() {
        return run;
    }

    Predicate<String> wanted() {
        return wanted;
    }

    @Override
    public long probeNs() {
        return run.probeNs();
    }

    @Override
    public Growth growth() {
        run.refresh();
        int channels = 0;
        long samples = 0;
        long frames = 0;
        for (Channel channel : run.channels()) {
            long count = channel.count();
            channels += count > 0 ? 1 : 0;
            if (channel instanceof FrameChannel) {
                frames += count;
            } else {
                samples += count;
            }
        }
        return new Growth(channels, samples, frames, run.notes().size(), false);
    }

    @Override
    public Capture capture(long probeNs, Capture earlier) {
        Snapshot snapshot = RunSnapshot.of(run, wanted, Optional.ofNullable(earlier).map(Capture::snapshot));
        return new Capture(snapshot, run.figures(), probeNs, dropped(), run.parameters());
    }

    /** What could not be recorded of the channels shown. */
    long dropped() {
        return run.channels().stream().filter(channel -> wanted.test(channel.name())).mapToLong(Channel::dropped).sum();
    }

    @Override
    public RunStatus status() {
        RunStatus.Phase phase = switch (run.state()) {
            case RUNNING -> RunStatus.Phase.RUNNING;
            case STALLED -> RunStatus.Phase.STALLED;
            case FINISHED -> RunStatus.Phase.FINISHED;
            case DIED -> RunStatus.Phase.DIED;
        };
        Instant since = phase == RunStatus.Phase.RUNNING ? run.startedAt() : run.heartbeatAt();
        RunStatus status = new RunStatus(phase, since, run.startedAt(), run.process().pid(), local, run.endReason().map(EndReason::text).orElse(""));
        return Files.isDirectory(directory) ? status
            : status.turned(RunStatus.Phase.DELETED, Instant.now(), directory + " was removed; shown is what was still mapped");
    }

    @Override
    public void close() {
        try {
            run.close();
        } catch (RunException | InternalError damaged) {
            // Nothing of a damaged run is used after this, and the process gives its mappings back anyway.
            return;
        }
    }
}
