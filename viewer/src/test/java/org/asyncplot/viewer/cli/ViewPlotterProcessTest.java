// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Users' plotters in a real window. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class ViewPlotterProcessTest {
    private static final int RED = 0xFF0000;

    @TempDir
    private Path directory;

    private Viewing viewing;

    @BeforeEach
    void openScreen() throws IOException {
        viewing = new Viewing(directory);
    }

    @AfterEach
    void closeScreen() {
        viewing.close();
    }

    @Test
    void shouldShowThePictureOfSnapshotAndFollowTheRun() throws Exception {
        compile("Bars", """
            graphics.setColor("yes".equals(view.option("red", "")) ? java.awt.Color.RED : java.awt.Color.BLUE);
            graphics.fillRect(10, 10, 10 * (int) view.signal("a").orElseThrow().count(), 50);
            """);
        Process window;
        try (Plot plot = viewing.plot("live")) {
            Signal signal = plot.signal("a", "");
            add(signal, 0, 5);
            window = view("live", "Bars", "--option", "red=yes");
            viewing.await("plotter", picture -> XvfbScreen.count(picture, RED) == 5 * 10 * 50);
            add(signal, 5, 20);
            viewing.await("plotter-more", picture -> XvfbScreen.count(picture, RED) == 20 * 10 * 50);
        }
        viewing.awaitPicture("plotter-as-snapshot", viewing.snapshot("live", "--size", "640x400", "--theme", "dark", "--plotter", "Bars",
            "--class-path", directory.toString(), "--option", "red=yes"), 1);
        viewing.end(window, "INT", ExitCode.INTERRUPTED);
    }

    @Test
    void shouldStayOpenAndSayWhatHappenedWhenItLoops() throws Exception {
        compile("Endless", "while (true) { view.signal(\"a\").orElseThrow().lastY(); }");
        try (Plot plot = viewing.plot("live")) {
            add(plot.signal("a", ""), 0, 5);
            Process window = view("live", "Endless");
            viewing.await("plotter-endless", picture -> picture.getHeight() == 400 + Viewing.PLAY_BAR_PX && XvfbScreen.colours(picture.getSubimage(10, 150, 620, 100)) > 20);
            viewing.await("plotter-endless-live", picture -> XvfbScreen.count(picture.getSubimage(0, 0, 640, 34), Theme.DARK.tokens().good()) > 10);
            viewing.end(window, "TERM", 143);
        }
    }

    @Test
    void shouldShowWhatItThrowsAndPrintNothing() throws Exception {
        compile("Unlucky", "throw new java.io.IOException(\"no luck\");");
        try (Plot plot = viewing.plot("live")) {
            add(plot.signal("a", ""), 0, 5);
            Process window = view("live", "Unlucky");
            viewing.await("plotter-throws", picture -> picture.getHeight() == 400 + Viewing.PLAY_BAR_PX && XvfbScreen.colours(picture.getSubimage(10, 150, 620, 100)) > 20);
            viewing.end(window, "TERM", 143);
        }
    }

    @Test
    void shouldEndWithOneLineWhenItIsMissing() throws Exception {
        try (Plot plot = viewing.plot("live")) {
            add(plot.signal("a", ""), 0, 5);
            Process window = view("live", "Missing");
            assertThat(window.waitFor()).isEqualTo(ExitCode.FAILED);
            assertThat(Files.readString(directory.resolve("err.txt")))
                .isEqualTo("asyncplot: --plotter: there is no class Missing on the class path " + directory + "\n");
        }
    }

    @Test
    void shouldRefuseSeveralRuns() throws Exception {
        compile("Empty", "");
        try (Plot plot = viewing.plot("one"); Plot other = viewing.plot("two")) {
            add(plot.signal("a", ""), 0, 5);
            add(other.signal("a", ""), 0, 5);
            Process window = view("*", "Empty");
            assertThat(window.waitFor()).isEqualTo(ExitCode.USAGE);
            assertThat(Files.readString(directory.resolve("err.txt"))).hasLineCount(1).startsWith("asyncplot: --plotter draws one run, not 2");
        }
    }

    private Process view(String run, String plotter, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("view", run, "--size", "640x400", "--plotter", plotter, "--class-path",
            directory.toString()));
        command.addAll(List.of(more));
        return viewing.start(List.of(), command.toArray(String[]::new));
    }

    private static void add(Signal signal, int from, int to) {
        for (int i = from; i < to; i++) {
            signal.add(i, i);
        }
    }

    private void compile(String name, String body) throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".java"), """
            import java.awt.Graphics2D;
            import org.asyncplot.core.plotter.PlotView;
            import org.asyncplot.core.plotter.Plotter;

            class NAME implements Plotter {
                @Override
                public void paint(Graphics2D graphics, PlotView view) throws Exception {
                    BODY
                }
            }
            """.replace("NAME", name).replace("BODY", body));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, "--release", "17", "-cp", ProcessRun.JAR.toString(), "-d",
            directory.toString(), file.toString());
        assertThat(result).as(messages.toString()).isZero();
    }
}
