// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunCopy;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs of many files: readers notice nothing but that old samples go. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RollTest {
    private static final long MIB = 1L << 20;

    @TempDir
    Path runs;

    private final List<String> errors = new ArrayList<>();

    private PlotContext context() {
        return new PlotContext().name("roll").runsDirectory(runs).blockBytes(MIB).rollBytes(MIB).errorHandler(error -> errors.add(error.toString()));
    }

    private static int files(Plot plot) {
        return QueueFile.in(plot.directory().orElseThrow()).size();
    }

    private static int newestFile(Plot plot) {
        List<Path> files = QueueFile.in(plot.directory().orElseThrow());
        return QueueFile.numberOf(files.get(files.size() - 1));
    }

    /** Adds y = -x to a signal until something holds; returns how many it has then. */
    private static long addUntil(Signal signal, long from, BooleanSupplier condition) {
        long next = from;
        while (!condition.getAsBoolean()) {
            for (int i = 0; i < 1000; i++) {
                signal.add(next, -next);
                next++;
            }
            // Some 10 million samples a second: 6 ms to a MiB.
            LockSupport.parkNanos(50_000);
        }
        return next;
    }

    private static void assertLine(Samples samples, long first, long count) {
        assertThat(samples.first()).isEqualTo(first);
        assertThat(samples.count()).isEqualTo(count);
        for (long i = first; i < count; i++) {
            if (samples.x(i, 0) != i || samples.y(0, i) != -i) {
                throw new AssertionError("sample " + i + " of " + count + " is " + samples.x(i, 0) + ", " + samples.y(0, i));
            }
        }
    }

    /** The agent may still delete a file; returns where history began when all of it was read. */
    private static long assertKept(Samples samples, long count) {
        while (true) {
            long first = samples.first();
            try {
                assertLine(samples, first, count);
                return first;
            } catch (RunException gone) {
                assertThat(gone.kind()).isEqualTo(RunException.Kind.MISSING);
                assertThat(samples.first()).as("where history begins").isGreaterThan(first);
            }
        }
    }

    @Test
    void shouldKeepEverySampleAcrossFiles() {
        Path directory;
        long added;
        try (Plot plot = Plot.open(context())) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            added = addUntil(signal, 0, () -> files(plot) >= 6);
        }
        assertThat(errors).isEmpty();
        try (Run run = Run.open(directory)) {
            assertLine(run.signal("a").pin(), 0, added);
            assertThat(run.signal("a").dropped()).isZero();
            assertThat(run.endReason()).isPresent();
        }
    }

    @Test
    void shouldBeFollowedByAReaderThatWasThereBefore() {
        try (Plot plot = Plot.open(context())) {
            Signal early = plot.signal("early", "");
            early.add(0, 0);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                long added = addUntil(early, 1, () -> files(plot) >= 3);
                Signal late = plot.signal("late", "");
                late.add(0, 0);
                added = addUntil(early, added, () -> files(plot) >= 6);
                run.refresh();
                assertThat(run.channels()).extracting(Channel::name).containsExactly("early", "late");
                assertLine(run.signal("early").pin(), 0, added);
                assertThat(run.signal("late").count()).isEqualTo(1);
                addUntil(early, added, () -> newestFile(plot) > 0 && files(plot) >= 8);
                plot.notes().info("done");
                run.refresh();
                assertThat(run.notes()).extracting(Note::text).containsExactly("done");
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldNotHoldOnToDeletedFiles() throws IOException {
        try (Plot plot = Plot.open(context().keep(4 * MIB))) {
            Signal signal = plot.signal("a", "");
            try (Run attached = Run.open(plot.directory().orElseThrow())) {
                long added = 0;
                for (int i = 0; i < 12; i++) {
                    int newest = newestFile(plot);
                    added = addUntil(signal, added, () -> newestFile(plot) > newest);
                    attached.refresh();
                    assertThat(attached.signal("a").pin().y(0, added - 1)).isEqualTo(1 - added);
                }
                assertThat(deletedAndOpen()).isLessThanOrEqualTo(4);
            }
        }
    }

    private long deletedAndOpen() throws IOException {
        long found = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                found += target.startsWith(runs.toString()) && target.endsWith("(deleted)") ? 1 : 0;
            }
        }
        return found;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closed) {
            return "";
        }
    }

    @Test
    void shouldDeleteTheOldestFilesAndSayWhereHistoryBegins() throws IOException {
        long keep = 4 * MIB;
        try (Plot plot = Plot.open(context().keep(keep))) {
            Path directory = plot.directory().orElseThrow();
            int first = newestFile(plot);
            Signal signal = plot.signal("a", "");
            try (Run attached = Run.open(directory)) {
                long added = addUntil(signal, 0, () -> newestFile(plot) >= first + 12);
                attached.refresh();
                assertThat(attached.signal("a").count()).isEqualTo(added);
                assertThat(attached.signal("a").first()).isPositive();
                try (Run fresh = Run.open(directory)) {
                    assertThat(assertKept(fresh.signal("a").pin(), added)).isGreaterThan(added / 3);
                }
                assertThat(files(plot)).isLessThanOrEqualTo(6);
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldKeepTheNewestOfASlowChannelHoweverOldItsFile() {
        try (Plot plot = Plot.open(context().keep(3 * MIB))) {
            Path directory = plot.directory().orElseThrow();
            int first = newestFile(plot);
            Signal slow = plot.signal("slow", "");
            Signal fast = plot.signal("fast", "");
            slow.add(0, 0);
            slow.add(1, -1);
            long added = addUntil(fast, 0, () -> newestFile(plot) >= first + 10);
            try (Run run = Run.open(directory)) {
                assertLine(run.signal("slow").pin(), 0, 2);
                assertThat(run.signal("fast").first()).isPositive();
            }
            slow.add(2, -2);
            try (Run run = Run.open(directory)) {
                // The first two may have gone at once with their file, which nothing held any more.
                assertThat(run.signal("slow").count()).isEqualTo(3);
                addUntil(fast, added, () -> newestFile(plot) >= first + 20);
                run.refresh();
                assertThat(run.signal("slow").count()).isEqualTo(3);
                assertThat(run.signal("slow").pin().y(0, 2)).isEqualTo(-2);
                assertThat(run.signal("slow").first()).isEqualTo(2);
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldCarryFiguresNotesAndCountsOn() {
        Path directory;
        try (Plot plot = Plot.open(context())) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "m");
            plot.notes().info("before");
            plot.figure("figure: x\n");
            addUntil(signal, 0, () -> files(plot) >= 4);
            plot.notes().warning("after");
        }
        try (Run run = Run.open(directory)) {
            assertThat(run.figures()).contains("figure: x\n");
            assertThat(run.notes()).extracting(Note::text).containsExactly("before", "after");
            assertThat(run.notes()).extracting(Note::level).containsExactly(NoteLevel.INFO, NoteLevel.WARNING);
            assertThat(run.signal("a").unit()).isEqualTo("m");
        }
    }

    @Test
    void shouldKeepTheNewestFrames() {
        try (Plot plot = Plot.open(context().keep(3 * MIB))) {
            Path directory = plot.directory().orElseThrow();
            int first = newestFile(plot);
            Signal fast = plot.signal("fast", "");
            Waveform all = plot.waveform("all", "", 10);
            Waveform latest = plot.waveform("latest", "", 10, ElementType.FLOAT64, Axis.INDEX, Retention.latest(2));
            try (Run attached = Run.open(directory)) {
                long added = 0;
                for (int round = 0; round < 4; round++) {
                    all.put(new double[] {round});
                    latest.put(new double[] {round});
                    int until = first + 5 * (round + 1);
                    added = addUntil(fast, added, () -> newestFile(plot) >= until);
                    attached.refresh();
                    try (Run fresh = Run.open(directory)) {
                        for (Run run : List.of(attached, fresh)) {
                            for (Channel channel : run.channels().subList(1, 3)) {
                                Frame frame = ((FrameChannel) channel).newest().orElseThrow();
                                assertThat(frame.number()).isEqualTo(round);
                                assertThat(frame.buffer().getDouble(frame.elementsOffset())).isEqualTo(round);
                                assertThat(((FrameChannel) channel).isNewestThere()).isTrue();
                            }
                        }
                    }
                }
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldDeleteByAge() {
        try (Plot plot = Plot.open(context().keep(Duration.ofSeconds(1)))) {
            int first = newestFile(plot);
            Signal signal = plot.signal("a", "");
            long beganNs = System.nanoTime();
            long added = 0;
            while (!QueueFile.in(plot.directory().orElseThrow()).isEmpty()
                && QueueFile.numberOf(QueueFile.in(plot.directory().orElseThrow()).get(0)) < first + 3) {
                signal.add(added, -added);
                added++;
                Thread.onSpinWait();
            }
            assertThat(System.nanoTime() - beganNs).isGreaterThan(TimeUnit.SECONDS.toNanos(1));
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.signal("a").first()).isPositive();
            }
        }
    }

    @Test
    void shouldBeCopiedWhileItRollsAndItsOldFilesGo() throws IOException {
        try (Plot plot = Plot.open(context().keep(8 * MIB))) {
            int first = newestFile(plot);
            Signal signal = plot.signal("a", "");
            long added = addUntil(signal, 0, () -> newestFile(plot) >= first + 3);
            Thread adding = new Thread(() -> addUntil(signal, added, () -> {
                // Slow enough that a file takes longer to go than to be copied.
                LockSupport.parkNanos(500_000);
                return Thread.currentThread().isInterrupted();
            }));
            adding.start();
            for (int copy = 0; copy < 10; copy++) {
                Path target = runs.resolve("copy-" + copy);
                RunCopy.copy(plot.directory().orElseThrow(), target);
                try (Run run = Run.open(target)) {
                    SignalChannel channel = run.signal("a");
                    assertThat(channel.count()).isGreaterThanOrEqualTo(added);
                    assertThat(channel.first()).isLessThan(channel.count());
                    assertLine(channel.pin(), channel.first(), channel.count());
                }
            }
            adding.interrupt();
            join(adding);
        }
        assertThat(errors).isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
