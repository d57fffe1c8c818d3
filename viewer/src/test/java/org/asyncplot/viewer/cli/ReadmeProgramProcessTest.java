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

    @Test
    void shouldReadWhatWasRecorded() throws Exception {
        run(ProcessRun.JAVA);

        ProcessRun reading = run(ProcessRun.JAVA, "Reading");

        assertThat(reading.out().lines()).hasSize(7).first().asString().matches("10000[01] samples from 10 s to 20 s, their mean is [-0-9.]+ rad");
        assertThat(reading.out().lines().skip(1)).allMatch(line -> line.matches("stretch [0-5]: -?[0-9.E-]+ to -?[0-9.E-]+"));
        assertThat(reading.exitCode()).isZero();
    }

    private ProcessRun run(Path java) throws IOException, InterruptedException {
        return run(java, "Pendulum");
    }

    private ProcessRun run(Path java, String name) throws IOException, InterruptedException {
        String program = PROGRAM.matcher(Files.readString(Path.of("../README.md"))).results().map(found -> found.group(1))
                .filter(text -> text.contains("class " + name + " ")).findFirst().orElseThrow();
        Files.writeString(directory.resolve(name + ".java"), program);
        return ProcessRun.of(directory, Map.of("ASYNCPLOT_RUNS", directory.resolve("runs").toString(), "ASYNCPLOT_VIEWER", "nowhere"),
                List.of(java.toString(), "-cp", ProcessRun.JAR.toString(), name + ".java"));
    }

    private void assertRecorded() throws IOException, InterruptedException {
        ProcessRun info = ProcessRun.of(directory, Map.of(), List.of(ProcessRun.JAVA.toString(), "-jar", ProcessRun.JAR.toString(),
                "info", "pendulum", "--json", "--runs", directory.resolve("runs").toString()));
        assertThat(info.err()).isEmpty();
        assertThat(info.out()).contains("\"angle\"").containsPattern("\"count\" ?: ?60000[01]").containsPattern("\"endReason\" ?: ?\"closed\"");
    }
}
