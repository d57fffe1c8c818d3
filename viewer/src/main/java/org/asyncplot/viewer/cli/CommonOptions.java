// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.asyncplot.core.run.Runs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The options that every command has, before or after its name, and the streams it writes to. */
final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--runs", paramLabel = "DIR", description = "The directory where runs lie.")
    private Path runs;

    @Option(names = "--log", paramLabel = "LEVEL", defaultValue = "warn",
            description = "What is told on standard error: error, warn, info or debug, which adds stack traces.")
    private LogLevel log = LogLevel.WARN;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and end.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and end.")
    private boolean version;

    /**
     * The runs directory that was asked for.
     *
     * @return empty for the usual one
     */
    Optional<Path> runs() {
        return Optional.ofNullable(inForce("--runs", options -> options.runs));
    }

    /**
     * The runs directory in force.
     *
     * @return what was asked for, else the usual one
     */
    Runs runsDirectory() {
        return runs().map(Runs::new).orElseGet(Runs::standard);
    }

    LogLevel log() {
        return inForce("--log", options -> options.log);
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** One written before the command's name belongs to the root; the command's own wins if it is there. */
    private <T> T inForce(String option, Function<CommonOptions, T> value) {
        ParseResult own = command.commandLine().getParseResult();
        CommandSpec root = command.root();
        boolean fromRoot = command != root && own != null && !own.hasMatchedOption(option)
                && root.commandLine().getParseResult().hasMatchedOption(option);
        return value.apply(fromRoot ? of(root) : this);
    }

    /**
     * The common options of a command.
     *
     * @param command any command of the tree
     * @return its mixin
     */
    static CommonOptions of(CommandSpec command) {
        return command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(CommonOptions.class::isInstance)
                .map(CommonOptions.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command.qualifiedName() + " lacks the common options"));
    }
}
