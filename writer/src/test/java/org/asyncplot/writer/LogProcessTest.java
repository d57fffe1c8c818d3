// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program hears on standard error. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LogProcessTest {
    @TempDir
    Path temporary;

    /** Records a little. */
    static final class Recorder {
        public static void main(String[] arguments) {
            try (Plot plot = Plot.open(new PlotContext().name("talk").runsDirectory(Path.of(arguments[0])))) {
                Signal signal = plot.signal("a", "V");
                for (long i = 0; i < 1000; i++) {
                    signal.add(i, i);
                }
            }
        }
    }

    private String heard(Map<String, String> environment, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Recorder.class.getName(), temporary.resolve("runs").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("ASYNCPLOT_LOG");
        builder.environment().putAll(environment);
        Path output = temporary.resolve("output");
        Process process = builder.redirectOutput(output.toFile()).start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(output);
    }

    private static void assertTold(String heard) {
        assertThat(heard).contains("run 'talk': opened in ", "run 'talk': channel 'a' declared: [signal", "ended (closed) with 1 channels, ");
    }

    @Test
    void shouldBeSilent() throws Exception {
        assertThat(heard(Map.of())).isEmpty();
    }

    @Test
    void shouldTellOnStandardErrorWhenThePropertySaysDebug() throws Exception {
        assertTold(heard(Map.of(), "-Dasyncplot.log=debug"));
    }

    @Test
    void shouldTellOnStandardErrorWhenTheVariableSaysDebug() throws Exception {
        assertTold(heard(Map.of("ASYNCPLOT_LOG", "debug")));
    }

    @Test
    void shouldTellTheLoggingOfThePlatformWhenThatListens() throws Exception {
        Path configuration = Files.writeString(temporary.resolve("logging.properties"), """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = FINE
            java.util.logging.SimpleFormatter.format = <%3$s %4$s> %5$s%n
            org.asyncplot.level = FINE
            """);
        String heard = heard(Map.of("ASYNCPLOT_LOG", "debug"), "-Djava.util.logging.config.file=" + configuration);
        assertTold(heard);
        assertThat(heard.lines()).allMatch(line -> line.startsWith("<org.asyncplot "));
    }
}
