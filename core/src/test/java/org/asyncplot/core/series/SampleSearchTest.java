// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.HeapSamples;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SampleSearchTest {
    private static Samples of(double... x) {
        return HeapSamples.of(3, x, new double[x.length]);
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
    void shouldTellWhatIsSortedAtEveryCountWhateverIsListed() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            double[] x = new double[600];
            int wrong = random.nextInt(800);
            for (int i = 0; i < x.length; i++) {
                x[i] = i == wrong ? -1 : i;
            }
            SignalChannel channel = HeapSamples.channel(1 + random.nextInt(3), random.nextBoolean(), x, x);
            for (int look = 0; look < 40; look++) {
                int count = look < 20 ? random.nextInt(601) : 561 + look;
                Samples samples = channel.pin(count);
                assertThat(samples.isSorted()).as("seed %d, %d of which %d is wrong", seed, count, wrong).isEqualTo(wrong == 0 || count <= wrong);
                assertThat(samples.extent()[1]).as("seed %d, %d", seed, count)
                    .isEqualTo(count == 0 ? Double.NEGATIVE_INFINITY : wrong == count - 1 && count > 1 ? count - 2 : wrong == 0 && count == 1 ? -1 : count - 1);
            }
        }
    }

    @Test
    void shouldLeaveInfinitiesOutOfTheExtent() {
        Samples samples = of(Double.NEGATIVE_INFINITY, 3, 4, 7, Double.POSITIVE_INFINITY);
        assertThat(samples.extent()).containsExactly(3, 7);
        assertThat(samples.isSorted()).isTrue();
    }

    @Test
    void shouldFindTheFirstSampleAtOrAfterAPlace() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            double[] x = new double[1 + random.nextInt(seed % 10 == 0 ? 10_000 : 300)];
            for (int i = 1; i < x.length; i++) {
                x[i] = x[i - 1] + random.nextInt(3);
            }
            Samples samples = HeapSamples.channel(1 + random.nextInt(5), random.nextBoolean(), x, x).pin();
            for (int look = 0; look < 20; look++) {
                double wanted = random.nextInt(x.length + 10) - 1 + random.nextInt(2) * 0.5;
                long expected = 0;
                while (expected < x.length && x[(int) expected] < wanted) {
                    expected++;
                }
                long found = samples.tree().read(() -> new SampleSearch(samples, 0).firstAtOrAfter(wanted));
                assertThat(found).as("seed %d, %s", seed, wanted).isEqualTo(expected);
            }
        }
    }
}
