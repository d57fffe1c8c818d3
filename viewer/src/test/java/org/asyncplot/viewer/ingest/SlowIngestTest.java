// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A producer that pauses, as most that are worth watching do. */
@Timeout(30)
class SlowIngestTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final RecordingTarget target = new RecordingTarget();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Ingest ingest = new Ingest(IngestOptions.DEFAULT, target, notices::add);
    private final PipedOutputStream producer = new PipedOutputStream();

    private CompletableFuture<IngestReport> done;

    @BeforeEach
    void start() throws IOException {
        PipedInputStream input = new PipedInputStream(producer, 1 << 16);
        done = CompletableFuture.supplyAsync(() -> ingest.read(input));
    }

    @AfterEach
    void end() throws IOException {
        producer.close();
    }

    private void write(String text) throws IOException {
        producer.write(text.getBytes(StandardCharsets.UTF_8));
        producer.flush();
    }

    private static void await(String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - endNs).as("waiting for %s", what).isNegative();
            Thread.onSpinWait();
        }
    }

    private void awaitRows(int count) {
        await(count + " rows", () -> target.rows().size() == count);
    }

    @Test
    void shouldShowEachRowAsSoonAsItsLineEnds() throws IOException {
        write("t,a\n");
        for (int i = 1; i <= 30; i++) {
            write(i + ",5\n");
            awaitRows(i);
        }
        assertThat(done).isNotDone();
    }

    @Test
    void shouldShowRowsOfBlanksAsSoonAsTheirLinesEnd() throws IOException {
        for (int i = 1; i <= 30; i++) {
            write(i + " 5\n");
            awaitRows(i);
        }
    }

    @Test
    void shouldShowALineThatComesInPieces() throws IOException {
        write("t,a\n0,1\n");
        awaitRows(1);
        write("1,2");
        write("5\n2");
        awaitRows(2);

        assertThat(target.rows()).containsExactly("0.0 1.0", "1.0 25.0");
    }

    @Test
    void shouldSayWhereDataGoesBeforeASlowProducerBegins() {
        await("the announcement", () -> target.announcements() == 1);

        assertThat(target.layout()).isNull();
    }

    @Test
    void shouldRecordTheLastRowWithoutALineEnd() throws IOException {
        write("t,a\n0,1\n1,2");
        producer.close();

        assertThat(done.join().rows()).isEqualTo(2);
    }

    @Test
    void shouldKeepWholeRowsAndDropACutOneWhenStopped() throws IOException {
        write("t,a\n0,1\n");
        awaitRows(1);
        write("1,2\n2,3456");
        ingest.stop();

        assertThat(done.join()).isEqualTo(new IngestReport(1, 2, 0, 0));
        assertThat(target.rows()).containsExactly("0.0 1.0", "1.0 2.0");
        assertThat(notices).isEmpty();
    }

    @Test
    void shouldKeepWholeRowsWhenStoppedBeforeTheColumnsAreKnown() throws IOException {
        write("t,a\n0,1\n1,2\n2,");
        ingest.stop();

        assertThat(done.join()).isEqualTo(new IngestReport(1, 2, 0, 0));
    }

    @Test
    void shouldEndSoonWhenStoppedAlthoughTheProducerGoesOn() throws IOException {
        Thread endless = new Thread(() -> {
            try {
                for (int i = 0; ; i++) {
                    write(i + ",1\n");
                }
            } catch (IOException readerGone) {
                Thread.currentThread().interrupt();
            }
        });
        endless.setDaemon(true);
        endless.start();
        await("rows", () -> target.rows().size() > 10);

        long stoppedNs = System.nanoTime();
        ingest.stop();
        long rows = done.join().rows();

        assertThat(Duration.ofNanos(System.nanoTime() - stoppedNs)).isLessThan(Duration.ofSeconds(5));
        assertThat(target.rows()).hasSize((int) rows);
    }
}
