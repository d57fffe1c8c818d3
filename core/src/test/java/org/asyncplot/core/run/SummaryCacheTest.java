// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs without indexes: made at the first opening, found at the next, made anew where they do not fit. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SummaryCacheTest {
    private static final int SAMPLES = 3 * 64 * 40 + 7;

    @TempDir
    Path temporary;

    private static double[] values(double slope) {
        double[] x = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = slope * i;
        }
        return x;
    }

    private HeapSamples heap(SummaryCache cache, double slope) {
        return HeapSamples.heap(3, false, cache, values(slope), values(1));
    }

    private static void check(SignalChannel channel, double slope) {
        Samples samples = channel.pin();
        assertThat(samples.count()).isEqualTo(SAMPLES);
        assertThat(samples.extent()).containsExactly(0, slope * (SAMPLES - 1));
        for (int i = 0; i < SAMPLES; i += 101) {
            assertThat(samples.x(i, 0)).isEqualTo(slope * i);
            assertThat(samples.y(0, i)).isEqualTo(i);
        }
    }

    private long files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void shouldFindAtTheNextOpeningWhatWasMadeAtTheFirst() throws IOException {
        HeapSamples heap = heap(new SummaryCache(temporary, "run"), 1);
        check(heap.channel(), 1);
        assertThat(files(temporary)).isEqualTo(1);
        SignalChannel again = heap.opened();
        assertThat(heap.reads()).as("documents opened").isLessThan(70);
        check(again, 1);
    }

    @Test
    void shouldMakeAnewWhatDoesNotFit() throws IOException {
        heap(new SummaryCache(temporary, "run"), 1);
        check(HeapSamples.heap(4, false, new SummaryCache(temporary, "run"), values(2), values(1)).channel(), 2);
        try (Stream<Path> files = Files.list(temporary)) {
            Path file = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        check(HeapSamples.heap(4, false, new SummaryCache(temporary, "run"), values(2), values(1)).channel(), 2);
    }

    @Test
    void shouldKeepInMemoryWhatCannotBeWritten() throws IOException {
        Path file = Files.createFile(temporary.resolve("no-directory"));
        HeapSamples heap = heap(new SummaryCache(file, "run"), 1);
        check(heap.channel(), 1);
        check(heap.opened(), 1);
    }
}
