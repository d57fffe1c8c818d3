// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.core.run.RunState;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PlotterEaselTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    private final FakeSource source = new FakeSource();
    private final List<int[]> pictures = new ArrayList<>();
    private final List<StatusReport> reports = new ArrayList<>();
    private final List<Throwable> logged = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private long skewNs;
    private Renderer renderer;

    @AfterEach
    void endThePlotter() {
        release.countDown();
    }

    @Test
    void shouldShowWhatThePlotterDraws() {
        watch((graphics, view) -> {
            graphics.setColor(view.signal("s").orElseThrow().count() == 10 ? Color.RED : Color.BLUE);
            graphics.fillRect(0, 0, 100, 100);
        });
        source.offer(10, 0);
        await(() -> pictures.size() == 1);
        source.offer(11, 0);
        await(() -> pictures.size() == 2);
        assertThat(count(0, RED)).isGreaterThan(9_000);
        assertThat(count(1, BLUE)).isGreaterThan(9_000);
        assertThat(count(1, RED)).isZero();
    }

    @Test
    void shouldShowWhatIsThrownAndGoOn() {
        watch((graphics, view) -> {
            if (view.signals().get(0).count() < 13) {
                throw new IllegalArgumentException("no luck");
            }
            graphics.setColor(Color.RED);
            graphics.fillRect(0, 0, 100, 100);
        });
        source.offer(10, 0);
        await(() -> pictures.size() == 1);
        assertThat(Arrays.stream(pictures.get(0)).distinct().count()).as("colours of a line of text").isGreaterThan(20);
        source.offer(11, 0);
        await(() -> pictures.size() == 2);
        assertThat(logged).as("told once").hasSize(1);
        source.offer(13, 0);
        await(() -> pictures.size() == 3);
        assertThat(count(2, RED)).isGreaterThan(9_000);
        assertThat(source.failure).as("what is wrong with the run").isNull();
    }

    @Test
    void shouldSayInItsPlaceThatItHasNotFinishedAndShowItWhenItHas() {
        watch((graphics, view) -> {
            release.await();
            graphics.setColor(Color.RED);
            graphics.fillRect(0, 0, 100, 100);
        });
        source.offer(10, 0);
        await(() -> !reports.isEmpty());
        assertThat(pictures).isEmpty();

        skewNs += PlotterEasel.PATIENCE_NS;
        await(() -> pictures.size() == 1);
        assertThat(Arrays.stream(pictures.get(0)).distinct().count()).as("colours of a line of text").isGreaterThan(20);
        int told = reports.size();
        source.status = new RunStatus(RunStatus.Phase.DIED, source.status.since(), source.status.startedAt(), 42, true, "");
        await(() -> reports.size() > told);
        assertThat(reports.get(reports.size() - 1).runs().get(0).phase()).isEqualTo(RunStatus.Phase.DIED);
        assertThat(pictures).hasSize(1);

        renderer.ask(request(Theme.LIGHT));
        await(() -> pictures.size() == 2);
        assertThat(pictures.get(1)).contains(Theme.LIGHT.tokens().panel());

        release.countDown();
        await(() -> pictures.size() >= 3);
        assertThat(count(2, RED)).isGreaterThan(9_000);
    }

    @Test
    void shouldKeepItsPictureAndSaySoWhenTheNextDoesNotCome() {
        watch((graphics, view) -> {
            if (view.signals().get(0).count() > 10) {
                release.await();
            }
        });
        source.offer(10, 0);
        await(() -> pictures.size() == 1);
        source.offer(11, 0);
        turns(5);
        skewNs += PlotterEasel.PATIENCE_NS;
        await(() -> reports.get(reports.size() - 1).complaint().contains("has not finished drawing for more than 2 s"));
        assertThat(pictures).hasSize(1);
    }

    @Test
    void shouldDrawAgainWhenTheRunHasEnded() {
        List<RunState> states = new ArrayList<>();
        watch((graphics, view) -> states.add(view.state()));
        source.offer(10, 0);
        await(() -> pictures.size() == 1);
        source.status = new RunStatus(RunStatus.Phase.FINISHED, source.status.since(), source.status.startedAt(), 42, true, "closed");
        await(() -> pictures.size() == 2);
        assertThat(states).containsExactly(RunState.RUNNING, RunState.FINISHED);
    }

    @Test
    void shouldMarkTheRunWhenItsFilesAreCutShort() {
        watch((graphics, view) -> {
            throw new InternalError("a fault occurred in an unsafe memory access operation");
        });
        source.offer(10, 0);
        await(() -> source.failure != null);
        assertThat(pictures).isEmpty();
    }

    @Test
    void shouldNotWaitForOneThatLoopsWhenClosed() {
        watch((graphics, view) -> awaitWhateverComes());
        source.offer(10, 0);
        turns(5);
        renderer.start();
        renderer.close();
        assertThat(renderer.isStuck()).isTrue();
    }

    @Test
    void shouldBeDoneWithTheDataWhenClosed() {
        watch((graphics, view) -> { });
        source.offer(10, 0);
        await(() -> pictures.size() == 1);
        renderer.start();
        renderer.close();
        assertThat(renderer.isStuck()).isFalse();
    }

    private void awaitWhateverComes() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void watch(Plotter plotter) {
        PlotterEasel easel = new PlotterEasel(new PlotterChoice(plotter, Map.of(), logged::add), this::nowNs);
        renderer = new Renderer(new Feeds(List.of(source)), easel, new Recorder(), new FramePace(1, 1_000_000, 1_000_000), this::nowNs, () -> 0);
        renderer.ask(request(Theme.DARK));
    }

    private static Request request(Theme theme) {
        return new Request(View.START, theme, WIDTH, HEIGHT, 1, false);
    }

    private long count(int picture, int argb) {
        return Arrays.stream(pictures.get(picture)).filter(pixel -> pixel == argb).count();
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            renderer.turn();
            skewNs += 2_000_000;
        }
    }

    private long nowNs() {
        return System.nanoTime() + skewNs;
    }

    private void await(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            renderer.turn();
            assertThat(System.nanoTime()).as("time until it is so").isLessThan(deadlineNs);
        }
    }

    private final class Recorder implements Screen {
        @Override
        public void show(Picture picture) {
            pictures.add(picture.argb().clone());
            renderer.flipped(picture, nowNs());
            renderer.taken();
        }

        @Override
        public void read(Optional<Readout> readout) {
            assertThat(readout).isEmpty();
        }

        @Override
        public void tell(StatusReport report) {
            reports.add(report);
        }
    }
}
