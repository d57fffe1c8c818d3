// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.asyncplot.core.run.Run;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.LiveSource;
import org.asyncplot.viewer.source.Playback;
import org.asyncplot.viewer.source.Playback.Mode;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A run that is being recorded, moved in time by keys and mouse, on a toolkit without a screen. */
@Timeout(120)
final class ReplayWindowTest {
    private static final List<String> PROPERTIES = List.of("glass.platform", "monocle.platform", "prism.order", "testfx.robot");
    private static final Logger LOGGER = Logger.getLogger("javafx");

    @TempDir
    private Path directory;

    private final FxRobot robot = new FxRobot();
    private final Playback playback = Playback.live(System::nanoTime);
    private Plot plot;
    private LiveSource source;
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
        plot = Plot.open(new PlotContext().name("played").runsDirectory(directory).agentInvoked(true));
        Signal signal = plot.signal("level", "V");
        for (int part = 1; part <= 20; part++) {
            for (int i = 0; i < 100; i++) {
                signal.add(part * 100 + i, Math.sin(i * 0.1));
            }
            awaitNoted(part * 100);
        }
        source = LiveSource.follow(plot.directory().orElseThrow(), name -> true, false, playback);
        WindowOptions options = new WindowOptions(800, 500, Theme.DARK, Optional.empty(), Optional.empty(), true, false, directory, Alignment.BY_X,
            Optional.of(playback));
        stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> window = ViewerWindow.on(stage, options, List.of(source)));
        await(() -> window.model().panels().size() == 1 && playback.state().recorded());
    }

    @AfterEach
    void close() {
        window.close();
        source.close();
        plot.close();
    }

    private void awaitNoted(long count) {
        try (Run run = Run.open(plot.directory().orElseThrow())) {
            await(() -> {
                plot.invokeAgent();
                run.refresh();
                return run.clock().countAt(run.signal("level"), Long.MAX_VALUE / 2) == count;
            });
        }
    }

    @Test
    void shouldLeaveThePictureItsSizeAboveThePlayBar() {
        assertThat(stage.getScene().getHeight()).isEqualTo(500 + PlayBar.HEIGHT);
        Node bar = bar();
        assertThat(bar.getLayoutY()).isEqualTo(500);
        assertThat(bar.getLayoutBounds().getWidth()).isEqualTo(stage.getScene().getWidth());
    }

    @Test
    void shouldGoBackWhenTheTimelineIsPressedAndDraggedAndBeLiveAgainWithL() {
        assertThat(playback.state().mode()).isEqualTo(Mode.LIVE);
        Node timeline = timeline();
        double width = timeline.getLayoutBounds().getWidth();
        Point2D start = timeline.localToScreen(width * 0.25, 20);
        robot.moveTo(start).press(MouseButton.PRIMARY);
        await(() -> playback.state().mode() == Mode.PAUSED);
        assertThat((double) playback.state().momentNs() / playback.state().endNs()).isBetween(0.2, 0.3);
        double oldest = newestX();

        robot.moveTo(timeline.localToScreen(width * 0.75, 20)).release(MouseButton.PRIMARY);
        await(() -> playback.state().momentNs() > playback.state().endNs() * 0.7);
        await(() -> newestX() > oldest);

        robot.press(KeyCode.L).release(KeyCode.L);
        await(() -> playback.state().mode() == Mode.LIVE && newestX() == 2_099);
    }

    @Test
    void shouldStayInThePastWhileTheRunGoesOn() {
        robot.press(KeyCode.DIGIT5).release(KeyCode.DIGIT5);
        await(() -> playback.state().mode() == Mode.PAUSED && newestX() < 2_000);
        double shown = newestX();
        Signal signal = plot.signal("later", "A");
        for (int i = 0; i < 100; i++) {
            signal.add(5_000 + i, 1);
        }
        long endNs = playback.state().endNs();
        await(() -> {
            plot.invokeAgent();
            return playback.state().endNs() > endNs;
        });
        assertThat(newestX()).isEqualTo(shown);
    }

    @Test
    void shouldPlayStepChangeSpeedAndLoopByKeys() {
        robot.press(KeyCode.DIGIT0).release(KeyCode.DIGIT0);
        await(() -> playback.state().mode() == Mode.PAUSED && playback.state().momentNs() == 0);

        robot.press(KeyCode.PERIOD).release(KeyCode.PERIOD);
        await(() -> playback.state().momentNs() > 0 && newestX() == 199);
        robot.press(KeyCode.COMMA).release(KeyCode.COMMA);
        await(() -> playback.state().momentNs() == 0);

        robot.press(KeyCode.MINUS).release(KeyCode.MINUS);
        assertThat(playback.state().speed()).isEqualTo(0.5);
        robot.press(KeyCode.O).release(KeyCode.O);
        assertThat(playback.state().loops()).isTrue();

        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> playback.state().mode() != Mode.PAUSED && playback.state().momentNs() > 0);
    }

    @Test
    void shouldFreezeTheNewestDataWithSpaceAndShowAnotherMomentAllTheSame() {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> window.model().paused());
        assertThat(playback.state().mode()).isEqualTo(Mode.LIVE);

        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        await(() -> !window.model().paused() && playback.state().mode() == Mode.PAUSED);
    }

    /** The end of what the picture shows. */
    private double newestX() {
        return window.model().panels().isEmpty() ? 0 : window.model().panels().get(0).x().to();
    }

    private Node bar() {
        Scene scene = stage.getScene();
        return scene.getRoot().getChildrenUnmodifiable().stream().filter(PlayBar.class::isInstance).findFirst().orElseThrow();
    }

    private Node timeline() {
        return ((PlayBar) bar()).getChildrenUnmodifiable().stream().filter(TimelineView.class::isInstance).findFirst().orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until it is so").isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }
}
