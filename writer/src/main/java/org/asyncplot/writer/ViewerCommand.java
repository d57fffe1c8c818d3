// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asyncplot.core.queue.RunException;

/**
 * What starts a viewer: program and arguments, to be followed by {@code view RUN}.
 *
 * @param words   program and arguments
 * @param place   where it comes from, a few words
 * @param isGiven whether the user gave the whole command, so that nothing is known of it
 */
public record ViewerCommand(List<String> words, String place, boolean isGiven) {
    /** Puts a process into a session of its own, where Ctrl-C in this terminal does not reach it. */
    private static final String SETSID = "setsid";
    /** Where there is no setsid: what is ignored when a JVM starts, it leaves so. */
    private static final List<String> IGNORING = List.of("/bin/sh", "-c", "trap '' INT QUIT HUP; exec \"$@\"", "asyncplot");

    /** Copies the words. */
    public ViewerCommand {
        words = List.copyOf(words);
    }

    /**
     * What a plot with nothing set in its code starts.
     *
     * @return the command
     * @throws RunException with one line if no viewer is found
     * @throws IllegalArgumentException if an option makes no sense
     */
    public static ViewerCommand inForce() {
        return of(new PlotContext().conclude());
    }

    /**
     * Where a program finds the viewer that has only the writer on its class path.
     *
     * @return the jar and the place; absent if it finds none
     * @throws RunException if an option names a file that is none
     */
    public static Optional<String> withoutClassPath() {
        return ViewerSearch.of(PlotOption.VIEWER_JAR.given()).elsewhere()
            .map(found -> found.arguments().get(found.arguments().size() - 1) + " (" + found.place() + ")");
    }

    static ViewerCommand of(PlotContext context) {
        if (!context.viewerCommand().isEmpty()) {
            return new ViewerCommand(context.viewerCommand(), "as given", true);
        }
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        ViewerSearch.Found found = ViewerSearch.of(context.viewerJarSetting())
            .find(ofThread == null ? ViewerCommand.class.getClassLoader() : ofThread);
        List<String> words = new ArrayList<>(List.of(java()));
        words.addAll(context.viewerJvmOptions());
        if (Runtime.version().feature() >= 23) {
            words.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        words.addAll(found.arguments());
        return new ViewerCommand(words, found.place(), false);
    }

    private static String java() {
        Path programs = Path.of(System.getProperty("java.home"), "bin");
        // javaw has no console, so that its Ctrl-C is not heard there.
        for (String name : isWindows() ? List.of("javaw.exe", "java.exe") : List.of("java")) {
            if (Files.isExecutable(programs.resolve(name))) {
                return programs.resolve(name).toString();
            }
        }
        return "java";
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** The whole command for one run, out of reach of this terminal. */
    List<String> on(Path run, List<String> more, String searchPath) {
        List<String> command = new ArrayList<>(isWindows() ? List.of() : detached(searchPath));
        command.addAll(words);
        command.addAll(List.of("view", run.toAbsolutePath().toString()));
        command.addAll(more);
        return command;
    }

    private static List<String> detached(String searchPath) {
        return Arrays.stream(searchPath.split(":")).filter(directory -> directory.startsWith("/"))
            .map(directory -> Path.of(directory, SETSID)).filter(Files::isExecutable).map(file -> List.of(file.toString())).findFirst()
            .orElse(IGNORING);
    }

    /**
     * The command as it can be pasted into a shell.
     *
     * @return one line, without the run
     */
    public String line() {
        return words.stream().map(Words::quoted).collect(Collectors.joining(" ")) + " view RUN";
    }
}
