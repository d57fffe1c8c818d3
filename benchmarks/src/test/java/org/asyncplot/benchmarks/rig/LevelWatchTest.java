// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LevelWatchTest {
    private static final int HEIGHT = 100;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    /** Shows its pictures one after the other, 20 ms each, those below 0 without a line; whoever asks for the time spends a millisecond. */
    private static final class FakeScreen implements Screen, NanoClock {
        private static final int PICTURE_MS = 20;
        private final int[] lines;
        private long nowMs;

        FakeScreen(int... lines) {
            this.lines = lines;
        }

        @Override
        public int width() {
            return 10;
        }

        @Override
        public int height() {
            return HEIGHT;
        }

        @Override
        public int pixel(int x, int y) {
            int line = lines[(int) Math.min(nowMs / PICTURE_MS, lines.length - 1)];
            return y == line ? 0x4C9BE8 : 0x14171C + Math.min(0, line);
        }

        @Override
        public long nowNs() {
            nowMs++;
            return TimeUnit.MILLISECONDS.toNanos(nowMs);
        }
    }

    private static LevelWatch.Seen await(double level, int... lines) {
        FakeScreen screen = new FakeScreen(lines);
        return new LevelWatch(screen, screen, 5, 10, 90).await(level, 0, PATIENCE_NS);
    }

    @Test
    void shouldCountNoWrongPictureWhereTheFirstIsRight() {
        LevelWatch.Seen seen = await(1, 70, 30);
        assertThat(seen.wrongPictures()).isZero();
        assertThat(seen.firstNs()).isPositive();
    }

    @Test
    void shouldCountPicturesThatShowTheOldLevel() {
        assertThat(await(1, 70, 72, 74, 30).wrongPictures()).isEqualTo(2);
    }

    @Test
    void shouldNotCountAWindowWithoutALine() {
        assertThat(await(1, -1, -2, -3, 30).wrongPictures()).isZero();
        assertThat(await(1, -1, 70, 30).wrongPictures()).isEqualTo(1);
    }

    @Test
    void shouldSayThatTheLevelNeverCame() {
        assertThat(await(1, 70, 72).wrongPictures()).isEqualTo(-1);
    }
}
