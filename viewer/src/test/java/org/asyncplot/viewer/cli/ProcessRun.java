// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a process that has ended left behind. */
record ProcessRun(int exitCode, String out, String err) {
    static final Path JAR = Path.of("target/asyncplot.jar").toAbsolutePath();
    static final Path LAUNCHER = Path.of("target/asyncplot").toAbsolutePath();
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /**
     * Runs a process to its end, in a directory of its own.
     *
     * @param directory   where it runs and where its output is kept
     * @param environment variables to set, or to remove if the value is empty
     * @param command     the program and its arguments
     */
    static ProcessRun of(Path directory, Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        Process process = builder(directory, environment, command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("still running after 60 s: " + command + "\n" + Files.readString(out) + Files.readString(err));
        }
        return new ProcessRun(process.exitValue(), text(out), text(err));
    }

    static ProcessBuilder builder(Path directory, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ASYNCPLOT_") || name.equals("JDK_JAVA_OPTIONS")
                || name.equals("JAVA_TOOL_OPTIONS") || name.equals("DISPLAY"));
        // Launchers keep archives in the user's cache, programs that show themselves logs in the user's state; tests leave none there.
        builder.environment().put("XDG_CACHE_HOME", "/dev/null/none");
        builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
