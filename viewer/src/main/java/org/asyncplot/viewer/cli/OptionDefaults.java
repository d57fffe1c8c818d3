// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives options that are not on the command line the value of the system property {@code asyncplot.OPTION}, else of the environment
 * variable {@code ASYNCPLOT_OPTION}, else of the line {@code OPTION = value} in asyncplot.properties.
 */
final class OptionDefaults implements IDefaultValueProvider {
    /** Code to be run is named on the command line or not at all, and told what to do there; what destroys is said each time. */
    private static final Set<String> COMMAND_LINE_ONLY = Set.of(PlotterOptions.PLOTTER, PlotterOptions.CLASS_PATH, PlotterOptions.OPTION,
            RemoveCommand.YES, RemoveCommand.KEEP, RemoveCommand.OLDER_THAN);

    /** A value and the place a user can change it. */
    record Setting(String value, String place) {
    }

    private final UnaryOperator<String> systemProperties;
    private final Map<String, String> environment;
    private final Path file;
    private Properties lines;

    /**
     * Looks nothing up before the first option asks.
     *
     * @param systemProperties looks up a system property, null if there is none
     * @param environment      the environment variables
     * @param file             asyncplot.properties, which need not exist
     */
    OptionDefaults(UnaryOperator<String> systemProperties, Map<String, String> environment, Path file) {
        this.systemProperties = systemProperties;
        this.environment = environment;
        this.file = file;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return setting(argument).map(Setting::value).orElse(null);
    }

    /**
     * Looks an option up.
     *
     * @param argument an option or a positional parameter
     * @return empty if nothing is set, and always for positional parameters, help, version, what names code to be run and what removes runs
     */
    Optional<Setting> setting(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()
                || COMMAND_LINE_ONLY.contains(option.longestName())) {
            return Optional.empty();
        }
        String name = option.longestName().replaceFirst("^-+", "");
        String variable = "ASYNCPLOT_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
        return found(systemProperties.apply("asyncplot." + name), "-Dasyncplot." + name)
                .or(() -> found(environment.get(variable), variable))
                .or(() -> found(lines().getProperty(name), file.toString()));
    }

    private static Optional<Setting> found(String value, String place) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(new Setting(value.strip(), place));
    }

    private Properties lines() {
        if (lines == null) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (NoSuchFileException absent) {
                read.clear();
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new CommandException(ExitCode.FAILED, "cannot read " + file + ": " + Failure.reason(unreadable), unreadable);
            }
            lines = read;
        }
        return lines;
    }

    /**
     * Where the platform keeps configuration.
     *
     * @param osName      the system property os.name
     * @param home        the user's home directory
     * @param environment the environment variables
     * @return asyncplot.properties, which need not exist
     */
    static Path file(String osName, Path home, Map<String, String> environment) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return directory(environment.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("asyncplot/asyncplot.properties");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/asyncplot/asyncplot.properties");
        }
        return directory(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("asyncplot/asyncplot.properties");
    }

    /** The XDG rules have relative paths ignored. */
    private static Path directory(String path, Path otherwise) {
        return path != null && Path.of(path).isAbsolute() ? Path.of(path) : otherwise;
    }
}
