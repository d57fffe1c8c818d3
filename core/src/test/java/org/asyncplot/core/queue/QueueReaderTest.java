// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class QueueReaderTest {
    private static final long BLOCK_BYTES = 64L << 20;
    /** Chronicle's first page of places names a second one after 16 384 documents. */
    private static final int DOCUMENTS = 40_000;

    @TempDir
    private static Path directory;
    private static final List<Long> indexes = new ArrayList<>();
    private static final List<Long> positions = new ArrayList<>();
    @TempDir
    private Path copy;

    @BeforeAll
    static void write() {
        Random lengths = new Random(7);
        try (QueueWriter writer = QueueWriter.create(directory, BLOCK_BYTES, System.currentTimeMillis())) {
            note(writer.appendFirst(32, buffer -> buffer.putLong(0, 0)));
            for (int i = 1; i < DOCUMENTS; i++) {
                long number = i;
                // One is longer than what windows overlap by, and lies across the end of one.
                int length = i == DOCUMENTS / 2 ? writer.maxDocumentBytes() : 8 + lengths.nextInt(i % 100 == 0 ? 10_000 : 100);
                note(writer.append(length, buffer -> buffer.putLong(0, number)));
            }
        }
    }

    private static void note(Region region) {
        try (region) {
            indexes.add(region.index());
            positions.add(region.position());
        }
    }

    @Test
    void shouldAgreeWithChroniclesOwnReader() {
        try (ChronicleQueue queue = Chronicle.builder(directory, BLOCK_BYTES).readOnly(true).build();
                ExcerptTailer tailer = queue.createTailer(); QueueReader reader = QueueReader.open(directory)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                try (DocumentContext document = tailer.readingDocument(); Region region = reader.at(document.index())) {
                    Bytes<?> bytes = document.wire().bytes();
                    int pad = (int) (-bytes.readPosition() & 7);
                    boolean same = region.index() == indexes.get(i) && region.position() == positions.get(i)
                        && region.position() == bytes.readPosition() - QueueWriter.PREFIX_BYTES
                        && region.buffer().capacity() == bytes.readRemaining() - pad
                        && region.buffer().getLong(0) == i && bytes.readLong(bytes.readPosition() + pad) == i;
                    assertThat(same).as("document %d", i).isTrue();
                }
            }
        }
    }

    @Test
    void shouldFindAnyDocumentInAnyOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (QueueReader reader = QueueReader.open(directory)) {
            for (int look = 0; look < 5_000; look++) {
                int i = random.nextInt(DOCUMENTS);
                try (Region searched = reader.at(indexes.get(i)); Region placed = reader.at(indexes.get(i), positions.get(i))) {
                    assertThat(searched.buffer().getLong(0)).as("seed %d", seed).isEqualTo(i);
                    assertThat(placed.buffer().getLong(0)).as("seed %d", seed).isEqualTo(i);
                }
            }
            assertThat(reader.at(indexes.get(DOCUMENTS - 1) + 1)).isNull();
        }
    }

    @Test
    void shouldCountWhereAKilledWriterLeftNoPlaces() throws Exception {
        long page;
        try (RandomAccessFile file = new RandomAccessFile(copied().toFile(), "rw")) {
            // The second page's place, and nearly half of the first page's, as if they had never been written.
            file.seek(0xf0);
            page = Long.reverseBytes(file.readLong());
            file.seek(0xf8);
            file.writeLong(0);
            file.seek(page + 0x28 + 512 * Long.BYTES);
            file.write(new byte[510 * Long.BYTES]);
        }
        try (QueueReader reader = QueueReader.open(copy)) {
            for (int i : new int[] {0, 8191, 8192, 16_383, 16_384, 20_001, DOCUMENTS - 1}) {
                try (Region region = reader.at(indexes.get(i))) {
                    assertThat(region.buffer().getLong(0)).isEqualTo(i);
                }
            }
        }
    }

    @Test
    void shouldOpenInManyThreadsAtOnce() {
        List<CompletableFuture<Long>> opened = IntStream.range(0, 16).mapToObj(thread -> CompletableFuture.supplyAsync(() -> {
            long sum = 0;
            for (int i = 0; i < 50; i++) {
                try (QueueReader reader = QueueReader.open(directory); Region region = reader.at(indexes.get(i))) {
                    sum += region.buffer().getLong(0);
                }
            }
            return sum;
        })).toList();
        assertThat(opened).allSatisfy(sum -> assertThat(sum.join()).isEqualTo(49 * 50 / 2));
    }

    @Test
    void shouldSayThatADocumentIsCutOff() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(copied().toFile(), "rw")) {
            file.setLength(positions.get(DOCUMENTS / 2) + 4096);
        }
        try (QueueReader reader = QueueReader.open(copy)) {
            assertThatThrownBy(() -> reader.at(indexes.get(DOCUMENTS / 2))).isInstanceOfSatisfying(RunException.class,
                damaged -> assertThat(damaged.kind()).isEqualTo(RunException.Kind.DAMAGED));
            try (Region region = reader.at(indexes.get(DOCUMENTS / 2 - 1))) {
                assertThat(region.buffer().getLong(0)).isEqualTo(DOCUMENTS / 2 - 1);
            }
        }
    }

    private Path copied() throws Exception {
        try (var files = Files.list(directory)) {
            Path file = files.filter(path -> path.toString().endsWith(Chronicle.FILE_SUFFIX)).findFirst().orElseThrow();
            return Files.copy(file, copy.resolve(file.getFileName()));
        }
    }
}
