// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class DiskUsageTest {
    @TempDir
    private Path directory;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void shouldCountWhatIsAllocatedNotWhatIsApparent() throws IOException {
        Path sparse = Files.createDirectory(directory.resolve("sparse one"));
        try (RandomAccessFile file = new RandomAccessFile(sparse.resolve("data").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Path full = Files.createDirectory(directory.resolve("-full"));
        Files.write(full.resolve("data"), new byte[300_000]);

        Map<Path, Long> bytes = DiskUsage.of(List.of(sparse, full));

        assertThat(bytes.get(sparse)).isLessThan(100_000);
        assertThat(bytes.get(full)).isBetween(300_000L, 400_000L);
    }

    @Test
    void shouldCountNothingWhenDirectoryIsGone() {
        Path gone = directory.resolve("gone");

        assertThat(DiskUsage.of(List.of(gone))).containsEntry(gone, 0L);
    }
}
