// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.asyncplot.viewer.plot.AutoLayout;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The window on a toolkit without a screen. */
@Timeout(120)
final class WindowTest {
    private static final List<String> PROPERTIES = List.of("glass.platform", "monocle.platform", "prism.order", "testfx.robot");

    private static final Logger LOGGER = Logger.getLogger("javafx");

    @TempDir
    private Path pictures;

    private final FakeSource source = new FakeSource();
    private final FxRobot robot = new FxRobot();
    private ViewerWindow window;
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws Exception {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("testfx.robot", "glass");
        LOGGER.setLevel(Level.SEVERE);
        FxToolkit.registerPrimaryStage();
    }

    @AfterAll
    static void stopToolkit() throws Exception {
        FxToolkit.cleanupStages();
        PROPERTIES.forEach(System::clearProperty);
    }

    @BeforeEach
    void open() throws Exception {
        source.offer(100, 0);
        WindowOptions options = new WindowOptions(800, 600, Theme.DARK, Optional.empty(), Optional.empty(), true, false, pictures,
            Alignment.BY_X, Optional.empty());
        stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> window = ViewerWindow.on(stage, options, List.of(source)));
        await(() -> model().panels().size() == 1 && scene().getWidth() > 0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void shouldShowTheSamePixelsAsAPictureOfItsSize() throws Exception {
        await(() -> corner(Theme.DARK));
        AtomicReference<Image> image = new AtomicReference<>();
        robot.interact(() -> image.set(scene().getRoot().getChildrenUnmodifiable().get(0).snapshot(null, null)));
        Image shown = image.get();
        int width = (int) scene().getWidth();
        int height = (int) scene().getHeight();
        int[] expected = new int[width * height];
        Snapshot snapshot = FakeSource.snapshot(100);
        new FigurePainter(Theme.DARK, 1).paint(expected, width, height, AutoLayout.of(snapshot), snapshot);
        int different = 0;
        // What the bar covers is left out.
        for (int y = (int) TopBar.HEIGHT; y < height; y++) {
            for (int x = 0; x < width; x++) {
                different += shown.getPixelReader().getArgb(x, y) != expected[y * width + x] ? 1 : 0;
            }
        }
        assertThat(different).isZero();
    }

    @Test
    void shouldHoldTheViewWhenTheWheelTurnsAndGoBackWithL() {
        robot.moveTo(stage).scroll(3, VerticalDirection.UP);
        await(() -> !model().view().isLive());
        assertThat(model().mode()).contains("L");

        robot.press(KeyCode.L).release(KeyCode.L);
        await(() -> model().view().isLive());
        assertThat(model().mode()).isEmpty();
    }

    @Test
    void shouldPauseWithSpace() {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> model().paused());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> !model().paused());
    }

    @Test
    void shouldMoveWhenDraggedAndShowAllAfterADoubleClick() {
        robot.moveTo(stage).press(MouseButton.PRIMARY).moveBy(60, 0).release(MouseButton.PRIMARY);
        await(() -> !model().view().isLive());

        robot.doubleClickOn(stage, MouseButton.PRIMARY);
        await(() -> model().view().isLive() && model().view().follow().mode() == Follow.Mode.WHOLE);
    }

    @Test
    void shouldZoomIntoTheBoxDrawnWithTheOtherButton() {
        robot.moveTo(stage).press(MouseButton.SECONDARY).moveBy(80, 50).release(MouseButton.SECONDARY);
        await(() -> !model().view().isLive());
        assertThat(model().view().y()).hasSize(1);
    }

    @Test
    void shouldTurnLightWithT() {
        robot.press(KeyCode.T).release(KeyCode.T);
        await(() -> corner(Theme.LIGHT));
    }

    @Test
    void shouldSaveThePictureWithCtrlS() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        await(() -> saved().length == 1);
        assertThat(saved()[0].getFileName().toString()).matches("fake-[0-9]{8}-[0-9]{6}\\.png");
        BufferedImage picture = ImageIO.read(saved()[0].toFile());
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] snapshotPixels = new int[width * height];
        Snapshot snapshot = FakeSource.snapshot(100);
        new FigurePainter(Theme.DARK, 1).paint(snapshotPixels, width, height, AutoLayout.of(snapshot), snapshot);
        assertThat(width).isEqualTo((int) scene().getWidth());
        assertThat(picture.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(snapshotPixels);
    }

    @Test
    void shouldCopyThePictureWithCtrlC() {
        robot.interact(() -> Clipboard.getSystemClipboard().clear());
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        AtomicReference<Image> copied = new AtomicReference<>();
        await(() -> {
            robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getImage()));
            return copied.get() != null;
        });
        int width = (int) scene().getWidth();
        int height = (int) scene().getHeight();
        int[] expected = new int[width * height];
        Snapshot snapshot = FakeSource.snapshot(100);
        new FigurePainter(Theme.DARK, 1).paint(expected, width, height, AutoLayout.of(snapshot), snapshot);
        int[] pixels = new int[width * height];
        copied.get().getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        assertThat(copied.get().getWidth()).isEqualTo(width);
        assertThat(pixels).isEqualTo(expected);
    }

    @Test
    void shouldCloseWithCtrlW() {
        robot.press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);
        window.awaitClosed();
    }

    @Test
    void shouldShowHelpWithF1() {
        robot.press(KeyCode.F1).release(KeyCode.F1);
        await(() -> robot.lookup(node -> node instanceof Card card && card.isVisible() && card.getChildren().size() > 10).tryQuery().isPresent());
    }

    private boolean corner(Theme theme) {
        var image = robot.capture(scene().getRoot()).getImage();
        return image.getPixelReader().getArgb(2, (int) image.getHeight() - 3) == theme.tokens().background();
    }

    private Path[] saved() {
        try (Stream<Path> files = Files.list(pictures)) {
            return files.filter(file -> file.toString().endsWith(".png")).toArray(Path[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private WindowModel model() {
        return window.model();
    }

    private Scene scene() {
        return stage.getScene();
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until it is so").isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }
}
