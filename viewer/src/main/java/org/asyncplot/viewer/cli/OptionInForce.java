// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asyncplot.writer.PlotOption;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * An option with what it is, outside the command line of the next command.
 *
 * @param name  as in a file of settings
 * @param value in force
 * @param place where it comes from
 */
record OptionInForce(String name, String value, String place) {
    /**
     * Lists the options of plots, and those options of commands that are set somewhere.
     *
     * @param root of the command tree, parsed
     * @return by name
     */
    static List<OptionInForce> all(CommandSpec root) {
        Map<String, OptionInForce> found = new TreeMap<>();
        for (PlotOption option : PlotOption.values()) {
            option.property().ifPresent(property -> {
                String name = property.replaceFirst("^asyncplot\\.", "");
                found.put(name, new OptionInForce(name, option.inForce().value(), option.inForce().place()));
            });
        }
        OptionDefaults defaults = (OptionDefaults) root.commandLine().getDefaultValueProvider();
        add(root, defaults, found);
        root.subcommands().values().forEach(command -> add(command.getCommandSpec(), defaults, found));
        return new ArrayList<>(found.values());
    }

    private static void add(CommandSpec command, OptionDefaults defaults, Map<String, OptionInForce> found) {
        for (OptionSpec option : command.options()) {
            String name = option.longestName().replaceFirst("^-+", "");
            defaults.setting(option).ifPresent(setting -> found.put(name, new OptionInForce(name, setting.value(), setting.place())));
        }
        CommandLine line = command.commandLine();
        ParseResult parsed = line == null ? null : line.getParseResult();
        if (parsed != null) {
            parsed.matchedOptions().stream().filter(option -> !option.usageHelp() && option.arity().max() > 0).forEach(option -> {
                String name = option.longestName().replaceFirst("^-+", "");
                found.put(name, new OptionInForce(name, String.join(",", option.originalStringValues()), option.longestName()));
            });
        }
    }
}
