// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.series.SampleColumn;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.run.XType;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.RunStatus;
import org.asyncplot.viewer.source.Snapshot;
import org.asyncplot.viewer.source.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RendererTest {
    private static final long INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final Request LIVE = request(320, 200, false);

    private final FakeSource source = new FakeSource();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Optional<Readout>> readouts = new ArrayList<>();
    private long nowNs = TimeUnit.HOURS.toNanos(1);
    private long delayNs;
    private Renderer renderer = renderer(new LiveFigure(Optional.empty(), true));

    @Test
    void shouldDrawNothingWhenNothingIsNew() {
        renderer.ask(LIVE);
        source.offer(10, 0);
        turns(20);
        assertThat(pictures).hasSize(1);
        source.offer(11, 0);
        turns(20);
        assertThat(pictures).hasSize(2);
    }

    @Test
    void shouldDrawAtOnceWhenTheViewChanges() {
        renderer.ask(LIVE);
        source.offer(10, 0);
        turns(3);
        renderer.ask(request(320, 200, false));
        renderer.turn();
        assertThat(pictures).hasSize(2);
    }

    @Test
    void shouldPaintOnlyTheBufferThatIsNotOnTheScreen() {
        renderer.ask(LIVE);
        for (int i = 1; i < 6; i++) {
            source.offer(i, 0);
            turns(3);
        }
        for (int i = 1; i < pictures.size(); i++) {
            assertThat(pictures.get(i).argb()).isNotSameAs(pictures.get(i - 1).argb());
        }
        assertThat(pictures.get(4).argb()).isSameAs(pictures.get(0).argb());
    }

    @Test
    void shouldWaitForTheScreenBeforeItPaintsAgain() {
        Renderer slow = new Renderer(new Feeds(List.of(source)), new FigureEasel(new LiveFigure(Optional.empty(), true)), new Recorder(false),
            new FramePace(1, INTERVAL_NS, INTERVAL_NS), () -> nowNs, () -> 0);
        slow.ask(LIVE);
        for (int i = 1; i < 6; i++) {
            source.offer(i, 0);
            nowNs += INTERVAL_NS;
            slow.turn();
        }
        assertThat(pictures).hasSize(1);
        slow.taken();
        slow.turn();
        assertThat(pictures).hasSize(2);
    }

    @Test
    void shouldReadAtLeastTheDelayThatTheScreenAdds() {
        delayNs = TimeUnit.MILLISECONDS.toNanos(20);
        renderer.ask(LIVE);
        for (int i = 1; i <= 100; i++) {
            source.offer(i, nowNs);
            turns(4);
        }
        TrustFigures figures = renderer.figures(nowNs);
        assertThat(figures.p50Ns().orElseThrow()).isBetween(delayNs, delayNs + TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(figures.p99Ns().orElseThrow()).isGreaterThanOrEqualTo(delayNs);
    }

    @Test
    void shouldShowNoLatencyWhenThereIsNoProbe() {
        renderer.ask(LIVE);
        source.offer(5, 0);
        turns(5);
        assertThat(renderer.figures(nowNs).p50Ns()).isEmpty();
    }

    @Test
    void shouldShowNoLatencyWhenTheRunHasEnded() {
        renderer.ask(LIVE);
        source.offer(5, nowNs);
        turns(5);
        assertThat(renderer.figures(nowNs).p50Ns()).isPresent();
        source.status = new RunStatus(RunStatus.Phase.FINISHED, Instant.EPOCH, Instant.EPOCH, 42, true, "closed");
        assertThat(renderer.figures(nowNs).p50Ns()).isEmpty();
    }

    @Test
    void shouldAddUpWhatItHasSeenDrawnAndConflated() {
        renderer.ask(LIVE);
        long samples = 0;
        for (int i = 1; i <= 200; i++) {
            samples += i % 7;
            source.offer(samples, 0);
            if (i % 3 == 0) {
                turns(2);
            }
        }
        turns(4);
        Tally.Part part = renderer.figures(nowNs).samples();
        assertThat(part.seen()).isEqualTo(samples);
        assertThat(part.history() + part.drawn() + part.conflated()).isEqualTo(samples);
        assertThat(renderer.figures(nowNs).dropped()).isEqualTo(3);
    }

    @Test
    void shouldKeepThePictureButGoOnCountingWhenPaused() {
        renderer.ask(LIVE);
        source.offer(10, 0);
        turns(5);
        renderer.ask(request(320, 200, true));
        turns(5);
        int[] before = pictures.get(pictures.size() - 1).argb().clone();
        source.offer(5_000, 77);
        turns(50);
        assertThat(pictures).hasSize(2);
        assertThat(pictures.get(1).argb()).isEqualTo(before);
        assertThat(renderer.figures(nowNs).samples().seen()).isEqualTo(5_000);
        renderer.ask(LIVE);
        turns(5);
        assertThat(pictures).hasSize(3);
        assertThat(renderer.figures(nowNs).p50Ns()).as("a pause is no latency").isEmpty();
    }

    @Test
    void shouldMarkTheRunWhenItCannotBeDrawn() {
        renderer.ask(LIVE);
        source.offer(new Snapshot("torn", 0, List.of(new TornSeries()), List.of(), List.of(), List.of()), 0);
        turns(5);
        assertThat(source.failure).isInstanceOf(InternalError.class);
    }

    @Test
    void shouldSayWhatIsMissingWhenTheFigureNamesIt() {
        renderer = renderer(new LiveFigure(Optional.of(Panels.figure()), true));
        renderer.ask(LIVE);
        source.offer(new Snapshot("other", 0, List.of(), List.of(), List.of(), List.of()), 0);
        turns(5);
        assertThat(pictures.get(0).problem()).contains("'s'");
    }

    @Test
    void shouldDrawWhateverTheSizeIs() {
        source.offer(10, 0);
        for (int[] size : new int[][] {{1, 1}, {1, 700}, {900, 1}, {34, 34}, {3, 50}, {2400, 1600}}) {
            renderer.ask(new Request(View.START, Theme.LIGHT, size[0], size[1], 2, false));
            turns(3);
        }
        assertThat(pictures).hasSize(6);
        assertThat(source.failure).isNull();
    }

    @Test
    void shouldReadTheValuesUnderThePointer() {
        renderer.ask(request(640, 480, false));
        source.offer(100, 0);
        turns(3);
        var panel = pictures.get(0).panels().get(0);
        renderer.point(new double[] {panel.left() + panel.width() - 1.0, panel.top() + 5.0});
        turns(2);
        Readout readout = readouts.get(readouts.size() - 1).orElseThrow();
        assertThat(readout.values()).extracting(Readout.Value::text).containsExactly("100.00 V");
        renderer.point(new double[] {1, 1});
        turns(2);
        assertThat(readouts.get(readouts.size() - 1)).isEmpty();
    }

    private Renderer renderer(LiveFigure figure) {
        return new Renderer(new Feeds(List.of(source)), new FigureEasel(figure), new Recorder(true), new FramePace(1, INTERVAL_NS, INTERVAL_NS), () -> nowNs, () -> 0);
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            renderer.turn();
            nowNs += INTERVAL_NS;
        }
    }

    private static Request request(int width, int height, boolean paused) {
        return new Request(View.START, Theme.DARK, width, height, 1, paused);
    }

    /** A screen that flips after a delay, or never takes anything. */
    private final class Recorder implements Screen {
        private final boolean takes;

        Recorder(boolean takes) {
            this.takes = takes;
        }

        @Override
        public void show(Picture picture) {
            pictures.add(picture);
            if (takes) {
                nowNs += delayNs;
                renderer.flipped(picture, nowNs);
                renderer.taken();
            }
        }

        @Override
        public void read(Optional<Readout> readout) {
            readouts.add(readout);
        }

        @Override
        public void tell(StatusReport report) {
            assertThat(report.runs()).hasSize(1);
        }
    }

    /** A signal whose file was cut short under its mapping. */
    private static final class TornSeries implements SignalSeries {
        @Override
        public String name() {
            return "s";
        }

        @Override
        public String channel() {
            return "s";
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public String xName() {
            return "";
        }

        @Override
        public String xUnit() {
            return "";
        }

        @Override
        public XType xType() {
            return XType.NUMBER;
        }

        @Override
        public long count() {
            return 3;
        }

        @Override
        public XRange extent() {
            throw new InternalError("a fault occurred");
        }

        @Override
        public double lastY() {
            throw new InternalError("a fault occurred");
        }

        @Override
        public SampleColumn samples() {
            throw new InternalError("cut short");
        }

        @Override
        public Trace trace(XRange range, int columns) {
            throw new InternalError("a fault occurred");
        }
    }
}
