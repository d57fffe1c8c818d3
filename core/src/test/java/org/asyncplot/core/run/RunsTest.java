// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.queue.RunException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RunsTest {
    private static final Instant START = Instant.parse("2026-11-21T14:30:05Z");

    @TempDir
    Path directory;

    @Test
    void shouldNameADirectoryByNameStartAndProcess() throws IOException {
        Path run = new Runs(directory).create("wave packet/ψ", START, 42);
        assertThat(run.getFileName()).hasToString("wave%20packet%2F%CF%88-20261121-143005-42");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run))).isEqualTo("rwx------");
    }

    @Test
    void shouldAppendANumberWhereTheNameIsTaken() {
        Runs runs = new Runs(directory);
        runs.create("a", START, 42);
        assertThat(runs.create("a", START, 42).getFileName()).hasToString("a-20261121-143005-42-2");
        assertThat(runs.create("a", START, 42).getFileName()).hasToString("a-20261121-143005-42-3");
        assertThat(runs.find("a").getFileName()).hasToString("a-20261121-143005-42-3");
    }

    @Test
    void shouldFindTheNewestRunOfAName() {
        Runs runs = new Runs(directory);
        Path older = runs.create("a", START, 42);
        Path newer = runs.create("a", START.plusSeconds(1), 7);
        runs.create("a-b", START.plusSeconds(9), 7);
        assertThat(runs.find("a")).isEqualTo(newer);
        assertThat(runs.find(older.getFileName().toString())).isEqualTo(older);
        assertThat(runs.find(older.toString())).isEqualTo(older);
        assertThat(runs.list()).hasSize(3).startsWith(older, newer);
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThatThrownBy(() -> new Runs(directory).find("nothing")).isInstanceOf(RunException.class)
            .hasMessageContaining("'nothing'").hasMessageContaining(directory.toString());
        assertThatThrownBy(() -> new Runs(directory).find("bad\0name")).isInstanceOf(RunException.class);
    }

    @Test
    void shouldSayWhereNoRunCanBeMade() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> new Runs(file).create("a", START, 1)).isInstanceOf(RunException.class)
            .hasMessageContaining(file.toString()).hasMessageContaining("a file is in the way");
    }

    @Test
    void shouldLookInTheDocumentedPlacesInTurn() {
        assertThat(Runs.standardDirectory("/p", Map.of("ASYNCPLOT_RUNS", "/e"))).hasToString("/p");
        assertThat(Runs.standardDirectory(null, Map.of("ASYNCPLOT_RUNS", "/e", "XDG_DATA_HOME", "/x"))).hasToString("/e");
        assertThat(Runs.standardDirectory(" ", Map.of("XDG_DATA_HOME", "/x"))).hasToString("/x/asyncplot/runs");
        assertThat(Runs.standardDirectory(null, Map.of("XDG_DATA_HOME", "relative")).toString())
            .startsWith(System.getProperty("user.home")).endsWith("/.local/share/asyncplot/runs");
    }

    @Test
    void shouldReadBackEveryDirectoryNameItMakes() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(300); i >= 0; i--) {
                name.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x2fff) : '-' + random.nextInt(80));
            }
            RunDirectoryName made = RunDirectoryName.of(name.toString(), START, random.nextInt(1 << 22));
            assertThat(made.toString()).as("seed %d", seed).matches("[A-Za-z0-9._%-]{1,240}").doesNotStartWith(".");
            assertThat(RunDirectoryName.parse(made.toString())).as("seed %d", seed).contains(made);
            assertThat(made.isNamed(name.toString())).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void shouldTellThisProcessFromOneThatIsGone() throws Exception {
        WritingProcess self = WritingProcess.current();
        assertThat(self.isLocal()).isTrue();
        assertThat(self.isAlive()).isTrue();
        assertThat(new WritingProcess(self.host(), self.pid(), self.startMs() - 60_000).isAlive()).as("same pid, other start").isFalse();
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(new WritingProcess(self.host(), ended.pid(), 0).isAlive()).isFalse();
        assertThat(new WritingProcess("elsewhere", 1, 0).isLocal()).isFalse();
    }
}
