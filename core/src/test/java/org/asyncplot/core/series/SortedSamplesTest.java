// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.HeapSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SortedSamplesTest {
    private static SortedSamples of(double... x) {
        return new SortedSamples(HeapSamples.of(3, x, new double[x.length]));
    }

    @Test
    void shouldTellWhetherXGoesBackwardsWithinABlockOrBetweenTwo() {
        assertThat(of(1, 2, 2, 2, 5).isSorted()).isTrue();
        assertThat(of(1, 3, 2, 4).isSorted()).isFalse();
        assertThat(of(1, 2, 3, 2, 5).isSorted()).as("between blocks").isFalse();
        assertThat(of(1, Double.NaN, 3).isSorted()).isFalse();
        assertThat(of().isSorted()).isTrue();
    }

    @Test
    void shouldLeaveInfinitiesOutOfTheExtent() {
        SortedSamples samples = of(Double.NEGATIVE_INFINITY, 3, 4, 7, Double.POSITIVE_INFINITY);
        assertThat(samples.smallest()).isEqualTo(3);
        assertThat(samples.largest()).isEqualTo(7);
        assertThat(samples.isSorted()).isTrue();
    }

    @Test
    void shouldFindTheSamePlaceWhateverTheGuess() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            double[] x = new double[1 + random.nextInt(200)];
            for (int i = 1; i < x.length; i++) {
                x[i] = x[i - 1] + random.nextInt(3);
            }
            SortedSamples samples = of(x);
            double wanted = random.nextInt(x.length * 2) - 1 + random.nextInt(2) * 0.5;
            long expected = 0;
            while (expected < x.length && x[(int) expected] < wanted) {
                expected++;
            }
            assertThat(samples.firstAtOrAfter(wanted, 0)).as("seed %d", seed).isEqualTo(expected);
            for (int guess = -1; guess <= x.length; guess++) {
                assertThat(samples.firstAtOrAfter(wanted, 0, 0, x.length, guess)).as("seed %d, guess %d", seed, guess).isEqualTo(expected);
            }
        }
    }
}
