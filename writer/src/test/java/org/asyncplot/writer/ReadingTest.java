// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.RunFrames;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs read by programs: what {@link Run} hands on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReadingTest {
    private static final double LOWEST = Double.NEGATIVE_INFINITY;
    private static final double HIGHEST = Double.POSITIVE_INFINITY;

    @TempDir
    Path runs;

    private Plot open() {
        return Plot.open(new PlotContext().name("reading").runsDirectory(runs));
    }

    @Test
    void shouldHandOnTheSamplesOfAStretchBothEndsIncluded() {
        try (Plot plot = open()) {
            Signal angle = plot.signal("angle", "rad");
            for (int i = 0; i < 100_000; i++) {
                angle.add(i * 0.5, -i);
            }
            List<Double> found = new ArrayList<>();
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                run.signal("angle").forEach(40_000, 40_001, (x, y) -> found.addAll(List.of(x, y)));
            }
            assertThat(found).containsExactly(40_000.0, -80_000.0, 40_000.5, -80_001.0, 40_001.0, -80_002.0);
        }
    }

    @Test
    void shouldSeeWhatIsPublishedLaterOnlyAfterRefresh() {
        try (Plot plot = open(); Run run = Run.open(plot.directory().orElseThrow())) {
            Signal signal = plot.signal("late", "");
            signal.add(0, 1);
            assertThatThrownBy(() -> run.signal("late")).isInstanceOf(RunException.class);
            run.refresh();
            signal.add(1, 2);
            List<Double> found = new ArrayList<>();
            run.signal("late").forEach(LOWEST, HIGHEST, (x, y) -> found.add(y));
            assertThat(found).containsExactly(1.0);
            run.refresh();
            run.signal("late").forEach(LOWEST, HIGHEST, (x, y) -> found.add(y));
            assertThat(found).containsExactly(1.0, 1.0, 2.0);
        }
    }

    @Test
    void shouldHandOnRowsAndTimes() {
        try (Plot plot = open()) {
            plot.signal("position", "m", "x", "y", "z").add(7, 1, 2, 3);
            TimeSignal price = plot.timeSignal("price", "EUR");
            price.add(Long.MAX_VALUE, 5);
            price.add(-1, 4);
            plot.timeSignal("quote", "EUR", "bid", "ask").add(3, 10, 11);
            List<Object> found = new ArrayList<>();
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                run.signal("position").forEachRow(LOWEST, HIGHEST, (x, y) -> found.addAll(List.of(x, y[0], y[1], y[2])));
                run.signal("price").forEachTime(Long.MIN_VALUE, Long.MAX_VALUE, (ns, y) -> found.addAll(List.of(ns, y)));
                run.signal("price").forEachTimeRow(-1, -1, (ns, y) -> found.addAll(List.of(ns, y[0])));
                run.signal("quote").forEachTimeRow(3, 3, (ns, y) -> found.addAll(List.of(ns, y[0], y[1])));
            }
            assertThat(found).containsExactly(7.0, 1.0, 2.0, 3.0, Long.MAX_VALUE, 5.0, -1L, 4.0, -1L, 4.0, 3L, 10.0, 11.0);
        }
    }

    @Test
    void shouldNameTheMethodForASignalOfAnotherShape() {
        try (Plot plot = open()) {
            plot.signal("position", "m", "x", "y").add(7, 1, 2);
            plot.timeSignal("price", "EUR").add(1, 5);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThatThrownBy(() -> run.signal("position").forEach(0, 1, (x, y) -> { })).isInstanceOf(IllegalStateException.class)
                    .hasMessage("signal 'position' has 2 columns over numbers: read it with forEachRow");
                assertThatThrownBy(() -> run.signal("price").forEach(0, 1, (x, y) -> { })).isInstanceOf(IllegalStateException.class)
                    .hasMessage("signal 'price' has one column over time: read it with forEachTime");
            }
        }
    }

    @Test
    void shouldNameTheNearestChannel() {
        try (Plot plot = open()) {
            plot.signal("angle", "rad");
            plot.signal("omega", "");
            plot.waveform("spectrum", "", 4);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThatThrownBy(() -> run.signal("angel")).isInstanceOf(RunException.class)
                    .hasMessage(run.directory() + " has no signal 'angel'; did you mean 'angle'?");
                assertThatThrownBy(() -> run.signal("price")).hasMessage(run.directory() + " has no signal 'price'; it has angle, omega");
                assertThatThrownBy(() -> run.frames("spektrum")).hasMessage(run.directory()
                    + " has no waveform or image 'spektrum'; did you mean 'spectrum'?");
            }
        }
    }

    @Test
    void shouldGiveTheExactExtremesOfAStretch() {
        try (Plot plot = open()) {
            Signal signal = plot.signal("a", "");
            Signal back = plot.signal("back", "");
            for (int i = 0; i < 1000; i++) {
                signal.add(i, i == 777 ? 99 : 1);
                back.add(-i, 0);
            }
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                Envelope envelope = RunSignals.envelope(run.signal("a"), 0, XRange.of(700, 799), 2);
                assertThat(envelope.max()).containsExactly(1, 99);
                assertThat(envelope.count()[0] + envelope.count()[1]).isEqualTo(100);
                assertThat(RunSignals.envelope(run.signal("a"), 0, XRange.of(2000, 3000), 2).count()).containsExactly(0, 0);
                assertThatThrownBy(() -> RunSignals.envelope(run.signal("back"), 0, XRange.of(-10, 0), 2))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("x of signal 'back' goes backwards");
            }
        }
    }

    @Test
    void shouldCopyEveryFrameThatIsKept() {
        try (Plot plot = open()) {
            Waveform all = plot.waveform("all", "V", 2);
            Waveform newest = plot.waveform("newest", "V", 2, ElementType.FLOAT64, Axis.even("t", "s", 0, 1),
                Retention.latest(2));
            Image image = plot.image("image", "", 1, 2);
            for (int i = 0; i < 5; i++) {
                all.put(new double[] {i, -i});
                newest.put(new double[] {i, -i});
                image.put(new double[] {i, -i});
            }
            List<WaveformSnapshot> kept = new ArrayList<>();
            List<WaveformSnapshot> slots = new ArrayList<>();
            List<ImageSnapshot> images = new ArrayList<>();
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                all.put(new double[] {9, 9});
                RunFrames.forEachWaveform(run.frames("all"), kept::add);
                RunFrames.forEachWaveform(run.frames("newest"), slots::add);
                RunFrames.forEachImage(run.frames("image"), images::add);
                assertThat(RunFrames.newestImage(run.frames("image")).orElseThrow().values()).containsExactly(4, -4);
            }
            assertThat(kept).extracting(WaveformSnapshot::number).containsExactly(0L, 1L, 2L, 3L, 4L);
            assertThat(kept).extracting(frame -> frame.y()[1]).containsExactly(0.0, -1.0, -2.0, -3.0, -4.0);
            assertThat(slots).extracting(WaveformSnapshot::number).containsExactly(3L, 4L);
            assertThat(images).extracting(frame -> frame.values()[0]).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
        }
    }

    @Test
    void shouldSayThatFilesWereCutShortWhileTheyWereRead() throws IOException {
        Path directory;
        try (Plot plot = Plot.open(new PlotContext().name("cut").runsDirectory(runs).blockBytes(1 << 20))) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 200_000; i++) {
                signal.add(i, i);
            }
        }
        try (Run run = Run.open(directory)) {
            truncate(directory);
            assertThatThrownBy(() -> run.signal("a").forEach(LOWEST, HIGHEST, (x, y) -> { })).isInstanceOf(RunException.class)
                .hasMessageContaining("'a' was cut short");
        }
    }

    private static void truncate(Path directory) throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(directory)) {
            file = files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1 << 20);
        }
    }
}
