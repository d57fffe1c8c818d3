// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class ReadmeProgramProcessTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void shouldRunSilentlyWithoutFlags() throws Exception {
        ProcessRun run = run(ProcessRun.JAVA);

        assertThat(run.out()).isEmpty();
        if (Runtime.version().feature() < 24) {
            assertThat(run.err()).isEmpty();
        }
        assertThat(run.exitCode()).isZero();
        assertRecorded();
    }

    @Test
    void shouldRunOnJava25WithNothingButTheWarningsOfTheJvm() throws Exception {
        Optional<Path> java = JavaHomes.java25().map(home -> home.resolve("bin/java"));
        assumeTrue(java.isPresent(), "no Java 25 in JAVA25_HOME or /usr/lib/jvm");

        ProcessRun run = run(java.get());

        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).allMatch(line -> line.isEmpty() || line.startsWith("WARNING: "));
        assertThat(run.exitCode()).isZero();
        assertRecorded();
    }

    private ProcessRun run(Path java) throws IOException, InterruptedException {
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("../README.md")));
        assertThat(program.find()).as("README.md has a Java program").isTrue();
        Files.writeString(directory.resolve("Pendulum.java"), program.group(1));
        return ProcessRun.of(directory, Map.of("ASYNCPLOT_RUNS", directory.resolve("runs").toString()),
                List.of(java.toString(), "-cp", ProcessRun.JAR.toString(), "Pendulum.java"));
    }

    private void assertRecorded() throws IOException, InterruptedException {
        ProcessRun info = ProcessRun.of(directory, Map.of(), List.of(ProcessRun.JAVA.toString(), "-jar", ProcessRun.JAR.toString(),
                "info", "pendulum", "--json", "--runs", directory.resolve("runs").toString()));
        assertThat(info.err()).isEmpty();
        assertThat(info.out()).contains("\"angle\"").containsPattern("\"count\" ?: ?60000[01]").containsPattern("\"endReason\" ?: ?\"closed\"");
    }
}
