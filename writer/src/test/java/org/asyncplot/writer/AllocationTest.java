// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The computing thread allocates nothing and waits for no lock in the steady state. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AllocationTest {
    private static final int BATCH = 4000;

    @TempDir
    Path runs;

    @Test
    void shouldAllocateNothingAndTakeNoLockWhileBlocksAreSupplied() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        try (Plot plot = Plot.open(new PlotContext().name("allocation").runsDirectory(runs).agentInvoked(true)
            .overflowPolicy(OverflowPolicy.DROP))) {
            Signal signal = plot.signal("a", "");
            Signal rows = plot.signal("rows", "", "x", "y", "z");
            TimeSignal times = plot.timeSignal("t", "");
            long added = 0;
            for (int warmUp = 0; warmUp < 20; warmUp++) {
                plot.invokeAgent();
                added += batch(signal, rows, times);
            }
            long allocated = 0;
            long blocked = threads.getThreadInfo(thread).getBlockedCount();
            for (int round = 0; round < 100; round++) {
                plot.invokeAgent();
                long before = threads.getThreadAllocatedBytes(thread);
                added += batch(signal, rows, times);
                allocated += threads.getThreadAllocatedBytes(thread) - before;
            }
            assertThat(allocated).isZero();
            assertThat(threads.getThreadInfo(thread).getBlockedCount()).isEqualTo(blocked);
            try (org.asyncplot.core.run.Run run = org.asyncplot.core.run.Run.open(plot.directory().orElseThrow())) {
                assertThat(run.signal("a").count()).isEqualTo(added);
                assertThat(run.signal("rows").count()).isEqualTo(added);
                assertThat(run.signal("t").dropped()).isZero();
            }
        }
    }

    private static int batch(Signal signal, Signal rows, TimeSignal times) {
        for (int i = 0; i < BATCH; i++) {
            signal.add(i, i);
            rows.add(i, 1, 2, 3);
            times.add(i, i);
        }
        return BATCH;
    }
}
