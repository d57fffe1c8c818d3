// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.HeapSamples;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PathScanTest {
    @Test
    void shouldTakeOneNeighbourOnEachSide() {
        Samples samples = HeapSamples.of(4, new double[] {0, 1, 2, 3, 4, 5}, new double[] {9, 1, 2, 3, -4, 8});
        Points points = PathScan.points(samples, 0, XRange.of(1, 3), 1, 4);
        assertThat(points.x()).containsExactly(0, 1, 2, 3, 4);
        assertThat(points.y()).containsExactly(9, 1, 2, 3, -4);
        assertThat(points.extremes()).isEqualTo(new YRange(1, 3));
    }

    @Test
    void shouldKeepTimesExactRelativeToTheOrigin() {
        long start = 1_700_000_000_000_000_000L;
        Samples samples = HeapSamples.times(4, new long[] {start, start + 1, start + 2}, new double[] {1, 2, 3});
        Points points = PathScan.points(samples, 0, new XRange(start, 0, 2), 0, 3);
        assertThat(points.x()).containsExactly(0, 1, 2);
    }

    @Test
    void shouldKeepTheExtremesOfALongPath() {
        int count = 50_000;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = Math.cos(i * 0.01);
            y[i] = Math.sin(i * 0.01);
        }
        y[31_234] = 40;
        Points points = PathScan.scan(HeapSamples.of(512, x, y), 0, XRange.of(-1, 1), 250);
        assertThat(points.x().length).isLessThanOrEqualTo(1004);
        assertThat(points.extremes().high()).isEqualTo(40);
    }

    @Test
    void shouldSayTheSameOfAPathThatGrowsAsOfOneThatIsLookedAtOnce() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int count = 50 + random.nextInt(3000);
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = random.nextInt(100);
                y[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(8);
            }
            int groups = 4 + random.nextInt(20);
            SignalChannel growing = HeapSamples.channel(1 + random.nextInt(50), random.nextBoolean(), x, y);
            int seen = 1;
            while (seen < count) {
                seen = Math.min(count, seen + 1 + random.nextInt(random.nextInt(10) == 0 ? 1000 : 60));
                Points path = scan(growing.pin(seen), groups);
                Points once = scan(HeapSamples.channel(64, false, Arrays.copyOf(x, seen), Arrays.copyOf(y, seen)).pin(), groups);
                assertThat(path.x()).as("seed %d, %d samples", seed, seen).isEqualTo(once.x());
                assertThat(path.y()).as("seed %d, %d samples", seed, seen).isEqualTo(once.y());
                assertThat(path.extremes()).as("seed %d, %d samples", seed, seen).isEqualTo(once.extremes());
                assertThat(path.x().length).isLessThanOrEqualTo(4 * groups);
            }
        }
    }

    private static Points scan(Samples samples, int groups) {
        return samples.tree().read(() -> PathScan.scan(samples, 0, XRange.of(0, 100), groups));
    }
}
