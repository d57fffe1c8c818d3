// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random instants, from the start of the JVM on: what a process had published is there, to the last sample, and nothing is torn.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KillProcessTest {
    private static final int KILLS = 20;
    private static final int NIGHTLY_KILLS = 200;
    /** More processes than cores, so that they lose their core at any instruction. */
    private static final int AT_ONCE = 4;
    private static final long LONGEST_NS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LONGEST_START_NS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final List<String> MODES = List.of("-Xmixed", "-Xint", "-Xmixed", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path temporary;

    @Test
    void shouldKeepAllThatWasPublishedBeforeAKill() throws Exception {
        kill(KILLS, JavaHomes.current(), 17);
    }

    @Test
    void shouldKeepAllThatWasPublishedBeforeAKillOnJava25() throws Exception {
        kill(KILLS, java25(), 25);
    }

    @Test
    @Tag("nightly")
    void shouldKeepAllThatWasPublishedBeforeEachOfManyKills() throws Exception {
        kill(NIGHTLY_KILLS, JavaHomes.current(), System.nanoTime());
    }

    @Test
    @Tag("nightly")
    void shouldKeepAllThatWasPublishedBeforeEachOfManyKillsOnJava25() throws Exception {
        kill(NIGHTLY_KILLS, java25(), System.nanoTime());
    }

    private static Path java25() throws IOException {
        Optional<Path> home = JavaHomes.java25();
        assumeTrue(home.isPresent(), "no Java 25 in JAVA25_HOME or /usr/lib/jvm");
        return home.get();
    }

    private void kill(int kills, Path javaHome, long seed) throws Exception {
        ExecutorService killers = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<KilledRun>> killed = new ArrayList<>();
        try {
            for (int number = 0; number < kills; number++) {
                int round = number;
                killed.add(killers.submit(() -> killOne(round, javaHome, seed)));
            }
            int begun = 0;
            int amidFrames = 0;
            for (Future<KilledRun> each : killed) {
                KilledRun run = each.get();
                begun += run.begun() ? 1 : 0;
                amidFrames += run.amidFrame() ? 1 : 0;
            }
            // Else the kills were no test.
            assertThat(begun).isGreaterThanOrEqualTo(kills * 7 / 10);
            assertThat(kills < NIGHTLY_KILLS || amidFrames > 0).isTrue();
        } finally {
            killers.shutdownNow();
            assertThat(killers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private KilledRun killOne(int round, Path javaHome, long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed + round);
        Path directory = Files.createDirectory(temporary.resolve("round-" + round));
        KillOracle oracle = KillOracle.map(directory.resolve("oracle"));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(javaHome.resolve("bin").resolve("java").toString(), MODES.get(round % MODES.size()), "-Xmx256m", "-XX:+UseSerialGC",
            "-cp", System.getProperty("java.class.path"), KilledComputation.class.getName(), directory.toString(), directory.resolve("oracle").toString())
            .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            if (round % 5 == 4) {
                LockSupport.parkNanos(random.nextLong(LONGEST_START_NS));
            } else {
                await(oracle, process, output);
                LockSupport.parkNanos(random.nextLong(LONGEST_NS));
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        KilledRun run = KilledRun.look(directory, oracle, "round " + round + " of seed " + seed);
        KilledRun.delete(directory);
        return run;
    }

    private static void await(KillOracle oracle, Process process, Path output) throws IOException {
        while (oracle.published(KillOracle.SAMPLES) == 0 || oracle.published(KillOracle.LATEST) == 0) {
            if (!process.isAlive()) {
                throw new AssertionError("ended by itself: " + Files.readString(output));
            }
            if (Thread.interrupted()) {
                throw new AssertionError("another round failed");
            }
            LockSupport.parkNanos(100_000);
        }
    }
}
