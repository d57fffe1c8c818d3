// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SampleCursorTest {
    private static final int ROUNDS = 2000;

    private static double[] randomX(Random random, int count, boolean sorted) {
        double[] x = new double[count];
        double now = random.nextInt(10);
        for (int i = 0; i < count; i++) {
            boolean odd = !sorted && random.nextInt(20) == 0;
            now += sorted || random.nextBoolean() ? random.nextInt(3) : -random.nextInt(6);
            x[i] = odd ? new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}[random.nextInt(3)] : now;
        }
        return x;
    }

    private static double end(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.NEGATIVE_INFINITY;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> random.nextInt(60) - 5 + (random.nextBoolean() ? 0 : 0.5);
        };
    }

    @Test
    void shouldHandOnWhatAPlainLoopFindsWhetherSortedOrNot() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            double[] x = randomX(random, random.nextInt(40), random.nextBoolean());
            double[] y = random.doubles(x.length).toArray();
            double from = end(random);
            double to = end(random);
            List<Double> expected = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                if (x[i] >= from && x[i] <= to) {
                    expected.addAll(List.of(x[i], y[i]));
                }
            }
            List<Double> found = new ArrayList<>();

            Samples held = HeapSamples.of(1 + random.nextInt(9), x, y, x);
            SampleCursor cursor = SampleCursor.numbers(held, 2, from, to);
            while (cursor.next()) {
                found.addAll(List.of(cursor.x(), cursor.y(0)));
                assertThat(cursor.y(1)).isEqualTo(cursor.x());
            }

            assertThat(found).as("seed %d", round).isEqualTo(expected);
        }
    }

    @Test
    void shouldBeExactToTheNanosecondFarFromTheFirstSample() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            long[] times = new long[3 + random.nextInt(30)];
            times[0] = random.nextBoolean() ? Long.MIN_VALUE + random.nextInt(3) : 0;
            long base = random.nextBoolean() ? Long.MAX_VALUE - 500 : 1L << 61;
            for (int i = 1; i < times.length; i++) {
                times[i] = base + i * 5L + random.nextInt(3);
            }
            long from = random.nextInt(4) == 0 ? Long.MIN_VALUE : base + random.nextInt(200) - 20;
            long to = random.nextInt(4) == 0 ? Long.MAX_VALUE : base + random.nextInt(200) - 20;
            List<Long> expected = new ArrayList<>();
            for (long time : times) {
                if (time >= from && time <= to) {
                    expected.add(time);
                }
            }
            List<Long> found = new ArrayList<>();

            SampleCursor cursor = SampleCursor.times(HeapSamples.times(1 + random.nextInt(9), times, new double[times.length]), 1, from, to);
            while (cursor.next()) {
                found.add(cursor.timeNs());
            }

            assertThat(found).as("seed %d", round).isEqualTo(expected);
        }
    }
}
