// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.asyncplot.core.run.Samples;
import org.asyncplot.viewer.plot.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's own jshell in a terminal of its own, which {@code script} provides, with Ctrl-C typed into it, and the window that it opens. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class JshellProcessTest {
    private static final char CTRL_C = 3;
    private static final int INTERRUPTS = 10;
    private static final int SAMPLES = 100_000;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path directory;

    private Path runs;
    private Path output;
    private XvfbScreen screen;
    private Process shell;
    private OutputStream keyboard;

    @BeforeEach
    void start() throws IOException {
        Path jshell = ProcessRun.JAVA.resolveSibling("jshell");
        assumeTrue(Files.isExecutable(jshell), "no jshell beside " + ProcessRun.JAVA);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script to make a terminal");
        screen = XvfbScreen.start(directory);
        runs = directory.resolve("runs");
        output = directory.resolve("output");
        String command = jshell + " -J-Djava.util.prefs.userRoot=" + directory + " --class-path " + ProcessRun.JAR;
        shell = ProcessRun.builder(directory, Map.of("ASYNCPLOT_RUNS", runs.toString(), "TERM", "xterm", "DISPLAY", screen.display(),
                "XDG_RUNTIME_DIR", directory.resolve("runtime").toString()),
                List.of("/usr/bin/script", "-qfec", command, "/dev/null")).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        keyboard = shell.getOutputStream();
    }

    @AfterEach
    void end() {
        if (shell != null) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void shouldRecordOnAfterALoopWasInterrupted() throws Exception {
        await("Welcome to JShell");
        type("import org.asyncplot.writer.*");
        type("Plot plot = Plot.open(\"shell\")");
        type("Signal a = plot.signal(\"a\", \"V\")");
        type("plot.show()");
        type("long i = 0");
        await("i ==> 0");
        for (int round = 1; round <= INTERRUPTS; round++) {
            type("while (true) { a.add(i, i); i++; }");
            long before = count();
            await(() -> count() > before + SAMPLES, "samples after interrupt " + (round - 1));
            keyboard.write(CTRL_C);
            type("System.out.println(\"ro\" + \"und\" + " + round + ")");
            await("round" + round);
        }
        ProcessHandle viewer = viewer();
        screen.await("jshell", picture -> XvfbScreen.count(picture, Theme.DARK.tokens().series(1)) > 500);
        type("a.add(i, -5)");
        type("plot.close()");
        type("System.out.println(\"clo\" + \"sed\")");
        await("closed");
        type("/exit");
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(viewer.isAlive()).isTrue();
        viewer.destroy();

        try (Run run = Run.open(new Runs(runs).find("shell"))) {
            Samples samples = run.signal("a").pin();
            assertThat(samples.y(0, samples.count() - 1)).isEqualTo(-5);
            for (long n = 1; n < samples.count(); n++) {
                double step = samples.x(n, 0) - samples.x(n - 1, 0);
                // An interrupt between the call and the count repeats a sample; none is lost.
                assertThat(step == 0 || step == 1).as("sample %d follows after %s", n, step).isTrue();
            }
        }
        ProcessRun info = ProcessRun.of(directory, Map.of(), List.of(ProcessRun.LAUNCHER.toString(), "info", "shell", "--runs", runs.toString()));
        assertThat(info.out()).contains("shell: finished (closed)").containsPattern("a +signal +[1-9]");
    }

    /** Started by the shell's JVM; no Ctrl-C has reached it. */
    private ProcessHandle viewer() {
        return shell.descendants().filter(process -> process.info().commandLine().orElse("").contains(" view " + runs)).findFirst().orElseThrow();
    }

    private void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    private long count() {
        try (Run run = Run.open(new Runs(runs).find("shell"))) {
            return run.channels().isEmpty() ? 0 : run.channels().get(0).count();
        } catch (RunException notYet) {
            return 0;
        }
    }

    private void await(String text) throws IOException {
        await(() -> said().contains(text), "'" + text + "'");
    }

    private void await(BooleanSupplier condition, String what) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() < deadlineNs && shell.isAlive()).as("%s in: %s", what, said()).isTrue();
            Thread.onSpinWait();
        }
    }

    private String said() {
        try {
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
