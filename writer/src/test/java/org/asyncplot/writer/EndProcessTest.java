// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunCopy;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** However a program ends, it ends at once, and its run can be read. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EndProcessTest {
    private static final int LEAST = 100_000;
    private static final long END_SECONDS = 30;

    @TempDir
    Path temporary;

    private final List<Process> processes = new ArrayList<>();

    /** Adds as fast as it can, in a thread that keeps no JVM alive or in one that does, and ends as it is told. */
    static final class Program {
        public static void main(String[] arguments) throws InterruptedException {
            Plot plot = Plot.open(new PlotContext().name("end").runsDirectory(Path.of(arguments[0])));
            Signal signal = plot.signal("a", "");
            AtomicBoolean stop = new AtomicBoolean();
            AtomicBoolean enough = new AtomicBoolean();
            Thread computing = new Thread(() -> {
                for (long i = 0; !stop.get(); i++) {
                    signal.add(i, i);
                    enough.set(i >= LEAST);
                }
            });
            boolean returning = arguments[1].equals("return");
            computing.setDaemon(returning);
            computing.start();
            while (!enough.get()) {
                Thread.onSpinWait();
            }
            switch (arguments[1]) {
                case "exit" -> System.exit(7);
                case "halt" -> Runtime.getRuntime().halt(7);
                case "close-then-add" -> {
                    plot.close();
                    stop.set(true);
                }
                default -> System.out.print("");
            }
        }
    }

    private Process start(Path runs, String how) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path output = temporary.resolve("output-" + processes.size());
        Process process = new ProcessBuilder(List.of(java, "-cp", System.getProperty("java.class.path"), Program.class.getName(), runs.toString(), how))
            .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        processes.add(process);
        return process;
    }

    @AfterEach
    void kill() {
        processes.forEach(Process::destroyForcibly);
    }

    private void shouldEnd(String how, int exitCode, RunState state, EndReason reason) throws IOException, InterruptedException {
        Path runs = temporary.resolve("runs");
        Process process = start(runs, how);
        assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
        assertThat(Files.readString(temporary.resolve("output-0"))).isEmpty();
        Path directory = only(runs);
        try (Run run = Run.open(directory)) {
            assertThat(run.state()).isEqualTo(state);
            assertThat(run.endReason()).isEqualTo(Optional.ofNullable(reason));
            assertComplete(run);
        }
    }

    private static Path only(Path runs) throws IOException {
        try (Stream<Path> directories = Files.list(runs)) {
            List<Path> found = directories.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private static void assertComplete(Run run) {
        Samples samples = run.signal("a").pin();
        assertThat(samples.count()).isGreaterThanOrEqualTo(LEAST);
        for (long i = 0; i < samples.count(); i++) {
            if (samples.y(0, i) != i) {
                throw new AssertionError("sample " + i + " is " + samples.y(0, i));
            }
        }
    }

    @Test
    void shouldEndWhenMainReturnsWithoutClosing() throws Exception {
        shouldEnd("return", 0, RunState.FINISHED, EndReason.EXIT);
    }

    @Test
    void shouldEndOnSystemExitWhileAThreadAdds() throws Exception {
        shouldEnd("exit", 7, RunState.FINISHED, EndReason.EXIT);
    }

    @Test
    void shouldEndOnHaltWhileAThreadAdds() throws Exception {
        shouldEnd("halt", 7, RunState.DIED, null);
        Path copy = temporary.resolve("copy");
        RunCopy.copy(only(temporary.resolve("runs")), copy);
        try (Run run = Run.open(copy)) {
            assertThat(run.state()).isEqualTo(RunState.DIED);
        }
    }

    @Test
    void shouldEndWhenClosedWhileAThreadAdds() throws Exception {
        shouldEnd("close-then-add", 0, RunState.FINISHED, EndReason.CLOSED);
    }

    @Test
    void shouldGiveTwoProcessesOfOneNameADirectoryEach() throws Exception {
        Path runs = temporary.resolve("runs");
        Process first = start(runs, "return");
        Process second = start(runs, "return");
        assertThat(first.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> directories = Files.list(runs)) {
            List<Path> found = directories.toList();
            assertThat(found).hasSize(2);
            for (Path directory : found) {
                try (Run run = Run.open(directory)) {
                    assertComplete(run);
                    assertThat(List.of(first.pid(), second.pid())).contains(run.process().pid());
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldSayOneLineAndGoOnWhereNoRunCanBeWritten() throws Exception {
        Path nowhere = Path.of("/proc/asyncplot/runs");
        Process process = start(nowhere, "return");
        assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(temporary.resolve("output-0"))).hasLineCount(1).startsWith("asyncplot: plotting is off: ")
            .contains(nowhere.toString(), "choose another");
    }
}
