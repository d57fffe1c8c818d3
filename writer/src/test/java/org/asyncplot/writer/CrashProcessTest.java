// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM of its own records, without flags, and ends in the ways that processes end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CrashProcessTest {
    @TempDir
    Path temporary;

    /** Records y = i for ever, and after each add tells an oracle outside the run how far it got. */
    static final class Recorder {
        public static void main(String[] arguments) throws IOException {
            Plot plot = Plot.open(new PlotContext().name("crash").runsDirectory(Path.of(arguments[0])));
            Signal signal = plot.signal("a", "");
            try (RandomAccessFile file = new RandomAccessFile(arguments[1], "rw")) {
                MappedByteBuffer oracle = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 8);
                oracle.order(ByteOrder.nativeOrder());
                long most = Long.parseLong(arguments[2]);
                if (most < 0) {
                    throw new IllegalStateException("boom");
                }
                for (long i = 0; i < most; i++) {
                    signal.add(i, i);
                    oracle.putLong(0, i + 1);
                }
            }
        }
    }

    private Process start(Path oracle, long most) throws IOException {
        Files.write(oracle, new byte[8]);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A shell that starts a process in the background has it ignore SIGINT, and that is inherited.
        List<String> plainly = OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of();
        List<String> command = new ArrayList<>(plainly);
        command.addAll(List.of(java, "-cp", System.getProperty("java.class.path"), Recorder.class.getName(),
            temporary.toString(), oracle.toString(), Long.toString(most)));
        return new ProcessBuilder(command)
            .redirectErrorStream(true).redirectOutput(temporary.resolve("output").toFile()).start();
    }

    private static long read(Path oracle) throws IOException {
        return java.nio.ByteBuffer.wrap(Files.readAllBytes(oracle)).order(ByteOrder.nativeOrder()).getLong();
    }

    private static void awaitCount(Process process, Path oracle, long count) throws IOException {
        while (read(oracle) < count) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 15", "INT, 2"})
    void shouldSayThatASignalEndedIt(String name, int number) throws Exception {
        Path oracle = temporary.resolve("oracle");
        Process process = start(oracle, Long.MAX_VALUE);
        awaitCount(process, oracle, 1000);
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
        assertThat(process.waitFor()).isEqualTo(128 + number);
        assertThat(Files.readString(temporary.resolve("output"))).isEmpty();
        try (Run run = Run.open(new Runs(temporary).find("crash"))) {
            assertThat(run.endReason()).contains(EndReason.SIGNAL);
            assertThat(run.signal("a").count()).isGreaterThanOrEqualTo(1000);
        }
    }

    @Test
    void shouldSayThatAnExceptionEndedItAndLetItThrough() throws Exception {
        Path oracle = temporary.resolve("oracle");
        Process process = start(oracle, -1);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(temporary.resolve("output"))).startsWith("Exception in thread \"main\" java.lang.IllegalStateException: boom");
        try (Run run = Run.open(new Runs(temporary).find("crash"))) {
            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(run.endReason()).contains(EndReason.UNCAUGHT);
        }
    }

    @Test
    void shouldMarkTheEndAndBeSilentWhenAJvmExitsWithoutClosing() throws Exception {
        Path oracle = temporary.resolve("oracle");
        Process process = start(oracle, 1000);
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(temporary.resolve("output"))).isEmpty();
        try (Run run = Run.open(new Runs(temporary).find("crash"))) {
            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(run.endReason()).contains(EndReason.EXIT);
            assertThat(run.signal("a").count()).isEqualTo(1000);
        }
    }
}
