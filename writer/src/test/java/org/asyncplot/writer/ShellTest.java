// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real shell does with it is tested with the JDK's jshell, in the viewer module. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ShellTest {
    @TempDir
    Path runs;

    @Test
    void shouldLetAProgramThatIsNoShellHelpItself() {
        assertThat(Shell.isCaller()).isFalse();
        try (Plot plot = Plot.open(new PlotContext().name("program").runsDirectory(runs).agentInvoked(true))) {
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 1000; i++) {
                signal.add(i, i);
            }
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.signal("a").count()).isEqualTo(1000);
                assertThat(run.signal("a").waits()).isPositive();
            }
        }
    }

    @Test
    void shouldWaitForWhatAnotherThreadSupplies() throws InterruptedException {
        Queue<String> ready = new ConcurrentLinkedQueue<>();
        Thread agent = new Thread(() -> ready.add("block"));
        agent.start();
        assertThat(Shell.await(ready::poll, () -> false)).isEqualTo("block");
        agent.join();
    }

    @Test
    void shouldNotWaitForWhatWillNotCome() {
        assertThat(Shell.<String>await(() -> null, () -> true)).isNull();
        assertThat(Shell.<String>await(() -> null, () -> false)).isNull();
    }
}
