// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PresenceTest {
    @TempDir
    Path run;

    @Test
    void shouldBeKnownUntilClosed() throws IOException {
        assertThat(Presence.isWatched(run)).isFalse();
        try (Presence presence = Presence.announce(run)) {
            assertThat(presence).isNotNull();
            assertThat(Presence.isWatched(run)).isTrue();
        }
        assertThat(Presence.isWatched(run)).isFalse();
    }

    @Test
    void shouldCountViewersThatAreGoneForNothingAndTidyUpAfterThem() throws Exception {
        Process gone = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version").start();
        gone.waitFor();
        try (Presence first = Presence.announce(Files.createDirectory(run.resolve("other")))) {
            assertThat(first).isNotNull();
            Path left = Files.write(Presence.directory().resolve("viewer-" + gone.pid() + "-1"), List.of(Long.toString(gone.pid()), "1",
                run.toRealPath().toString()));
            Path others = Files.writeString(Presence.directory().resolve("viewer-of-something-else"), "not ours\n");
            assertThat(Presence.isWatched(run)).isFalse();

            try (Presence second = Presence.announce(run)) {
                assertThat(left).doesNotExist();
                assertThat(others).exists();
                assertThat(Presence.isWatched(run)).isTrue();
                assertThat(second).isNotNull();
            } finally {
                Files.deleteIfExists(others);
                Files.deleteIfExists(left);
            }
        }
    }
}
