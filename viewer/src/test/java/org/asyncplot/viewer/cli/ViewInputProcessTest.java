// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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

/** Keys, buttons and the wheel of an X server, and what the window makes of them, by its pixels. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class ViewInputProcessTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;
    private static final int LEFT = (1300 - WIDTH) / 2;
    private static final int TOP = (900 - HEIGHT - Viewing.PLAY_BAR_PX) / 3;
    private static final int MIDDLE = 300;
    /** Where peaks are looked for: above the crosshair and its values. */
    private static final int ROW = MIDDLE - 50;
    /** Far enough from a peak that the crosshair does not hide it. */
    private static final int BESIDE = 30;

    @TempDir
    private Path directory;

    private Viewing viewing;

    @BeforeEach
    void openScreen() throws IOException {
        XvfbScreen.requireInput();
        viewing = new Viewing(directory);
    }

    @AfterEach
    void closeScreen() {
        if (viewing != null) {
            viewing.close();
        }
    }

    @Test
    void shouldShowAndSaveThePixelsOfSnapshot() throws Exception {
        peaks();
        Process window = view();
        BufferedImage expected = viewing.snapshot("peaks", "--size", WIDTH + "x" + HEIGHT, "--theme", "dark");
        away();
        viewing.awaitPicture("input-pixels", expected, 1);
        key("ctrl+s");
        awaitTrue(() -> saved().size() == 1);
        BufferedImage saved = ImageIO.read(saved().get(0).toFile());
        assertThat(saved.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).isEqualTo(expected.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
        viewing.end(window, "INT", ExitCode.INTERRUPTED);
    }

    @Test
    void shouldZoomAtThePointerPanAndComeBack() throws Exception {
        peaks();
        Process window = view();
        away();
        List<Integer> whole = peaks("input-whole", 2);
        int first = whole.get(0);
        int apart = whole.get(1) - first;

        pointAt(first, MIDDLE);
        click(4);
        away();
        List<Integer> zoomed = peaksOnce("input-wheel", peaks -> peaks.size() == 2 && peaks.get(1) - peaks.get(0) > apart * 1.1);
        assertThat(zoomed.get(0)).as("what lies under the pointer").isBetween(first - 2, first + 2);
        assertThat(zoomed.get(1) - zoomed.get(0)).isBetween((int) (apart / 0.85) - 3, (int) (apart / 0.85) + 3);

        key("l");
        peaksOnce("input-live", whole::equals);

        pointAt(first + BESIDE, MIDDLE);
        viewing.screen().input("mousedown", "1", "mousemove_relative", "60", "0", "mousemove_relative", "60", "0", "mouseup", "1");
        peaksOnce("input-drag", peaks -> !peaks.isEmpty() && Math.abs(peaks.get(0) - first - 120) <= 2);

        pointAt(first + BESIDE, MIDDLE);
        viewing.screen().input("click", "--repeat", "2", "--delay", "50", "1");
        peaksOnce("input-double-click", whole::equals);

        pointAt(first - 40, MIDDLE - 100);
        viewing.screen().input("mousedown", "3", "mousemove_relative", "40", "100", "mousemove_relative", "40", "100", "mouseup", "3");
        away();
        // Both flanks of the peak that the box was drawn around, and nothing else.
        peaksOnce("input-box", peaks -> !peaks.isEmpty() && peaks.stream().allMatch(x -> Math.abs(x - WIDTH / 2 - BESIDE) < BESIDE));
        key("Home");
        peaksOnce("input-home", whole::equals);

        key("bracketleft");
        peaksOnce("input-half", peaks -> peaks.size() == 1);
        key("bracketright");
        key("a");
        peaksOnce("input-all", whole::equals);

        key("t");
        viewing.await("input-light", picture -> XvfbScreen.count(picture, Theme.LIGHT.tokens().background()) > 1_000);
        viewing.end(window, "TERM", 143);
    }

    @Test
    void shouldStayAtItsDataWhenPausedAndCatchUp() throws Exception {
        try (Plot plot = viewing.plot("peaks")) {
            Signal signal = plot.signal("level", "V");
            add(signal, 0, 1_000);
            Process window = view();
            away();
            List<Integer> before = peaks("input-running", 2);
            key("space");
            viewing.await("input-paused", picture -> accent(picture) > 20);
            add(signal, 1_000, 2_000);
            // The figures in the bar go on: what has been seen grows while the picture stays.
            BufferedImage bar = bar(viewing.await("input-paused-on", picture -> true));
            viewing.await("input-paused-seen", picture -> !same(bar, bar(picture)));
            assertThat(columns(viewing.await("input-paused-still", picture -> true))).isEqualTo(before);
            key("space");
            peaksOnce("input-caught-up", peaks -> peaks.size() == 4);
            viewing.end(window, "INT", ExitCode.INTERRUPTED);
        }
    }

    @Test
    void shouldGoOnBesideAnotherWindowThatIsKilledAndSayThatTheComputationDied() throws Exception {
        Process computation = viewing.start(List.of(), "pipe", "--name", "peaks");
        Writer rows = computation.outputWriter();
        rows.write("x,level [V]\n");
        rows(rows, 0, 1_000);
        Process window = viewing.start(List.of(), "view", "--size", WIDTH + "x" + HEIGHT);
        peaks("input-first", 2);
        Process second = viewing.start(List.of(), "view", "--size", WIDTH + "x" + HEIGHT, "--theme", "light");
        away();
        viewing.await("input-second", picture -> XvfbScreen.count(picture, Theme.LIGHT.tokens().background()) > 1_000);
        second.destroyForcibly().waitFor();
        rows(rows, 1_000, 2_000);
        peaksOnce("input-second-killed", peaks -> peaks.size() == 4);

        computation.destroyForcibly().waitFor();
        viewing.await("input-died", picture -> XvfbScreen.count(bar(picture), Theme.DARK.tokens().limit()) > 10);
        assertThat(window.isAlive()).isTrue();
    }

    @Test
    void shouldStayOpenWhenItIsMadeOnePixelHigh() throws Exception {
        peaks();
        Process window = view();
        away();
        peaks("input-high", 2);
        viewing.screen().input("search", "--name", "peaks", "windowsize", "400", "1");
        viewing.await("input-flat", picture -> picture.getWidth() == 400 && picture.getHeight() == 1);
        viewing.screen().input("search", "--name", "peaks", "windowsize", "640", String.valueOf(400 + Viewing.PLAY_BAR_PX));
        viewing.awaitPicture("input-high-again", viewing.snapshot("peaks", "--size", "640x400", "--theme", "dark"), 1);
        viewing.end(window, "INT", ExitCode.INTERRUPTED);
    }

    @Test
    void shouldStayOpenWhenFilesAreCutShortUnderIt() throws Exception {
        peaks();
        Process window = view();
        away();
        peaks("input-whole-files", 2);
        try (Stream<Path> files = Files.list(viewing.run("peaks"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".cq4")).toList()) {
                try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
                    cut.setLength(4_096);
                }
            }
        }
        key("a");
        key("t");
        viewing.await("input-cut-short", picture -> XvfbScreen.count(bar(picture), Theme.DARK.tokens().limit()) > 10
            || XvfbScreen.count(bar(picture), Theme.LIGHT.tokens().limit()) > 10);
        viewing.end(window, "INT", ExitCode.INTERRUPTED);
    }

    private void peaks() {
        try (Plot plot = viewing.plot("peaks")) {
            add(plot.signal("level", "V"), 0, 1_000);
        }
    }

    /** Flat but for a peak at 300 and one at 700 of each thousand. */
    private static double level(int i) {
        return i % 1_000 == 300 || i % 1_000 == 700 ? 1 : 0;
    }

    private static void add(Signal signal, int from, int to) {
        for (int i = from; i < to; i++) {
            signal.add(i, level(i));
        }
    }

    private static void rows(Writer writer, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            writer.write(i + "," + level(i) + "\n");
        }
        writer.flush();
    }

    private Process view() throws IOException {
        return viewing.start(List.of(), "view", "peaks", "--size", WIDTH + "x" + HEIGHT);
    }

    private void pointAt(int x, int y) throws Exception {
        viewing.screen().input("mousemove", String.valueOf(LEFT + x), String.valueOf(TOP + y));
    }

    private void click(int button) throws Exception {
        viewing.screen().input("click", String.valueOf(button));
    }

    /** Keys go to the window under the pointer; its upper left corner has no crosshair. */
    private void away() throws Exception {
        // Of moves that come at once the server may hold back the last.
        pointAt(6, 3);
        pointAt(3, 3);
    }

    private void key(String key) throws Exception {
        away();
        viewing.screen().input("key", key);
    }

    private List<Integer> peaks(String name, int count) throws IOException {
        return peaksOnce(name, peaks -> peaks.size() == count);
    }

    private List<Integer> peaksOnce(String name, Predicate<List<Integer>> condition) throws IOException {
        return columns(viewing.await(name, picture -> picture.getHeight() == HEIGHT + Viewing.PLAY_BAR_PX && condition.test(columns(picture))));
    }

    /** Where peaks stand: columns in which one row has the colour of the line, neighbours counted once. */
    private static List<Integer> columns(BufferedImage picture) {
        List<Integer> columns = new ArrayList<>();
        int last = -10;
        for (int x = 0; x < picture.getWidth() && picture.getHeight() > ROW; x++) {
            int rgb = picture.getRGB(x, ROW);
            boolean line = (rgb & 0xFF) > 0x90 && (rgb >> 16 & 0xFF) < 0x90;
            if (line && x > last + 5) {
                columns.add(x);
            }
            last = line ? x : last;
        }
        return columns;
    }

    private static long accent(BufferedImage picture) {
        return picture.getHeight() < 40 ? 0 : XvfbScreen.count(bar(picture), Theme.DARK.tokens().accent());
    }

    private static BufferedImage bar(BufferedImage picture) {
        return picture.getSubimage(0, 0, picture.getWidth(), Math.min(34, picture.getHeight()));
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        return Arrays.equals(a.getRGB(0, 0, a.getWidth(), a.getHeight(), null, 0, a.getWidth()),
            b.getRGB(0, 0, b.getWidth(), b.getHeight(), null, 0, b.getWidth()));
    }

    private List<Path> saved() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("peaks-.*\\.png")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until it is so").isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }
}
