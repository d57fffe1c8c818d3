// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The commands that show a run, as they can be pasted into a shell. */
final class WatchCommand {
    private WatchCommand() {
    }

    /**
     * By the launcher beside the jar, as short as it can be written from here, else by its name.
     *
     * @param run its directory
     * @return one line
     */
    static String of(Path run) {
        return line("snapshot", run) + " -o picture.png";
    }

    /**
     * The command that opens a window on a run.
     *
     * @param run its directory
     * @return one line
     */
    static String view(Path run) {
        return line("view", run);
    }

    private static String line(String command, Path run) {
        Path launcher = Path.of(System.getProperty("java.class.path")).toAbsolutePath().resolveSibling("asyncplot");
        Path here = Path.of("").toAbsolutePath();
        Path shortest = launcher.startsWith(here) ? here.relativize(launcher) : launcher;
        String program = Files.isExecutable(launcher) && !Files.isDirectory(launcher) ? quoted(shortest.toString()) : "asyncplot";
        return program + " " + command + " " + quoted(run.toString());
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:\\\\%+@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
