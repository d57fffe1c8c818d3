// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.asyncplot.writer.Plot;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does what other commands do, on a run of its own, so that the launcher can keep the classes which that takes in an archive. */
@Command(name = "warm-up", hidden = true, description = "Do what other commands do, on a run of its own; for the launcher.")
final class WarmUpCommand implements Callable<Integer> {
    /** What the commands that draw or tell are started for, or those with a window. */
    enum Purpose { COMMANDS, WINDOW }

    /** Until the demo's computation has recorded something of each kind. */
    private static final int STEPS = 1600;

    @Mixin
    private CommonOptions common;

    @Option(names = "--for", paramLabel = "KIND", defaultValue = "commands", description = "commands or window")
    private Purpose purpose;

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("asyncplot-warm-up");
        try {
            record(directory);
            HeadStart.forCommand("snapshot");
            String picture = directory.resolve("picture.png").toString();
            run(directory, "snapshot", "wave-packet", "-o", picture);
            run(directory, "snapshot", "wave-packet", "-o", picture, "--channels", "x.*", "--from", "0.5", "--to", "1", "--theme", "dark");
            run(directory, "info", "wave-packet");
            run(directory, "info", "wave-packet", "--json");
            run(directory, "list");
            run(directory, "list", "--json");
            run(directory, "info", "no such run");
            run(directory, "--help");
            run(directory, "snapshot", "--help");
            if (purpose == Purpose.WINDOW) {
                OwnClasses.loadForWindow();
            }
            return ExitCode.DONE;
        } finally {
            delete(directory);
        }
    }

    private static void record(Path directory) {
        try (Plot plot = Plot.open(DemoComputation.context().runsDirectory(directory))) {
            DemoComputation computation = new DemoComputation(plot);
            for (int i = 0; i < STEPS; i++) {
                computation.step();
            }
        }
    }

    private static void run(Path directory, String... arguments) {
        String[] all = Stream.concat(Stream.of("--runs", directory.toString()), Stream.of(arguments)).toArray(String[]::new);
        OptionDefaults defaults = new OptionDefaults(name -> null, Map.of(), directory.resolve("asyncplot.properties"));
        Main.run(Main.commandLine(new CommandLine(new AsyncplotCommand()), defaults), all, new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()));
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
