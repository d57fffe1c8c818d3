// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class MainProcessTest {
    @TempDir
    private Path directory;

    @Test
    void shouldLoadNeitherAwtNorChronicleForHelp() throws Exception {
        Path log = directory.resolve("classes.txt");

        ProcessRun run = java("-Xlog:class+load=info:file=" + log, "-jar", ProcessRun.JAR.toString(), "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(log)).contains(Main.class.getName())
                .doesNotContain(" java.awt.", " net.openhft.", " org.agrona.", " org.slf4j.", " com.fasterxml.");
    }

    @Test
    void shouldLoadNoPosixLayerToRead() throws Exception {
        Path log = directory.resolve("classes.txt");

        ProcessRun run = java("-Xlog:class+load=info:file=" + log, "-jar", ProcessRun.JAR.toString(), "info", directory.toString());

        assertThat(run.err()).contains("holds no run");
        assertThat(Files.readString(log)).contains(" net.openhft.chronicle.core.Jvm ").doesNotContain(" jnr.ffi.", " org.objectweb.asm.");
    }

    @Test
    void shouldEndWithUsageCodeWhenCommandIsUnknown() throws Exception {
        ProcessRun run = java("-jar", ProcessRun.JAR.toString(), "fly");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("asyncplot: unknown command 'fly' (see asyncplot --help)\n");
    }

    @Test
    void shouldWriteUtf8WhateverTheLocale() throws Exception {
        ProcessRun run = ProcessRun.of(directory, Map.of("LC_ALL", "C"),
                List.of(ProcessRun.LAUNCHER.toString(), "list", "--log", "\u00fcbel"));

        assertThat(run.err()).contains("\u00fcbel");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldBeQuietWhenReaderHasGone() throws Exception {
        ProcessRun run = ProcessRun.of(directory, Map.of(), List.of("bash", "-c",
                "set -o pipefail; '" + ProcessRun.LAUNCHER + "' --help | true"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldFailWhenOutputCannotBeWritten() throws Exception {
        ProcessRun run = ProcessRun.of(directory, Map.of(), List.of("sh", "-c", "'" + ProcessRun.LAUNCHER + "' --help > /dev/full"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEqualTo("asyncplot: cannot write to standard output: No space left on device\n");
    }

    private ProcessRun java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ProcessRun.JAVA.toString()));
        command.addAll(List.of(arguments));
        return ProcessRun.of(directory, Map.of(), command);
    }
}
