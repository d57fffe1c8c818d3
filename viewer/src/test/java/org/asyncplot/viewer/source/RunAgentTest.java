// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.queue.RunException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RunAgentTest {
    private static final long MOVING_PAUSE_NS = 1_000_000;

    private final FakeRun run = new FakeRun();
    private long nowNs = 1_000_000_000L;
    private final RunAgent agent = new RunAgent(run, () -> nowNs, () -> Instant.EPOCH.plusSeconds(77), MOVING_PAUSE_NS);

    @Test
    void shouldCaptureOnlyWhenTheRunHasGrown() {
        run.samples = 3;
        assertThat(agent.doWork()).isEqualTo(1);
        assertThat(agent.doWork()).isZero();
        assertThat(agent.published()).isEqualTo(1);
        assertThat(agent.take()).isPresent();
        assertThat(agent.take()).isEmpty();
    }

    @Test
    void shouldAddUpWhatWasTakenReplacedAndWaits() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long taken = 0;
        for (int i = 0; i < 5_000; i++) {
            run.samples += random.nextInt(2);
            agent.doWork();
            taken += random.nextInt(3) == 0 && agent.take().isPresent() ? 1 : 0;
        }
        long waiting = agent.take().isPresent() ? 1 : 0;
        assertThat(taken + agent.replaced() + waiting).as("seed %d", seed).isEqualTo(agent.published());
    }

    @Test
    void shouldReadTheProbeBeforeTheCounts() {
        run.samples = 1;
        agent.doWork();
        assertThat(run.calls).containsSubsequence("probe", "growth", "capture");
    }

    @Test
    void shouldPassOnOnlyProbesThatAreNewWhileTheRunRunsHere() {
        run.samples = 1;
        run.probeNs = 10;
        assertThat(captured().probeNs()).as("what was there before").isZero();
        run.samples = 2;
        run.probeNs = 20;
        assertThat(captured().probeNs()).isEqualTo(20);
        run.samples = 3;
        assertThat(captured().probeNs()).as("seen before").isZero();
        run.probeNs = 30;
        agent.doWork();
        run.samples = 4;
        assertThat(captured().probeNs()).as("seen while nothing was new").isZero();
    }

    @Test
    void shouldPassOnNoProbeOfARunElsewhere() {
        run.local = false;
        RunAgent far = new RunAgent(run, () -> nowNs, Instant::now, MOVING_PAUSE_NS);
        for (run.samples = 1; run.samples < 4; run.samples++) {
            run.probeNs = run.samples;
            far.doWork();
            assertThat(far.take()).hasValueSatisfying(capture -> assertThat(capture.probeNs()).isZero());
        }
    }

    @Test
    void shouldTellWhenTheStateChanges() {
        assertThat(agent.doWork()).isEqualTo(1);
        run.phase = RunStatus.Phase.DIED;
        assertThat(agent.doWork()).isZero();
        nowNs += TimeUnit.MILLISECONDS.toNanos(250);
        assertThat(agent.doWork()).isEqualTo(1);
        assertThat(agent.status().phase()).isEqualTo(RunStatus.Phase.DIED);
    }

    @Test
    void shouldLookLessOftenWhenNothingHasMovedForASecond() {
        run.samples = 1;
        agent.doWork();
        assertThat(agent.pauseNs()).isEqualTo(MOVING_PAUSE_NS);
        nowNs += TimeUnit.MILLISECONDS.toNanos(1_001);
        assertThat(agent.pauseNs()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(5));
    }

    @Test
    void shouldMarkTheRunDamagedAndKeepWhatItHasWhenItCannotBeRead() {
        run.samples = 1;
        agent.doWork();
        run.failure = new RunException(RunException.Kind.DAMAGED, "cut short");
        assertThat(agent.doWork()).isEqualTo(1);
        assertThat(agent.status().phase()).isEqualTo(RunStatus.Phase.DAMAGED);
        assertThat(agent.status().detail()).isEqualTo("cut short");
        assertThat(agent.take()).isPresent();
        assertThat(agent.doWork()).isZero();
    }

    @Test
    void shouldMarkTheRunDamagedWhenItsMappingFails() {
        Error cutShort = new InternalError("a fault occurred in a recent unsafe memory access operation");
        run.error = cutShort;
        agent.doWork();
        assertThat(agent.status().phase()).isEqualTo(RunStatus.Phase.DAMAGED);
    }

    private Capture captured() {
        agent.doWork();
        return agent.take().orElseThrow();
    }

    private static final class FakeRun implements LiveRun {
        private final List<String> calls = new ArrayList<>();
        private long samples;
        private long probeNs;
        private boolean local = true;
        private RunStatus.Phase phase = RunStatus.Phase.RUNNING;
        private RuntimeException failure;
        private Error error;

        @Override
        public long probeNs() {
            calls.add("probe");
            return probeNs;
        }

        @Override
        public Growth growth() {
            calls.add("growth");
            if (failure != null) {
                throw failure;
            }
            if (error != null) {
                throw error;
            }
            return new Growth(1, samples, 0, 0, false);
        }

        @Override
        public Capture capture(long probe, Capture earlier) {
            calls.add("capture");
            return new Capture(new Snapshot("fake", 0, List.of(), List.of(), List.of(), List.of()), Optional.empty(), probe, 0, Map.of());
        }

        @Override
        public RunStatus status() {
            return new RunStatus(phase, Instant.EPOCH, Instant.EPOCH, 7, local, "");
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
