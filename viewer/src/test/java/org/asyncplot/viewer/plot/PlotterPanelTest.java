// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.asyncplot.core.plotter.PlotView;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.core.run.RunState;
import org.asyncplot.viewer.source.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PlotterPanelTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int RED = 0xFFFF0000;

    private final int[] argb = new int[WIDTH * HEIGHT];

    @Test
    void shouldShowWhatThePlotterDraws() {
        assertThat(paint(1, (graphics, view) -> {
            graphics.setColor(Color.RED);
            graphics.fill(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        })).isNull();

        assertThat(at(WIDTH / 2, HEIGHT / 2)).isEqualTo(RED);
        assertThat(at(2, 2)).as("page").isEqualTo(Theme.LIGHT.tokens().background());
        assertThat(at(10, 195)).as("beyond the round corner").isNotEqualTo(RED);
    }

    @Test
    void shouldKeepThePlotterInsideItsPanel() {
        paint(1, (graphics, view) -> {
            graphics.setColor(Color.RED);
            graphics.fill(new Rectangle2D.Double(-1000, -1000, 3000, 3000));
        });

        assertThat(at(WIDTH / 2, 3)).isNotEqualTo(RED);
        assertThat(at(WIDTH / 2, HEIGHT - 3)).isNotEqualTo(RED);
        assertThat(at(WIDTH / 2, HEIGHT - 12)).isEqualTo(RED);
    }

    @Test
    void shouldCountInLogicalPixels() {
        AtomicReference<PlotView> seen = new AtomicReference<>();
        paint(2, (graphics, view) -> {
            seen.set(view);
            graphics.setColor(Color.RED);
            graphics.fill(new Rectangle2D.Double(0, 0, view.width() / 2, view.height()));
        });

        assertThat(seen.get().width()).isBetween(WIDTH / 2 - 20.0, WIDTH / 2 - 16.0);
        assertThat(at(WIDTH / 2 - 2, HEIGHT / 2)).isEqualTo(RED);
        assertThat(at(WIDTH / 2 + 2, HEIGHT / 2)).isNotEqualTo(RED);
    }

    @Test
    void shouldStayOpaqueWhenThePlotterClears() {
        paint(1, (graphics, view) -> {
            graphics.setComposite(AlphaComposite.Clear);
            graphics.fill(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        });

        assertThat(Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xFF)).isTrue();
    }

    @Test
    void shouldShowTheExceptionInsteadOfHalfAPicture() {
        IllegalStateException failure = new IllegalStateException("no luck");

        Throwable thrown = paint(1, (graphics, view) -> {
            graphics.setColor(Color.RED);
            graphics.fill(new Rectangle2D.Double(0, 0, view.width(), view.height()));
            throw failure;
        });

        assertThat(thrown).isSameAs(failure);
        assertThat(argb).doesNotContain(RED);
        assertThat(Arrays.stream(argb).skip((long) WIDTH * (HEIGHT / 2)).limit(WIDTH * 20L).distinct().count()).as("a line of text").isGreaterThan(5);
    }

    @Test
    void shouldShowErrorsAsWell() {
        Throwable thrown = paint(1, (graphics, view) -> {
            throw new StackOverflowError();
        });

        assertThat(thrown).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void shouldLeaveDamagedRunsToWhoeverReadsThem() {
        assertThatThrownBy(() -> paint(1, (graphics, view) -> {
            throw new InternalError("a fault occurred in an unsafe memory access operation");
        })).isInstanceOf(InternalError.class);
    }

    @Test
    void shouldHandOverTheRun() {
        AtomicReference<PlotView> seen = new AtomicReference<>();

        paint(1, (graphics, view) -> seen.set(view));

        PlotView view = seen.get();
        assertThat(view.runName()).isEqualTo("orbit");
        assertThat(view.state()).isEqualTo(RunState.STALLED);
        assertThat(view.parameters()).containsEntry("dt", "0.1");
        assertThat(view.option("mode", "none")).isEqualTo("fast");
        assertThat(view.option("other", "none")).isEqualTo("none");
        assertThat(view.signal("x")).hasValueSatisfying(signal -> assertThat(signal.lastY()).isEqualTo(2));
        assertThat(view.signal("y")).isEmpty();
        assertThat(view.colors().series(9)).isEqualTo(view.colors().series(1));
    }

    @Test
    void shouldDrawIntoPicturesOfOnePixel() {
        int[] one = new int[1];

        assertThat(panel(1, (graphics, view) -> { }).paint(one, 1, 1, snapshot(), RunState.RUNNING, Map.of())).isEmpty();
    }

    private Throwable paint(double scale, Plotter plotter) {
        return panel(scale, plotter).paint(argb, WIDTH, HEIGHT, snapshot(), RunState.STALLED, Map.of("dt", "0.1")).orElse(null);
    }

    private static PlotterPanel panel(double scale, Plotter plotter) {
        return new PlotterPanel(plotter, Map.of("mode", "fast"), Theme.LIGHT, scale);
    }

    private static Snapshot snapshot() {
        return new Snapshot("orbit", 0, List.of(ArraySeries.numbers("x", "m", new double[] {0, 1}, new double[] {1, 2})), List.of(), List.of(),
            List.of());
    }

    private int at(int x, int y) {
        return argb[y * WIDTH + x];
    }
}
