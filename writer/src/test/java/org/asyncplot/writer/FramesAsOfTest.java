// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.FrameAsOf;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FramesAsOfTest {
    private static final int FRAMES = 500;

    @TempDir
    Path runs;

    private Plot open() {
        return Plot.open(new PlotContext().name("frames").runsDirectory(runs).agentInvoked(true));
    }

    @Test
    void shouldFindTheNewestOfEveryMomentAmongAllThatAreKept() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Plot plot = open()) {
            Waveform wave = plot.waveform("w", "", 1, ElementType.FLOAT64, Axis.INDEX, Retention.ALL);
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < FRAMES; i++) {
                if (random.nextInt(4) == 0) {
                    wave.claim().abort();
                }
                wave.put(new double[] {i});
                times.add(newest(plot).timeNs());
                plot.invokeAgent();
            }
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                FrameChannel channel = (FrameChannel) run.channels().get(0);
                assertThat(number(channel.asOf(times.get(0) - 1, Frame::number))).as("seed %d", seed).isEqualTo(-1);
                for (int i = 0; i < FRAMES; i++) {
                    int last = times.lastIndexOf(times.get(i));
                    assertThat(number(channel.asOf(times.get(i), Frame::number))).as("seed %d", seed).isEqualTo(last);
                    if (i > 0 && times.get(i) - 1 >= times.get(i - 1)) {
                        assertThat(number(channel.asOf(times.get(i) - 1, Frame::number))).as("seed %d", seed).isEqualTo(i - 1);
                    }
                }
            }
        }
    }

    private static Frame newest(Plot plot) {
        try (Run run = Run.open(plot.directory().orElseThrow())) {
            return copied(((FrameChannel) run.channels().get(0)).newest().orElseThrow());
        }
    }

    /** Of the run's memory nothing is used after it is closed. */
    private static Frame copied(Frame frame) {
        byte[] bytes = new byte[frame.buffer().capacity()];
        frame.buffer().getBytes(0, bytes);
        return new Frame(new org.agrona.concurrent.UnsafeBuffer(bytes));
    }

    private static long number(FrameAsOf<Long> found) {
        return found.copy().orElse(-1L);
    }

    @Test
    void shouldSayThatAFrameWasNotRecordedRatherThanShowAnother() {
        try (Plot plot = open()) {
            Waveform wave = plot.waveform("w", "", 1, ElementType.FLOAT64, Axis.INDEX, Retention.latest(3));
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                FrameChannel channel = (FrameChannel) run.channels().get(0);
                assertThat(channel.asOf(Long.MAX_VALUE, Frame::number).found()).isEqualTo(FrameAsOf.Found.NONE_YET);
                List<Long> times = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    wave.put(new double[] {i});
                    run.refresh();
                    times.add(channel.newest().orElseThrow().timeNs());
                    awaitNextNs(times.get(i));
                    if (i < 3) {
                        assertThat(channel.asOf(times.get(0) - 1, Frame::number).found()).isEqualTo(FrameAsOf.Found.NONE_YET);
                    }
                }
                assertThat(number(channel.asOf(times.get(7), Frame::number))).isEqualTo(7);
                assertThat(number(channel.asOf(times.get(6), Frame::number))).isEqualTo(6);
                assertThat(number(channel.asOf(times.get(5), Frame::number))).isEqualTo(5);
                assertThat(channel.asOf(times.get(4), Frame::number).found()).isEqualTo(FrameAsOf.Found.NOT_RECORDED);
                assertThat(channel.asOf(0, Frame::number).found()).isEqualTo(FrameAsOf.Found.NOT_RECORDED);
            }
        }
    }

    private static void awaitNextNs(long epochNs) {
        while (Recording.epochNs(java.time.Instant.now()) <= epochNs) {
            Thread.onSpinWait();
        }
    }
}
