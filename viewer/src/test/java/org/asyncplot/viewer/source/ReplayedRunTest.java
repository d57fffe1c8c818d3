// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.Run;
import org.asyncplot.viewer.plot.AutoLayout;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.writer.Axis;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Retention;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.Waveform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is replayed against what was seen of it live, in files that a computation writes meanwhile. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ReplayedRunTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int MANY = 700;

    @TempDir
    private Path runs;

    private Plot plot;
    private Signal fast;
    private Signal second;
    private Waveform kept;
    private Waveform newest;
    private int written;
    private final List<Seen> seen = new ArrayList<>();

    /** What a live viewer drew, and when. */
    private record Seen(long momentNs, int[] pixels, long samples, List<Note> notes) {
    }

    @BeforeEach
    void record() {
        plot = Plot.open(new PlotContext().name("played").runsDirectory(runs).agentInvoked(true));
        plot.xAxis("t", "s");
        fast = plot.signal("fast", "V");
    }

    private void declareWaveform() {
        kept = plot.waveform("kept", "V", 64, ElementType.FLOAT64, Axis.INDEX, Retention.ALL);
    }

    @AfterEach
    void close() {
        plot.close();
    }

    /** Publishes so much of everything that the clock notes it at its next look, and waits until it has. */
    private void step(Run run) {
        for (int i = 0; i < MANY; i++, written++) {
            fast.add(written * 1e-3, Math.sin(written * 0.01) * written);
            if (second != null) {
                second.add(written * 1e-3, Math.cos(written * 0.003));
            }
        }
        double[] wave = new double[64];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = Math.sin(i * 0.1 + written);
        }
        if (kept != null) {
            kept.put(wave);
        }
        if (newest != null) {
            newest.put(wave);
        }
        do {
            plot.invokeAgent();
            run.refresh();
        } while (run.clock().countAt(run.signal("fast"), Long.MAX_VALUE / 2) < written);
    }

    private void look(Run run) {
        Snapshot live = RunSnapshot.of(run, name -> true);
        long momentNs = System.nanoTime() - run.clock().startMonotonicNs();
        seen.add(new Seen(momentNs, pixels(live), live.signals().get(0).count(), live.notes()));
    }

    private static int[] pixels(Snapshot snapshot) {
        int[] argb = new int[WIDTH * HEIGHT];
        new FigurePainter(Theme.DARK, 1).paint(argb, WIDTH, HEIGHT, AutoLayout.of(snapshot), snapshot);
        return argb;
    }

    /** A million numbers help nobody. */
    private static void same(String what, int[] pixels, int[] expected) {
        assertThat(Arrays.mismatch(pixels, expected)).as("first different pixel: " + what).isEqualTo(-1);
    }

    @Test
    void shouldShowTheSamePixelsAsTheLiveViewAtThatMoment() {
        declareWaveform();
        try (Run run = Run.open(plot.directory().orElseThrow())) {
            for (int i = 0; i < 40; i++) {
                if (i == 10) {
                    plot.notes().info("the second begins");
                    second = plot.signal("second", "A");
                }
                step(run);
                look(run);
            }
        }
        plot.close();
        try (Run run = Run.open(plot.directory().orElseThrow())) {
            for (int i = seen.size() - 1; i >= 0; i--) {
                Seen live = seen.get(i);
                Snapshot replayed = RunSnapshot.asOf(run, name -> true, live.momentNs());
                assertThat(replayed.signals().get(0).count()).as("samples at look %d", i).isEqualTo(live.samples());
                assertThat(replayed.notes()).as("notes at look %d", i).isEqualTo(live.notes());
                same("pixels at look " + i, pixels(replayed), live.pixels());
            }
        }
    }

    @Test
    void shouldShowTheLiveRunWhileItIsRecordedAtWhateverMomentIsAskedForAndBack() {
        declareWaveform();
        long[] nowNs = {1};
        Playback playback = Playback.live(() -> nowNs[0]);
        Playback.Track track = playback.track();
        Path directory = plot.directory().orElseThrow();
        try (Run run = Run.open(directory); ReplayedRun replayed = new ReplayedRun(new OpenRun(directory, name -> true), track)) {
            for (int i = 0; i < 5; i++) {
                step(run);
                look(run);
            }
            assertThat(replayed.growth().past()).isFalse();
            playback.seek(seen.get(1).momentNs());
            LiveRun.Growth past = replayed.growth();
            assertThat(past.past()).isTrue();
            same("the past", pixels(replayed.capture(0, null).snapshot()), seen.get(1).pixels());
            step(run);
            assertThat(replayed.growth()).as("the past does not grow").isEqualTo(past);
            playback.seek(-1);
            replayed.growth();
            assertThat(replayed.capture(0, null).snapshot().signals().get(0).count()).isZero();
            playback.live();
            assertThat(replayed.growth().past()).isFalse();
            assertThat(replayed.capture(0, null).snapshot().signals().get(0).count()).isEqualTo(written);
        }
    }

    @Test
    void shouldStepToTheMomentsAtWhichSomethingCame() {
        Playback playback = Playback.from(0, () -> 1);
        Playback.Track track = playback.track();
        Path directory = plot.directory().orElseThrow();
        try (Run run = Run.open(directory); ReplayedRun replayed = new ReplayedRun(new OpenRun(directory, name -> true), track)) {
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                step(run);
                counts.add((long) written);
            }
            replayed.growth();
            for (long count : counts.subList(0, 150)) {
                playback.step(1);
                assertThat(replayed.growth().samples()).isEqualTo(count);
            }
            playback.step(-100);
            assertThat(replayed.growth().samples()).isEqualTo(counts.get(49));
            playback.step(-1000);
            assertThat(replayed.growth().samples()).isZero();
            playback.step(1000);
            assertThat(replayed.growth().samples()).isEqualTo(written);
        }
    }

    @Test
    void shouldSayThatAFrameWasNotRecordedRatherThanShowALaterOne() {
        declareWaveform();
        newest = plot.waveform("newest", "V", 64, ElementType.FLOAT64, Axis.INDEX, Retention.latest(2));
        try (Run run = Run.open(plot.directory().orElseThrow())) {
            for (int i = 0; i < 6; i++) {
                step(run);
                look(run);
            }
            Snapshot early = RunSnapshot.asOf(run, name -> true, seen.get(1).momentNs());
            assertThat(early.waveforms().get(1).isLost()).isTrue();
            assertThat(early.waveforms().get(1).y()).isEmpty();
            assertThat(early.waveforms().get(0).number()).isEqualTo(1);
            Snapshot late = RunSnapshot.asOf(run, name -> true, seen.get(5).momentNs());
            assertThat(late.waveforms().get(1).number()).isEqualTo(5);
            same("the newest", pixels(late), seen.get(5).pixels());
        }
    }

    @Test
    void shouldTellTheCourseOfTheRun() {
        Playback playback = Playback.live(() -> 1);
        Playback.Track track = playback.track();
        Path directory = plot.directory().orElseThrow();
        try (Run run = Run.open(directory); ReplayedRun replayed = new ReplayedRun(new OpenRun(directory, name -> true), track)) {
            step(run);
            plot.notes().warning("careful");
            plot.invokeAgent();
            replayed.growth();
            Playback.Course course = playback.course();
            long sum = 0;
            for (long count : course.activity()) {
                sum += count;
            }
            assertThat(sum).isEqualTo(written);
            assertThat(course.marks()).hasSize(1);
            assertThat(playback.momentNs(course.marks().get(0))).isPositive();
        }
    }
}
