// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Channels in many threads, and threads that are interrupted. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ThreadsTest {
    @TempDir
    Path runs;

    @Test
    void shouldRecordAThousandChannelsFromSixtyFourThreads() throws Exception {
        int threadCount = 64;
        int channelsEach = 16;
        int samples = 600;
        try (Plot plot = Plot.open(new PlotContext().name("threads").runsDirectory(runs))) {
            List<Thread> threads = new ArrayList<>();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            for (int t = 0; t < threadCount; t++) {
                int number = t;
                threads.add(new Thread(() -> record(plot, number, channelsEach, samples)));
                threads.get(t).setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
                threads.get(t).start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failure.get()).isNull();
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.channels()).hasSize(threadCount * channelsEach);
                for (Channel channel : run.channels()) {
                    Samples found = ((SignalChannel) channel).pin();
                    assertThat(found.count()).as(channel.name()).isEqualTo(samples);
                    double expected = channel.name().hashCode();
                    for (int i = 0; i < samples; i++) {
                        if (found.x(i, 0) != i || found.y(0, i) != expected) {
                            throw new AssertionError(channel.name() + ": sample " + i + " is " + found.x(i, 0) + ", " + found.y(0, i));
                        }
                    }
                }
            }
        }
    }

    private static void record(Plot plot, int thread, int channels, int samples) {
        List<Signal> signals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            names.add("channel " + thread + "/" + c);
            signals.add(plot.signal(names.get(c), ""));
        }
        for (int i = 0; i < samples; i++) {
            for (int c = 0; c < channels; c++) {
                signals.get(c).add(i, names.get(c).hashCode());
            }
        }
    }

    @Test
    void shouldKeepAddingAndTheFlagWhenTheThreadIsInterrupted() {
        try (Plot plot = Plot.open(new PlotContext().name("interrupted").runsDirectory(runs))) {
            Signal signal = plot.signal("a", "");
            Thread.currentThread().interrupt();
            for (int i = 0; i < 100_000; i++) {
                signal.add(i, i);
            }
            plot.notes().info("still here");
            assertThat(Thread.interrupted()).isTrue();
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.signal("a").count()).isEqualTo(100_000);
                assertThat(run.notes()).hasSize(1);
            }
        }
    }

    @Test
    void shouldOpenInAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        try (Plot plot = Plot.open(new PlotContext().name("interrupted").runsDirectory(runs))) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(plot.isOn()).isTrue();
        }
    }

    @Test
    void shouldNameBothThreadsThatUseOneChannelAtATime() throws Exception {
        Confinement confinement = new Confinement("a");
        Thread first = new Thread(confinement::enter, "first");
        first.start();
        first.join();
        assertThatThrownBy(confinement::enter).isInstanceOf(AssertionError.class).hasMessageContaining("'a'").hasMessageContaining("'first'")
            .hasMessageContaining(Thread.currentThread().getName());
        confinement.leave();
        assertThatCode(confinement::enter).doesNotThrowAnyException();
    }
}
