// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same program again, in a process of its own. */
final class OwnProgram {
    /** What suits a command that ends within a second. */
    static final List<String> SHORT = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    private OwnProgram() {
    }

    /**
     * The command line that runs one of our commands.
     *
     * @param jvmOptions for the new process
     * @param arguments  the command and its options
     * @return program and arguments
     */
    static List<String> command(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvmOptions);
        if (Runtime.version().feature() >= 23) {
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        String classPath = System.getProperty("java.class.path");
        boolean packaged = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        command.addAll(packaged ? List.of("-jar", classPath) : List.of("-cp", classPath, Main.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
