// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class RecordingLogTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private final RecordingLog log = new RecordingLog("r", lines::add);

    @Test
    void shouldTellOnceASecondWhatWasSupplied() {
        log.tick(5, 1000, false);
        for (int i = 0; i < 20; i++) {
            log.count();
        }
        log.tick(5 + SECOND_NS / 2, 3000, false);
        assertThat(lines).isEmpty();
        log.tick(5 + 2 * SECOND_NS, 9000, false);
        log.tick(5 + 4 * SECOND_NS, 9000, false);
        assertThat(lines).containsExactly("run 'r': 10 blocks/s supplied, 4000 bytes/s");
    }

    @Test
    void shouldTellWhenTheDiskIsFullAndWhenThereIsSpaceAgain() {
        log.tick(1, 0, false);
        log.tick(2, 0, true);
        log.tick(3, 0, true);
        log.tick(4, 0, false);
        assertThat(lines).containsExactly("run 'r': no space left, new data is dropped and counted", "run 'r': there is space again, recording goes on");
    }

    @Test
    void shouldBeSilentWithoutAListener() {
        RecordingLog silent = new RecordingLog("r", null);
        silent.tell("x");
        silent.tick(1, 0, true);
        assertThat(lines).isEmpty();
    }
}
