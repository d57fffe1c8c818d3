// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Runs;

/** Looks for the newest run that is running. One thread. */
final class RunningRun {
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private final Runs runs;
    private final Set<Path> ended = new HashSet<>();

    RunningRun(Runs runs) {
        this.runs = runs;
    }

    /**
     * Looks once; runs that have ended are not opened a second time.
     *
     * @return absent if none runs now
     */
    Optional<Path> newest() {
        List<Path> all = runs.list();
        for (int i = all.size() - 1; i >= 0; i--) {
            Path directory = all.get(i);
            if (!ended.contains(directory) && isRunning(directory)) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }

    private boolean isRunning(Path directory) {
        RunState state;
        try (Run run = Run.open(directory)) {
            state = run.state();
        } catch (RunException unreadable) {
            state = RunState.DIED;
        }
        // One that has just begun may look damaged or dead until its header is whole.
        if ((state == RunState.FINISHED || state == RunState.DIED) && isOld(directory)) {
            ended.add(directory);
        }
        return state == RunState.RUNNING;
    }

    private static boolean isOld(Path directory) {
        try {
            return Files.getLastModifiedTime(directory).toInstant().isBefore(Instant.now().minus(YOUNG));
        } catch (IOException gone) {
            return true;
        }
    }
}
