// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class DemoProcessTest {
    @TempDir
    private Path directory;

    @Test
    void shouldRecordAndTakePicturesFromAnotherProcess() throws Exception {
        ProcessRun demo = asyncplot("demo", "--headless", "--seconds", "4", "-o", directory.resolve("pictures").toString());

        assertThat(demo.err()).isEmpty();
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out()).contains("steps ", "disk ", "watch it ");
        try (Stream<Path> pictures = Files.list(directory.resolve("pictures"))) {
            assertThat(pictures.map(picture -> picture.getFileName().toString())).containsExactlyInAnyOrder("demo-1-dark.png",
                    "demo-1-light.png", "demo-2-dark.png", "demo-2-light.png", "demo-3-dark.png", "demo-3-light.png");
        }
        BufferedImage dark = ImageIO.read(directory.resolve("pictures/demo-3-dark.png").toFile());
        BufferedImage light = ImageIO.read(directory.resolve("pictures/demo-3-light.png").toFile());
        assertThat(dark.getRGB(1, 1) & 0xff).isLessThan(64);
        assertThat(light.getRGB(1, 1) & 0xff).isGreaterThan(192);
        JsonNode run = info();
        assertThat(run.get("endReason").asText()).isEqualTo("closed");
        assertThat(run.get("notes").size()).isGreaterThan(1);
        assertThat(run.get("channels").findValuesAsText("name"))
                .containsExactly("energy", "norm.error", "x.mean", "psi.density", "psi.history");
        assertThat(run.get("channels").findValuesAsText("dropped")).containsOnly("0");
    }

    @Test
    void shouldEndAfterTheStepsAsked() throws Exception {
        asyncplot("demo", "--steps", "500", "-o", directory.resolve("pictures").toString());

        assertThat(info().get("channels").get(0).get("count").asLong()).isEqualTo(501);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldCloseTheRunWhenInterrupted() throws Exception {
        Process demo = start("INT");
        awaitRun(demo);

        signal(demo, "INT");

        assertThat(demo.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Files.readString(directory.resolve("err.txt"))).isEmpty();
        assertThat(info().get("endReason").asText()).isEqualTo("closed");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldBeNamedDeadWhenKilled() throws Exception {
        Process demo = start("KILL");
        awaitRun(demo);

        demo.destroyForcibly().waitFor();

        JsonNode run = info();
        assertThat(run.get("state").asText()).isEqualTo("died");
        assertThat(run.get("endReason").isNull()).isTrue();
        assertThat(run.get("channels").get(0).get("lastX").asDouble()).isPositive();
    }

    @Test
    void shouldFailWithOneLineWhenRunsCannotBeWritten() throws Exception {
        Files.writeString(directory.resolve("runs"), "a file, not a directory");

        ProcessRun demo = asyncplot("demo", "--seconds", "1", "-o", directory.resolve("pictures").toString());

        assertThat(demo.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(demo.err()).hasLineCount(1).startsWith("asyncplot: plotting is off: ").contains(directory.resolve("runs").toString());
    }

    /** A shell that starts a process in the background has it ignore SIGINT, and that is inherited. */
    private Process start(String signal) throws Exception {
        List<String> command = new ArrayList<>(signal.equals("INT") ? List.of("env", "--default-signal=INT") : List.of());
        command.addAll(List.of(ProcessRun.JAVA.toString(), "-jar", ProcessRun.JAR.toString(), "demo", "--seconds", "100",
                "-o", directory.resolve("pictures").toString(), "--runs", directory.resolve("runs").toString()));
        return ProcessRun.builder(directory, Map.of(), command)
                .redirectOutput(directory.resolve("out.txt").toFile()).redirectError(directory.resolve("err.txt").toFile()).start();
    }

    private void awaitRun(Process demo) throws Exception {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            assertThat(System.nanoTime()).as("time until the run is there").isLessThan(deadlineNs);
            assertThat(demo.isAlive()).isTrue();
            if (Files.readString(directory.resolve("out.txt")).contains("run ")) {
                JsonNode channels = info().get("channels");
                if (channels.size() == 5 && channels.get(0).get("count").asLong() > 1) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    private static void signal(Process process, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor()).isZero();
    }

    private JsonNode info() throws Exception {
        ProcessRun info = asyncplot("info", "wave-packet", "--json");
        assertThat(info.err()).isEmpty();
        return new ObjectMapper().readTree(info.out());
    }

    private ProcessRun asyncplot(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ProcessRun.JAVA.toString(), "-jar", ProcessRun.JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--runs", directory.resolve("runs").toString()));
        return ProcessRun.of(directory, Map.of(), command);
    }
}
