// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ViewerLogTest {
    @TempDir
    Path temporary;

    private static void say(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    @Test
    void shouldGiveTheLastLineThatWasSaidSince() throws IOException {
        Path file = temporary.resolve("run-1.log");
        ViewerLog first = ViewerLog.of(Path.of("/runs/run-1"), temporary);
        assertThat(first.lastLine()).isEmpty();
        say(file, "one\ntwo \n\n");
        assertThat(first.lastLine()).contains("two");

        ViewerLog second = ViewerLog.of(Path.of("/runs/run-1"), temporary);
        assertThat(second.lastLine()).isEmpty();
        say(file, "Unrecognized option\nError: Could not create the Java Virtual Machine.\nError: A fatal exception has occurred. Program will exit.\n");
        assertThat(second.lastLine()).contains("Unrecognized option");
        say(file, ("x".repeat(100) + "\n").repeat(5000) + "end");
        assertThat(second.lastLine()).contains("end");
    }

    @Test
    void shouldTakeAwayWhatIsOlderThanAWeek() throws IOException {
        Path old = Files.createFile(temporary.resolve("old.log"));
        Path young = Files.createFile(temporary.resolve("young.log"));
        Path other = Files.createFile(temporary.resolve("other"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minus(Duration.ofDays(8))));

        ViewerLog.of(Path.of("run"), temporary);

        assertThat(temporary).isDirectoryContaining(young::equals).isDirectoryContaining(other::equals).isDirectoryNotContaining(old::equals);
    }

    @Test
    void shouldDoWithoutAFileWhereNoneCanBeWritten() throws IOException {
        ViewerLog log = ViewerLog.of(Path.of("run"), Files.createFile(temporary.resolve("file")).resolve("logs"));
        assertThat(log.redirect()).isEqualTo(Redirect.DISCARD);
        assertThat(log.lastLine()).isEmpty();
    }

    @Test
    void shouldLieWhereThePlatformKeepsStates() {
        Path home = Path.of("/home/me");
        assertThat(ViewerLog.directory(Map.of(), home)).isEqualTo(Path.of("/home/me/.local/state/asyncplot"));
        assertThat(ViewerLog.directory(Map.of("XDG_STATE_HOME", "relative"), home)).isEqualTo(Path.of("/home/me/.local/state/asyncplot"));
        assertThat(ViewerLog.directory(Map.of("XDG_STATE_HOME", "/state"), home)).isEqualTo(Path.of("/state/asyncplot"));
    }
}
