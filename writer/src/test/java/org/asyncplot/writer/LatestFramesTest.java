// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Presence;
import org.asyncplot.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LatestFramesTest {
    private static final int LENGTH = 4096;

    @TempDir
    Path runs;

    private Plot open(String name) {
        return Plot.open(new PlotContext().name(name).runsDirectory(runs).agentInvoked(true));
    }

    @Test
    void shouldNotGrowWhileItIsOnlyWatched() throws Exception {
        try (Plot plot = open("watched")) {
            Image image = plot.image("i", "", 64, 64, ElementType.FLOAT64, Axis.INDEX, Axis.INDEX, Retention.latest(2));
            Path directory = plot.directory().orElseThrow();
            double[] values = new double[LENGTH];
            image.put(values);
            while (plot.invokeAgent() > 0) {
                Thread.onSpinWait();
            }
            long before = allocated(directory);
            for (int i = 0; i < 5000; i++) {
                Arrays.fill(values, i);
                image.put(values);
                plot.invokeAgent();
            }
            assertThat(allocated(directory)).isEqualTo(before);
            try (Run run = Run.open(directory)) {
                FrameChannel channel = (FrameChannel) run.channels().get(0);
                assertThat(channel.keepsAll()).isFalse();
                assertThat(channel.count()).isEqualTo(5001);
                assertThat(channel.dropped()).isZero();
                Frame newest = channel.newest().orElseThrow();
                assertThat(newest.buffer().getDouble(newest.elementsOffset())).isEqualTo(4999);
            }
        }
    }

    private static long allocated(Path directory) throws Exception {
        Process du = new ProcessBuilder("du", "-sk", directory.toString()).start();
        String said = new String(du.getInputStream().readAllBytes());
        assertThat(du.waitFor()).isZero();
        return Long.parseLong(said.split("\\s")[0]);
    }

    @Test
    void shouldNeverShowATornFrame() throws Exception {
        try (Plot plot = open("torn")) {
            Waveform wave = plot.waveform("w", "", LENGTH, ElementType.FLOAT64, Axis.INDEX, Retention.latest(2));
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                double[] y = new double[LENGTH];
                for (long number = 0; !done.get(); number++) {
                    Arrays.fill(y, number);
                    wave.put(y);
                }
            });
            AtomicLong whole = new AtomicLong();
            long retried = 0;
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                FrameChannel channel = (FrameChannel) run.channels().get(0);
                writer.start();
                long last = -1;
                while (whole.get() < 3000) {
                    channel.refresh();
                    if (channel.newest().isEmpty()) {
                        continue;
                    }
                    Frame frame = channel.newest().get();
                    long mark = frame.beginRead();
                    long number = frame.number();
                    double[] copy = new double[LENGTH];
                    for (int i = 0; i < LENGTH; i++) {
                        copy[i] = frame.buffer().getDouble(frame.elementsOffset() + 8 * i);
                    }
                    if (!frame.endRead(mark)) {
                        retried++;
                        continue;
                    }
                    for (double value : copy) {
                        if (value != number) {
                            throw new AssertionError("frame " + number + " shows " + value);
                        }
                    }
                    assertThat(number).isGreaterThanOrEqualTo(last);
                    last = number;
                    whole.incrementAndGet();
                }
            } finally {
                done.set(true);
                writer.join();
            }
            assertThat(whole.get()).as("whole frames, %d thrown away", retried).isEqualTo(3000);
        }
    }

    @Test
    void shouldShowNothingOfAFrameThatWasGivenUp() {
        try (Plot plot = open("aborted")) {
            Waveform wave = plot.waveform("w", "", 4, ElementType.FLOAT64, Axis.INDEX, Retention.latest(1));
            wave.put(new double[] {1, 2, 3, 4});
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                FrameChannel channel = (FrameChannel) run.channels().get(0);
                assertThat(channel.newest().orElseThrow().isPublished()).isTrue();
                wave.claim().abort();
                assertThat(channel.newest().orElseThrow().isPublished()).isFalse();
                wave.put(new double[] {5, 6, 7, 8});
                channel.refresh();
                Frame frame = channel.newest().orElseThrow();
                assertThat(frame.isPublished()).isTrue();
                assertThat(frame.buffer().getDouble(frame.elementsOffset())).isEqualTo(5);
            }
        }
    }

    @Test
    void shouldLeaveOutFramesThatComeTooSoonWithoutCountingThemAsDropped() {
        try (Plot plot = open("every")) {
            Waveform wave = plot.waveform("w", "", 4).every(Duration.ofHours(1));
            assertThat(wave.wanted()).isTrue();
            for (int i = 0; i < 100; i++) {
                wave.put(new double[4]);
            }
            assertThat(wave.wanted()).isFalse();
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.channels().get(0).count()).isEqualTo(1);
                assertThat(run.channels().get(0).dropped()).isZero();
            }
        }
    }

    @Test
    void shouldBeWantedOnlyWhileSomebodyWatches() throws Exception {
        try (Plot plot = open("wanted")) {
            Image image = plot.image("i", "", 2, 2, ElementType.UINT8, Axis.INDEX, Axis.INDEX, Retention.latest(2));
            Image kept = plot.image("kept", "", 2, 2);
            Path directory = plot.directory().orElseThrow();
            assertThat(image.wanted()).isFalse();
            assertThat(kept.wanted()).isTrue();
            try (Presence elsewhere = Presence.announce(Files.createDirectory(runs.resolve("other")))) {
                await(plot, image, false);
                assertThat(elsewhere).isNotNull();
            }
            try (Presence viewer = Presence.announce(directory)) {
                await(plot, image, true);
                assertThat(viewer).isNotNull();
            }
            await(plot, image, false);
        }
    }

    private static void await(Plot plot, Image image, boolean wanted) {
        long beganNs = System.nanoTime();
        // The agent looks every 100 ms.
        while (image.wanted() != wanted || System.nanoTime() - beganNs < 150_000_000L && image.wanted() == wanted) {
            plot.invokeAgent();
            Thread.onSpinWait();
        }
        assertThat(image.wanted()).isEqualTo(wanted);
    }

    @Test
    void shouldRefuseASlotCountThatShowsNothing() {
        assertThatThrownBy(() -> Retention.latest(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retention.latest(5000)).isInstanceOf(IllegalArgumentException.class);
    }
}
