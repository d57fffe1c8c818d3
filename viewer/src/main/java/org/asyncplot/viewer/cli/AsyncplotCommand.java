// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.concurrent.Callable;
import org.asyncplot.viewer.fx.ViewerWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command tree: a command is added by naming its class here. */
@Command(name = "asyncplot",
        description = {"Shows what a running computation is doing, and what a finished one has done.",
            "Without a command: a window on the newest run that is running; this help where none is, or no display."},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ViewCommand.class,
            ReplayCommand.class,
            ListCommand.class,
            InfoCommand.class,
            SnapshotCommand.class,
            PipeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            CopyCommand.class,
            RemoveCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
            WarmUpCommand.class,
        },
        footer = {"",
            "Options stand before or after the command. Each is also a variable ASYNCPLOT_OPTION of the",
            "environment and a line `option = value` in asyncplot.properties.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 nothing to show, 130 interrupted."})
final class AsyncplotCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        if (ViewerWindow.isPossible() && new RunningRun(common.runsDirectory()).newest().isPresent()) {
            // Options before a command count for it as well.
            return spec.commandLine().getSubcommands().get("view").execute();
        }
        spec.commandLine().usage(common.out());
        return ExitCode.DONE;
    }
}
