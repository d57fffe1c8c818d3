// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** Runs commands inside the test's JVM with settings of its own. */
final class CommandTester {
    final Map<String, String> systemProperties = new HashMap<>();
    final Map<String, String> environment = new HashMap<>();

    private final CommandLine tree = new CommandLine(new AsyncplotCommand());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path file;

    CommandTester(Path file) {
        this.file = file;
    }

    CommandTester with(Object command) {
        tree.addSubcommand(command);
        return this;
    }

    int run(String... arguments) {
        CommandLine ours = Main.commandLine(tree, new OptionDefaults(systemProperties::get, environment, file));
        return Main.run(ours, arguments, new PrintWriter(out), new PrintWriter(err));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
