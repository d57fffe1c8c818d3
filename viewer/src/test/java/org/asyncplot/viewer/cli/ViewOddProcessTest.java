// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Windows of odd sizes on odd machines and odd runs. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class ViewOddProcessTest {
    @TempDir
    private Path directory;

    @Test
    void shouldDrawTwiceAsSharpWhereALogicalPixelIsTwo() throws Exception {
        try (Viewing viewing = new Viewing(directory)) {
            record(viewing, "sharp", 1);
            Process window = viewing.start(List.of("-Dglass.gtk.uiScale=2"), "view", "sharp", "--size", "600x380", "--theme", "light");
            BufferedImage expected = viewing.snapshot("sharp", "--size", "600x380", "--scale", "2", "--theme", "light");
            viewing.awaitPicture("odd-sharp", expected, 2);
            viewing.end(window, "TERM", 143);
        }
    }

    @Test
    void shouldShowAThousandChannels() throws Exception {
        try (Viewing viewing = new Viewing(directory)) {
            record(viewing, "many", 1_000);
            Process window = viewing.start(List.of(), "view", "many", "--size", "1200x800");
            viewing.awaitPicture("odd-many", viewing.snapshot("many", "--size", "1200x800", "--theme", "dark"), 1);
            viewing.end(window, "TERM", 143);
        }
    }

    @Test
    void shouldEndWithOneLineWhenThereIsNoGtk() throws Exception {
        try (Viewing viewing = new Viewing(directory)) {
            record(viewing, "unseen", 1);
            Path libraries = Files.createDirectory(directory.resolve("libraries"));
            for (String library : List.of("libgtk-3.so.0", "libgtk-x11-2.0.so.0")) {
                Files.createFile(libraries.resolve(library));
            }
            ProcessRun view = ProcessRun.of(directory, Map.of("DISPLAY", viewing.screen().display(), "LD_LIBRARY_PATH", libraries.toString(),
                "XDG_CACHE_HOME", directory.resolve("cache").toString()),
                List.of(ProcessRun.JAVA.toString(), "-jar", ProcessRun.JAR.toString(), "view", "unseen", "--runs", directory.resolve("runs").toString()));
            assertThat(view.err()).hasLineCount(1).startsWith("asyncplot: no window can be opened (GTK 3 is missing").contains("asyncplot snapshot");
            assertThat(view.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(view.out()).isEmpty();
        }
    }

    @Test
    void shouldOpenTheRunThatRunsWhenNoCommandIsGiven() throws Exception {
        try (Viewing viewing = new Viewing(directory); Plot plot = viewing.plot("bare")) {
            add(plot.signal("a", ""), 500);
            Process window = viewing.start(List.of());
            viewing.await("odd-bare", picture -> XvfbScreen.count(picture, Theme.DARK.tokens().series(1)) > 200);
            viewing.end(window, "TERM", 143);
        }
    }

    @Test
    void shouldShowTheHelpWhenNoCommandIsGivenAndNothingRuns() throws Exception {
        try (Viewing viewing = new Viewing(directory)) {
            record(viewing, "over", 1);
            Process help = viewing.start(List.of());
            assertThat(help.waitFor()).isZero();
            assertThat(Files.readString(directory.resolve("out.txt"))).startsWith("Usage: asyncplot");
            assertThat(Files.readString(directory.resolve("err.txt"))).isEmpty();
        }
    }

    private static void record(Viewing viewing, String name, int channels) throws IOException {
        try (Plot plot = viewing.plot(name)) {
            for (int i = 0; i < channels; i++) {
                add(plot.signal("signal " + i, "V"), 100);
            }
        }
    }

    private static void add(Signal signal, int count) {
        for (int i = 0; i < count; i++) {
            signal.add(i * 0.01, Math.sin(i * 0.1));
        }
    }
}
