// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.asyncplot.viewer.plot.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that show themselves in real windows, in processes of their own and in the program's own. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class ShowWindowProcessTest {
    private static final int DARK_SERIES = Theme.DARK.tokens().series(1);

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();
    private XvfbScreen screen;

    @BeforeEach
    void start() throws IOException {
        screen = XvfbScreen.start(directory);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        if (screen != null) {
            screen.close();
        }
    }

    private Process program(Map<String, String> variables, String what) throws IOException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("DISPLAY", screen.display());
        // The window system keeps shaders there, and says so where it cannot.
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        environment.put("XDG_RUNTIME_DIR", directory.resolve("runtime").toString());
        String classPath = Path.of("target/test-classes").toAbsolutePath() + File.pathSeparator + ProcessRun.JAR;
        List<String> command = List.of("/usr/bin/env", "--default-signal=INT", ProcessRun.JAVA.toString(), "-cp", classPath, ShownProgram.class.getName(),
                directory.resolve("runs").toString(), what, directory.resolve("go").toString());
        Process process = ProcessRun.builder(directory, environment, command).redirectOutput(directory.resolve("out.txt").toFile())
                .redirectError(directory.resolve("err.txt").toFile()).start();
        processes.add(process);
        return process;
    }

    private void awaitPicture(String name) throws IOException {
        screen.await(name, picture -> XvfbScreen.count(picture, DARK_SERIES) > 500);
    }

    private void goOn() throws IOException {
        Files.createFile(directory.resolve("go"));
    }

    private void assertEnds(Process process, int exitCode) throws Exception {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends; it said %s", said("out.txt")).isTrue();
        assertThat(said("err.txt")).isEmpty();
        assertThat(process.exitValue()).isEqualTo(exitCode);
    }

    private String said(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private EndReason endReason() {
        try (Run run = Run.open(new Runs(directory.resolve("runs")).find("shown"))) {
            return run.endReason().orElseThrow();
        }
    }

    @Test
    void shouldOpenAWindowThatStaysWhenTheComputationHasEnded() throws Exception {
        Process program = program(Map.of(), "process");
        awaitPicture("show-process");
        ProcessHandle viewer = program.descendants().filter(process -> process.info().commandLine().orElse("").contains(" view ")).findFirst().orElseThrow();

        goOn();
        assertEnds(program, 0);

        assertThat(viewer.isAlive()).isTrue();
        awaitPicture("show-process-ended");
        viewer.destroy();
        viewer.onExit().get(20, TimeUnit.SECONDS);
        assertThat(endReason()).isEqualTo(EndReason.CLOSED);
    }

    private void awaitText(String file, String text) throws IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!said(file).contains(text)) {
            assertThat(System.nanoTime()).as("%s in %s", text, said(file)).isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldEndWithMainAlthoughAWindowIsOpenInTheProgram() throws Exception {
        Process program = program(Map.of("ASYNCPLOT_VIEWER", "in-process"), "unclosed");
        awaitPicture("show-in-process");
        goOn();
        assertEnds(program, 0);
        assertThat(said("out.txt")).isEqualTo("shown\nmain ends\n");
        assertThat(endReason()).isEqualTo(EndReason.EXIT);
    }

    @RepeatedTest(3)
    void shouldEndOnCtrlCAlthoughAWindowIsOpenInTheProgram() throws Exception {
        Process program = program(Map.of("ASYNCPLOT_VIEWER", "in-process"), "endless");
        awaitPicture("show-in-process-interrupted");
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(program.pid())).start().waitFor()).isZero();
        assertEnds(program, 130);
        assertThat(endReason()).isEqualTo(EndReason.SIGNAL);
    }

    @Test
    void shouldGoOnWhenItsWindowIsClosedAndOpenAnother() throws Exception {
        Process program = program(Map.of("ASYNCPLOT_VIEWER", "in-process"), "reopen");
        awaitText("out.txt", "window closed in main");
        awaitText("out.txt", "window opened again");
        awaitPicture("show-in-process-again");
        goOn();
        assertEnds(program, 0);
        assertThat(endReason()).isEqualTo(EndReason.CLOSED);
    }

    @Test
    void shouldShowTwoPlotsOfOneProgram() throws Exception {
        Process program = program(Map.of("ASYNCPLOT_VIEWER", "in-process"), "two");
        awaitText("out.txt", "two windows");
        awaitPicture("show-in-process-two");
        goOn();
        assertEnds(program, 0);
    }

    @Test
    void shouldGoOnWhereTheDisplayOfTheProgramDoesNotAnswer() throws Exception {
        screen.close();
        Process program = program(Map.of("ASYNCPLOT_VIEWER", "in-process"), "process");
        awaitText("err.txt", "no window can be opened");
        goOn();
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(said("err.txt")).hasLineCount(1);
        assertThat(said("out.txt")).isEqualTo("shown\nmain ends\n");
    }
}
