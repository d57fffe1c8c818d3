// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
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
        try (Run run = Run.open(directory)) {
            RunState state = run.state();
            if (state == RunState.FINISHED || state == RunState.DIED) {
                ended.add(directory);
            }
            return state == RunState.RUNNING;
        } catch (RunException unreadable) {
            if (unreadable.kind() != RunException.Kind.NOT_A_RUN) {
                ended.add(directory);
            }
            return false;
        }
    }
}
