// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Users' classes in a whole process; the example of the README among them. */
@Timeout(120)
final class PlotterProcessTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\\n((?:(?!```).)*class (\\w+) implements Plotter.*?)```", Pattern.DOTALL);

    private static final Pattern SHOWING = Pattern.compile("```java\\n((?:(?!```).)*class (\\w+) \\{(?:(?!```).)*plot\\.show\\(\\w+\\.class.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path shared;

    @TempDir
    private Path directory;

    @BeforeAll
    static void record() {
        try (Plot plot = Plot.open(new PlotContext().name("pendulum").runsDirectory(shared))) {
            Signal angle = plot.signal("angle", "rad");
            double theta = 3;
            double omega = 0;
            for (int i = 0; i < 200_000; i++) {
                omega -= Math.sin(theta) * 1e-4;
                theta += omega * 1e-4;
                angle.add(i * 1e-4, theta);
            }
        }
    }

    @Test
    void shouldDrawTheExampleOfTheReadme() throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../README.md")));
        assertThat(example.find()).as("README.md has a plotter").isTrue();
        compile(example.group(2), example.group(1));

        ProcessRun run = snapshot(example.group(2), "--size", "600x400");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        int curve = Theme.LIGHT.tokens().series(1);
        assertThat(pixels().filter(pixel -> pixel == curve).count()).as("pixels of the orbit").isGreaterThan(100);
    }

    @Test
    void shouldTellAViewerTheClassThatTheExampleOfTheReadmeNames() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        Matcher plotter = EXAMPLE.matcher(readme);
        Matcher program = SHOWING.matcher(readme);
        assertThat(plotter.find() && program.find()).as("README.md has a plotter and a program that shows it").isTrue();
        compile(plotter.group(2), plotter.group(1));
        compile(program.group(2), program.group(1));
        Path told = directory.resolve("told");
        Path script = Files.writeString(directory.resolve("viewer"), "#!/bin/sh\nprintf '%s\\n' \"$@\" > told.partial; mv told.partial told\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();

        ProcessRun run = ProcessRun.of(directory, Map.of("ASYNCPLOT_RUNS", directory.resolve("runs").toString(), "ASYNCPLOT_VIEWER_COMMAND",
                script.toString()), List.of(ProcessRun.JAVA.toString(), "-cp", directory + File.pathSeparator + ProcessRun.JAR, program.group(2)));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Files.notExists(told) && System.nanoTime() < deadlineNs) {
            Thread.onSpinWait();
        }
        List<String> words = Files.readAllLines(told);
        assertThat(words.get(0)).isEqualTo("view");
        assertThat(words.subList(2, words.size())).containsExactly("--plotter", plotter.group(2), "--class-path",
                directory + File.pathSeparator + ProcessRun.JAR, "--option", "quality=high");
    }

    @Test
    void shouldShowWhatIsThrownInThePictureAndNowhereElse() throws Exception {
        compile("Unlucky", plotter("Unlucky", "throw new java.io.IOException(\"no luck\");"));

        ProcessRun run = snapshot("Unlucky");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(pixels().distinct().count()).as("a line of text").isGreaterThan(20);
    }

    @Test
    void shouldLogWhereItWasThrownWhenAsked() throws Exception {
        compile("Unlucky", plotter("Unlucky", "throw new java.io.IOException(\"no luck\");"));

        ProcessRun run = snapshot("Unlucky", "--log", "debug");

        assertThat(run.err()).startsWith("java.io.IOException: no luck\n\tat Unlucky.paint(");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void shouldGiveUpOneThatLoops() throws Exception {
        compile("Endless", plotter("Endless", "while (true) { view.signal(\"angle\").orElseThrow().lastY(); }"));

        ProcessRun run = snapshot("Endless", "--patience", "1");

        assertThat(run.err()).isEqualTo("asyncplot: Endless has not finished drawing after 1 s; --patience gives it longer\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(directory.resolve("picture.png")).doesNotExist();
    }

    @Test
    void shouldEndWithOneLineWhenClassIsMissing() throws Exception {
        ProcessRun run = snapshot("Missing");

        assertThat(run.err()).isEqualTo("asyncplot: --plotter: there is no class Missing on the class path " + directory + "\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private static String plotter(String name, String body) {
        return """
                import java.awt.Graphics2D;
                import org.asyncplot.core.plotter.PlotView;
                import org.asyncplot.core.plotter.Plotter;

                class NAME implements Plotter {
                    @Override
                    public void paint(Graphics2D graphics, PlotView view) throws Exception {
                        BODY
                    }
                }
                """.replace("NAME", name).replace("BODY", body);
    }

    private void compile(String name, String source) throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, "-Xlint:all,-path,-options", "-Werror", "--release", "17",
                "-cp", directory + File.pathSeparator + ProcessRun.JAR, "-d", directory.toString(), file.toString());
        assertThat(result).as(messages.toString()).isZero();
    }

    private ProcessRun snapshot(String className, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessRun.JAVA.toString(), "-jar", ProcessRun.JAR.toString(), "snapshot", "pendulum",
                "--runs", shared.toString(), "-o", "picture.png", "--plotter", className, "--class-path", directory.toString()));
        command.addAll(List.of(more));
        return ProcessRun.of(directory, Map.of(), command);
    }

    private IntStream pixels() throws IOException {
        var picture = ImageIO.read(directory.resolve("picture.png").toFile());
        return IntStream.of(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
    }
}
