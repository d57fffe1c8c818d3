// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.run.XType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlotTest {
    @TempDir
    Path runs;

    private PlotContext context(String name) {
        return new PlotContext().name(name).runsDirectory(runs);
    }

    @Test
    void shouldRecordEverySampleInOrder() {
        int count = 100_000;
        try (Plot plot = Plot.open(context("order"))) {
            Signal signal = plot.signal("angle", "rad");
            for (int i = 0; i < count; i++) {
                signal.add(i * 0.5, i * 2.0);
            }
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.state()).isEqualTo(RunState.RUNNING);
                assertSamples(run, count);
            }
        }
        try (Run run = Run.open(new org.asyncplot.core.run.Runs(runs).find("order"))) {
            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(run.endReason()).contains(EndReason.CLOSED);
            assertSamples(run, count);
        }
    }

    private static void assertSamples(Run run, int count) {
        SignalChannel channel = run.signal("angle");
        assertThat(channel.unit()).isEqualTo("rad");
        assertThat(channel.columns()).containsExactly("angle");
        assertThat(channel.dropped()).isZero();
        Samples samples = channel.pin();
        assertThat(samples.count()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            if (samples.x(i, 0) != i * 0.5 || samples.y(0, i) != i * 2.0) {
                throw new AssertionError("sample " + i + " is " + samples.x(i, 0) + ", " + samples.y(0, i));
            }
        }
    }

    @Test
    void shouldShowSamplesToAReaderThatWasThereBefore() {
        try (Plot plot = Plot.open(context("live"))) {
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.channels()).isEmpty();
                Signal signal = plot.signal("a", "");
                signal.add(1, 2);
                run.refresh();
                assertThat(run.signal("a").count()).isEqualTo(1);
                for (int i = 0; i < 5000; i++) {
                    signal.add(2 + i, i);
                    if (i % 700 == 0) {
                        run.refresh();
                        assertThat(run.signal("a").count()).isEqualTo(i + 2);
                    }
                }
                run.refresh();
                assertThat(run.signal("a").pin().y(0, 5000)).isEqualTo(4999);
            }
        }
    }

    @Test
    void shouldKeepRowsTimesAndBulkSamplesApart() {
        try (Plot plot = Plot.open(context("kinds"))) {
            plot.xAxis("t", "s");
            Signal rows = plot.signal("position", "m", "x", "y", "z");
            rows.add(0, 1, 2, 3);
            rows.add(1, 4);
            TimeSignal price = plot.timeSignal("price", "EUR");
            price.add(1_700_000_000_123_456_789L, 9.5);
            Signal bulk = plot.signal("bulk", "V");
            double[] x = new double[20_000];
            double[] y = new double[20_000];
            for (int i = 0; i < x.length; i++) {
                x[i] = i;
                y[i] = -i;
            }
            bulk.add(x, y, 1, 19_000);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                SignalChannel position = run.signal("position");
                assertThat(position.columns()).containsExactly("x", "y", "z");
                assertThat(position.xName()).isEqualTo("t");
                assertThat(position.xUnit()).isEqualTo("s");
                Samples samples = position.pin();
                assertThat(List.of(samples.y(0, 0), samples.y(1, 0), samples.y(2, 0))).containsExactly(1.0, 2.0, 3.0);
                assertThat(samples.y(0, 1)).isEqualTo(4);
                assertThat(samples.y(1, 1)).isNaN();
                assertThat(run.signal("price").xType()).isEqualTo(XType.TIME);
                assertThat(run.signal("price").pin().timeNs(0)).isEqualTo(1_700_000_000_123_456_789L);
                Samples many = run.signal("bulk").pin();
                assertThat(many.count()).isEqualTo(19_000);
                assertThat(many.x(18_999, 0)).isEqualTo(19_000);
                assertThat(many.y(0, 18_999)).isEqualTo(-19_000);
            }
        }
    }

    @Test
    void shouldShowFramesOnceTheyAreCommitted() {
        try (Plot plot = Plot.open(context("frames"))) {
            Waveform wave = plot.waveform("psi", "1", 8, ElementType.FLOAT32, Axis.even("x", "m", -1, 0.25));
            Image image = plot.image("map", "K", 2, 3, ElementType.UINT8, Axis.even("x", "", 0, 1), Axis.even("t", "s", 5, 2));
            FrameClaim claim = wave.claim();
            claim.set(0, 7);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                FrameChannel psi = (FrameChannel) run.channels().get(0);
                assertThat(psi.newest()).isEmpty();
                claim.commit();
                run.refresh();
                assertThat(psi.count()).isEqualTo(1);
                Frame frame = psi.newest().orElseThrow();
                assertThat(frame.x(4)).isEqualTo(0.0);
                assertThat(frame.buffer().getFloat(frame.elementsOffset())).isEqualTo(7f);
                for (int i = 0; i < 100; i++) {
                    wave.put(new double[] {i, 2});
                }
                wave.claim().abort();
                image.put(new byte[] {1, 2, 3, 4, 5, (byte) 200});
                run.refresh();
                assertThat(psi.count()).isEqualTo(101);
                assertThat(psi.newest().orElseThrow().filled()).isEqualTo(2);
                FrameChannel map = (FrameChannel) run.channels().get(1);
                Frame field = map.newest().orElseThrow();
                assertThat(field.rows()).isEqualTo(2);
                assertThat(field.axes()).containsExactly(0, 1, 5, 2);
                assertThat(field.buffer().getByte(field.elementsOffset() + 5) & 0xff).isEqualTo(200);
            }
        }
    }

    @Test
    void shouldRecordNotesFiguresAndParameters() {
        try (Plot plot = Plot.open(context("words & more").parameter("dt", 0.5).parameter("who", "ψ"))) {
            plot.notes().info("first");
            plot.notes().add(NoteLevel.WARNING, 2.5, "second");
            plot.figure("figure: one");
            plot.figure("figure: two");
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.name()).isEqualTo("words & more");
                assertThat(run.directory().getFileName().toString()).startsWith("words%20%26%20more-");
                assertThat(run.parameters()).containsEntry("dt", "0.5").containsEntry("who", "ψ");
                assertThat(run.notes()).extracting(Note::text).containsExactly("first", "second");
                assertThat(run.notes().get(1).x()).isEqualTo(2.5);
                assertThat(run.notes().get(1).level()).isEqualTo(NoteLevel.WARNING);
                assertThat(run.figures()).contains("figure: two");
            }
        }
    }

    @Test
    void shouldStayOffAndSayWhyWhenNoRunCanBeWritten() throws Exception {
        Path file = Files.writeString(runs.resolve("file"), "not a directory");
        List<Throwable> errors = new ArrayList<>();
        try (Plot plot = Plot.open(context("off").runsDirectory(file).errorHandler(errors::add))) {
            assertThat(plot.isOn()).isFalse();
            assertThat(plot.directory()).isEmpty();
            plot.signal("a", "").add(1, 2);
            plot.waveform("w", "", 4).put(new double[4]);
            plot.notes().info("nobody hears");
        }
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).hasMessageContaining(file.toString()).hasMessageContaining("plotting is off");
    }

    @Test
    void shouldDropAndCountWhatIsAddedAfterClose() {
        Plot plot = Plot.open(context("closed"));
        Signal signal = plot.signal("a", "");
        signal.add(1, 1);
        Path directory = plot.directory().orElseThrow();
        plot.close();
        plot.close();
        for (int i = 0; i < 1000; i++) {
            signal.add(2, 2);
        }
        try (Run run = Run.open(directory)) {
            assertThat(run.signal("a").count()).isEqualTo(1);
            assertThat(run.signal("a").dropped()).isEqualTo(1000);
        }
    }

    @Test
    void shouldGiveTheSameHandleForTheSameDeclaration() {
        try (Plot plot = Plot.open(context("twice"))) {
            Signal signal = plot.signal("a", "m");
            assertThat(plot.signal("a", "m")).isSameAs(signal);
            assertThatThrownBy(() -> plot.signal("a", "s")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'a'");
            assertThatThrownBy(() -> plot.signal("", "s")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> plot.waveform("big", "", 10_000_000)).hasMessageContaining(PlotContext.BLOCK_BYTES_PROPERTY);
        }
    }

    @Test
    void shouldRecordWithoutAThreadWhenTheCallerInvokesTheAgent() {
        try (Plot plot = Plot.open(context("invoked").agentInvoked(true))) {
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 50_000; i++) {
                signal.add(i, i);
                if (i % 1000 == 0) {
                    plot.invokeAgent();
                }
            }
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.signal("a").count()).isEqualTo(50_000);
            }
        }
    }

    @Test
    void shouldCountHowOftenTheComputingThreadAllocatedForItself() {
        try (Plot plot = Plot.open(context("waits").agentInvoked(true))) {
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 256; i++) {
                signal.add(i, i);
            }
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.signal("a").waits()).isZero();
                signal.add(256, 256);
                assertThat(run.signal("a").waits()).isEqualTo(1);
                assertThat(run.signal("a").longestWaitNs()).isPositive();
            }
        }
    }

    @Test
    void shouldDropUnderDropWhatTheAgentDidNotPrepare() {
        try (Plot plot = Plot.open(context("drop").agentInvoked(true).overflowPolicy(OverflowPolicy.DROP))) {
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 10_000; i++) {
                signal.add(i, i);
            }
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                SignalChannel channel = run.signal("a");
                assertThat(channel.waits()).isZero();
                assertThat(channel.dropped()).isPositive();
                assertThat(channel.count() + channel.dropped()).isEqualTo(10_000);
                plot.invokeAgent();
                signal.add(10_000, 10_000);
                run.refresh();
                Samples samples = channel.pin();
                assertThat(samples.x(samples.count() - 1, 0)).isEqualTo(10_000);
            }
        }
    }
}
