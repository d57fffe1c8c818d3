// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.asyncplot.core.series.WaveformSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void shouldTakeWhatWasThereForHistory() {
        tally.drawn(snapshot(1_000, 10));

        assertThat(tally.samples()).isEqualTo(new Tally.Part(1_000, 999, 1, 0));
        assertThat(tally.frames()).isEqualTo(new Tally.Part(10, 9, 1, 0));
    }

    @Test
    void shouldConflateAllButTheNewestOfWhatIsNew() {
        tally.drawn(snapshot(1_000, 10));
        tally.drawn(snapshot(1_030, 11));
        tally.drawn(snapshot(1_031, 15));

        assertThat(tally.samples().conflated()).isEqualTo(29);
        assertThat(tally.samples().drawn()).isEqualTo(3);
        assertThat(tally.frames().conflated()).isEqualTo(3);
    }

    @Test
    void shouldCountNothingTwiceWhenAPictureIsDrawnAgain() {
        tally.drawn(snapshot(5, 1));
        tally.drawn(snapshot(5, 1));

        assertThat(tally.samples()).isEqualTo(new Tally.Part(5, 4, 1, 0));
    }

    @Test
    void shouldAddUpAtEveryMoment() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long samples = 0;
        long frames = 0;
        long drawnSamples = 0;
        long drawnFrames = 0;
        for (int i = 0; i < 2_000; i++) {
            samples += random.nextInt(40);
            frames += random.nextInt(3);
            Snapshot snapshot = snapshot(samples, frames);
            if (random.nextBoolean()) {
                tally.drawn(snapshot);
                drawnSamples = samples;
                drawnFrames = frames;
            } else {
                tally.seen(snapshot);
            }
            assertThat(tally.samples().seen()).as("seed %d", seed).isEqualTo(samples);
            assertThat(tally.samples().waiting()).as("seed %d", seed).isEqualTo(samples - drawnSamples);
            assertThat(tally.frames().waiting()).as("seed %d", seed).isEqualTo(frames - drawnFrames);
        }
    }

    private static Snapshot snapshot(long samples, long frames) {
        List<WaveformSnapshot> waveforms = frames == 0 ? List.of()
            : List.of(new WaveformSnapshot("w", "", "", "", frames - 1, 0, new double[] {0}, new double[] {0}));
        return new Snapshot("run", 0, samples == 0 ? List.of() : List.of(new CountedSeries("s", samples)), waveforms, List.of(), List.of());
    }
}
