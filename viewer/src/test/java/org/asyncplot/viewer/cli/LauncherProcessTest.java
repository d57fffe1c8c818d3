// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class LauncherProcessTest {
    @TempDir
    private Path directory;

    /** JUnit warns of links that leave its directory. */
    @AfterEach
    void deleteLinks() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void shouldFollowSymbolicLinks() throws Exception {
        Path inner = Files.createSymbolicLink(directory.resolve("inner link"), ProcessRun.LAUNCHER);
        Path outer = Files.createSymbolicLink(directory.resolve("asyncplot"), directory.relativize(inner));

        ProcessRun run = ProcessRun.of(directory, Map.of(), List.of(outer.toString(), "--version"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("asyncplot 0.").hasLineCount(1);
    }

    @Test
    void shouldFindJavaOnPathWithoutJavaHome() throws Exception {
        ProcessRun run = ProcessRun.of(directory, Map.of("JAVA_HOME", "", "PATH", ProcessRun.JAVA.getParent() + ":" + System.getenv("PATH")),
                List.of(ProcessRun.LAUNCHER.toString(), "--version"));

        assertThat(run.out()).contains("Java " + System.getProperty("java.version"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldTuneShortCommands() throws Exception {
        for (String command : List.of("list", "info", "snapshot")) {
            assertThat(arguments("17.0.15", "--runs", "demo", command, "x y"))
                    .containsExactly("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", ProcessRun.JAR.toString(),
                            "--runs", "demo", command, "x y");
        }
        assertThat(arguments("17.0.15", "--help")).contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void shouldLeaveLongCommandsToTheCompilers() throws Exception {
        assertThat(arguments("21", "demo", "--seconds", "3")).containsExactly("-jar", ProcessRun.JAR.toString(), "demo", "--seconds", "3");
    }

    @Test
    void shouldSilenceWarningsOfNewJava() throws Exception {
        assertThat(arguments("25.0.3", "demo")).startsWith("--sun-misc-unsafe-memory-access=allow");
        assertThat(arguments("22.0.1", "demo")).doesNotContain("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void shouldAskJavaWhenReleaseFileIsMissing() throws Exception {
        Path home = javaHome("", "echo 'openjdk version \"25-ea\" 2025-09-16' >&2");

        ProcessRun run = ProcessRun.of(directory, Map.of("JAVA_HOME", home.toString()), List.of(ProcessRun.LAUNCHER.toString(), "demo"));

        assertThat(run.out()).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void shouldRefuseOldJava() throws Exception {
        for (String version : List.of("11.0.2", "1.8.0_292")) {
            Path home = javaHome("JAVA_VERSION=\"" + version + "\"\n", "");

            ProcessRun run = ProcessRun.of(directory, Map.of("JAVA_HOME", home.toString()), List.of(ProcessRun.LAUNCHER.toString(), "list"));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).hasLineCount(1).contains("asyncplot needs 17 or newer", home.toString());
        }
    }

    @Test
    void shouldSayWhenThereIsNoJava() throws Exception {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool).toRealPath());
        }

        ProcessRun none = ProcessRun.of(directory, Map.of("JAVA_HOME", "", "PATH", tools.toString()), List.of(ProcessRun.LAUNCHER.toString()));
        ProcessRun wrong = ProcessRun.of(directory, Map.of("JAVA_HOME", "/nowhere"), List.of(ProcessRun.LAUNCHER.toString()));

        assertThat(none.err()).isEqualTo("asyncplot: no java on the PATH; install a Java 17 or newer, or let JAVA_HOME name one\n");
        assertThat(wrong.err()).isEqualTo("asyncplot: JAVA_HOME is /nowhere, which has no bin/java; let it name a Java 17 or newer\n");
        assertThat(List.of(none.exitCode(), wrong.exitCode())).containsOnly(1);
    }

    private List<String> arguments(String version, String... arguments) throws IOException, InterruptedException {
        Path home = javaHome("JAVA_VERSION_DATE=\"2026-01-01\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n", "");
        List<String> command = new ArrayList<>(List.of(ProcessRun.LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessRun run = ProcessRun.of(directory, Map.of("JAVA_HOME", home.toString()), command);
        assertThat(run.err()).isEmpty();
        return run.out().lines().toList();
    }

    /** A Java whose only skill is to print its arguments. */
    private Path javaHome(String release, String versionCommand) throws IOException {
        Path home = Files.createTempDirectory(directory, "java");
        Files.createDirectory(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n"
                + (versionCommand.isEmpty() ? "" : "[ \"$1\" = -version ] && { " + versionCommand + "; exit; }\n")
                + "printf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        if (!release.isEmpty()) {
            Files.writeString(home.resolve("release"), release);
        }
        return home;
    }
}
