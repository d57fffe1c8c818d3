// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.plotter.Plotter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options of commands that draw with a user's class. They count on the command line only: neither the environment nor a file, and
 * least of all a run, may name code to be run.
 */
final class PlotterOptions {
    static final String PLOTTER = "--plotter";
    static final String CLASS_PATH = "--class-path";
    static final String OPTION = "--option";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = PLOTTER, paramLabel = "CLASS",
            description = "Draw with this class of yours, which implements org.asyncplot.core.plotter.Plotter.")
    private String className;

    @Option(names = CLASS_PATH, paramLabel = "PATH", description = "Where that class lies: directories and jars, separated as in java -cp.")
    private String classPath;

    @Option(names = OPTION, paramLabel = "KEY=VALUE", description = "An option for that class; may be repeated.")
    private Map<String, String> options = new LinkedHashMap<>();

    /**
     * Loads the class and makes an instance; its code may run for any time.
     *
     * @return empty if none was asked for
     * @throws CommandException with one line if it cannot be used
     */
    Optional<Plotter> load() {
        return className == null ? Optional.empty()
                : Optional.of(PlotterLoader.load(className, classPath == null ? "" : classPath, PlotterOptions.class.getClassLoader()));
    }

    /** Whether a class was named. */
    boolean isPresent() {
        if (className == null && (classPath != null || !options.isEmpty())) {
            throw new ParameterException(command.commandLine(), (classPath != null ? CLASS_PATH : OPTION) + " needs " + PLOTTER);
        }
        return className != null;
    }

    String className() {
        return className;
    }

    Map<String, String> options() {
        return options;
    }
}
