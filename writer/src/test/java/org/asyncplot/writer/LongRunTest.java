// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.queue.QueueReader;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run of some hundred blocks, read by its indexes, without them, and by indexes that are wrong. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LongRunTest {
    private static final int SAMPLES = 3_000_000;
    private static final int COLUMNS = 300;

    @TempDir
    Path runs;
    private Path directory;

    @BeforeEach
    void record() {
        try (Plot plot = Plot.open(new PlotContext().name("long").runsDirectory(runs))) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < SAMPLES; i++) {
                signal.add(i, y(i));
            }
        }
    }

    private static double y(int i) {
        return i == 1_234_567 ? 99 : Math.floorMod(i * 7919, 1000) * 0.001;
    }

    private static Envelope envelope(Run run) {
        SignalSeries series = RunSignals.of(run.signal("a")).get(0);
        return (Envelope) series.trace(series.extent(), COLUMNS);
    }

    private static void check(Envelope envelope) {
        assertThat(envelope.columns()).isEqualTo(COLUMNS);
        assertThat(envelope.extremes().high()).isEqualTo(99);
        int start = 0;
        for (int column = 0; column < COLUMNS; column++) {
            int end = start + (int) envelope.count()[column];
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = start; i < end; i++) {
                low = Math.min(low, y(i));
                high = Math.max(high, y(i));
            }
            assertThat(new double[] {envelope.min()[column], envelope.max()[column], envelope.first()[column], envelope.last()[column]})
                .as("column %d", column).containsExactly(low, high, y(start), y(end - 1));
            start = end;
        }
        assertThat(start).isEqualTo(SAMPLES);
    }

    /** Positions in the file of documents of a kind, by the bytes that they begin with. */
    private List<Long> positions(int templateId) throws IOException {
        List<Long> found = new ArrayList<>();
        try (QueueReader reader = QueueReader.open(directory); Region header = reader.first();
            Region definition = reader.at(new RunHeader(header.buffer()).newestDefinition())) {
            ChannelDefinition channel = new ChannelDefinition(definition.buffer());
            if (templateId == 8) {
                found.add(content(reader, channel.newestIndex(1)));
            } else {
                for (long index = channel.newestBlock(); index != 0;) {
                    try (Region region = reader.at(index)) {
                        found.add(content(reader, index));
                        index = new SignalBlock(region.buffer()).previousBlock();
                    }
                }
            }
            if (templateId == 2) {
                found.clear();
                found.add(content(reader, new RunHeader(header.buffer()).newestDefinition()));
            }
        }
        return found;
    }

    private static long content(QueueReader reader, long index) {
        try (Region region = reader.at(index)) {
            long from = region.position() + Integer.BYTES;
            return from + (-from & 7);
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    private void write(long position, long value) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(8).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(0, value), position);
        }
    }

    /** As runs were written before there were indexes. */
    private void forgetIndexes() throws IOException {
        for (int level = 1; level <= 3; level++) {
            write(positions(2).get(0) + 8 + 136 + 8L * level, 0);
        }
    }

    @Test
    void shouldDrawFromIndexesWhatTheSamplesSay() {
        try (Run run = Run.open(directory)) {
            check(envelope(run));
        }
    }

    @Test
    void shouldDrawTheSameOfARunWithoutIndexes() throws IOException {
        forgetIndexes();
        try (Run run = Run.open(directory)) {
            check(envelope(run));
        }
    }

    @Test
    void shouldNotBelieveAnIndexWithAFlippedByte() throws IOException {
        long index = positions(8).get(0);
        // The largest y of a row: the checksum notices.
        write(index + 64 + 8 + 24 + 48 + 8, Double.doubleToRawLongBits(7e7));
        try (Run run = Run.open(directory)) {
            check(envelope(run));
        }
    }

    @Test
    void shouldNotBelieveAnIndexThatListsOtherBlocks() throws IOException {
        long position = positions(8).get(0);
        UnsafeBuffer index = new UnsafeBuffer(new byte[BlockIndex.length(1)]);
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.read(ByteBuffer.wrap(index.byteArray()), position);
            BlockIndex rows = new BlockIndex(index, 0, 1, 1);
            // A row that leads to the block of another row, under a checksum that is right.
            int row = 64 + 8 + 5 * (rows.facts(6) - rows.facts(5));
            index.putLong(row, rows.index(6));
            index.putLong(row + 8, rows.position(6));
            BlockIndex.finish(index, rows.firstBlock(), rows.previous(), 1);
            channel.write(ByteBuffer.wrap(index.byteArray()), position);
        }
        try (Run run = Run.open(directory)) {
            check(envelope(run));
        }
    }

    @Test
    void shouldNotBelieveIndexesOfWhichTheOldestAreMissing() throws IOException {
        write(positions(8).get(0) + 8 + 16, 0);
        try (Run run = Run.open(directory)) {
            check(envelope(run));
        }
    }

    @Test
    void shouldSaySinceWhenSamplesAreThere() {
        Instant began = Instant.now();
        List<Instant> at = new ArrayList<>();
        List<Long> added = new ArrayList<>();
        try (Plot plot = Plot.open(new PlotContext().name("clock").runsDirectory(runs)); Run run = Run.open(plot.directory().orElseThrow())) {
            Signal signal = plot.signal("a", "");
            for (int burst = 0; burst < 3; burst++) {
                for (int i = 0; i < 100_000; i++) {
                    signal.add(i, i);
                }
                added.add(100_000L * (burst + 1));
                at.add(awaitTick(run, added.get(burst)));
            }
            for (int i = 0; i < 3; i++) {
                assertThat(run.asOf(at.get(i)).published()).as("after burst %d", i).containsExactly(added.get(i));
            }
            assertThat(run.asOf(began.minusSeconds(10)).published()).containsExactly(0L);
            assertThat(run.asOf(Instant.now().plusSeconds(10)).published()).containsExactly(300_000L);
        }
    }

    /** A moment at which all is noted: the last samples of a burst after a second. */
    private static Instant awaitTick(Run run, long count) {
        while (true) {
            run.refresh();
            Instant now = Instant.now();
            // Before its first tick a channel has no clock, and counts as a whole at any moment.
            boolean hasClock = !run.channels().isEmpty() && run.asOf(run.startedAt()).published().get(0) == 0;
            if (hasClock && run.asOf(now).published().get(0) == count) {
                return now;
            }
            Thread.onSpinWait();
        }
    }
}
