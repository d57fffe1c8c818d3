// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.asyncplot.core.run.RunCopy;
import org.asyncplot.core.run.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a run. */
@Command(name = "copy", description = "Copy a run as it is now, running or ended, without the space that it has reserved and not used. The "
        + "copy of a run that is being written is one that has ended (copied).")
final class CopyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "RUN",
            description = "A run's directory, its directory's name, or its name (the newest of that name).")
    private String run;

    @Parameters(index = "1", paramLabel = "DIR",
            description = "A directory, which then holds a directory with the copy; or the copy itself if there is none of that name.")
    private Path directory;

    @Override
    public Integer call() throws IOException {
        Path source = common.runsDirectory().find(run).toRealPath();
        Path target = target(source);
        Interruption interruption = Interruption.watch(Thread.currentThread()::interrupt);
        try {
            RunCopy.copy(source, target);
            common.out().println(target + " (" + NumberText.bytes(DiskUsage.of(List.of(target)).get(target)) + ")");
            return ExitCode.DONE;
        } catch (ClosedByInterruptException interrupted) {
            return ExitCode.INTERRUPTED;
        } finally {
            interruption.close();
        }
    }

    private Path target(Path source) {
        Path target = Files.isDirectory(directory) ? directory.resolve(source.getFileName()) : directory;
        if (Files.isDirectory(directory) && Runs.isRun(directory)) {
            throw new CommandException(ExitCode.FAILED, directory + " is a run already; name a directory beside it");
        }
        if (Files.exists(target)) {
            throw new CommandException(ExitCode.FAILED, target + " exists already; name another directory");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw new CommandException(ExitCode.FAILED, parent + " is no directory; make it first");
        }
        return target;
    }
}
