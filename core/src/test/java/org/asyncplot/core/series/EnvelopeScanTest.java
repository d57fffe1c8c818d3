// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.HeapSamples;
import org.asyncplot.core.run.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EnvelopeScanTest {
    private static Envelope scan(Samples samples, XRange range, int columns) {
        SortedSamples sorted = new SortedSamples(samples);
        long from = sorted.firstAtOrAfter(range.from(), range.originNs());
        long to = sorted.firstAtOrAfter(Math.nextUp(range.to()), range.originNs());
        return new EnvelopeScan(sorted, 0, range, columns, from, to).scan();
    }

    @Test
    void shouldAgreeWithABruteForceScanOfTheSameColumns() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int count = random.nextInt(5000);
            double[] x = new double[count];
            double[] y = new double[count];
            double at = random.nextGaussian() * 100;
            for (int i = 0; i < count; i++) {
                at += random.nextInt(4) == 0 ? 0 : random.nextDouble() * (random.nextInt(50) == 0 ? 100 : 1);
                x[i] = at;
                y[i] = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(100) == 0 ? Double.POSITIVE_INFINITY : random.nextGaussian();
            }
            double one = count == 0 ? 0 : x[random.nextInt(count)] + random.nextGaussian();
            double other = count == 0 ? 1 : x[random.nextInt(count)] + random.nextGaussian();
            XRange range = XRange.of(Math.min(one, other), Math.max(one, other));
            int columns = 1 + random.nextInt(60);
            Envelope envelope = scan(HeapSamples.of(1 + random.nextInt(700), x, y), range, columns);
            check(seed, x, y, range, envelope);
        }
    }

    /** Columns partition the samples in order; each edge is at most a quarter of a column off; the figures are those of the partition. */
    private static void check(int seed, double[] x, double[] y, XRange range, Envelope envelope) {
        int columns = envelope.columns();
        double width = range.span() / columns;
        long finite = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= range.from() && x[i] <= range.to() && Double.isFinite(y[i])) {
                finite++;
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
            }
        }
        assertThat(Arrays.stream(envelope.count()).sum()).as("seed %d: samples", seed).isEqualTo((int) finite);
        assertThat(envelope.extremes()).as("seed %d: extremes", seed).isEqualTo(new YRange(low, high));
        int next = 0;
        for (int pixel = 0; pixel < columns; pixel++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            double first = Double.NaN;
            double last = Double.NaN;
            int left = envelope.count()[pixel];
            while (left > 0) {
                boolean counts = x[next] >= range.from() && x[next] <= range.to() && Double.isFinite(y[next]);
                if (counts) {
                    double place = (x[next] - range.from()) / width;
                    assertThat(place).as("seed %d: column %d", seed, pixel).isBetween(pixel - 0.2501, pixel + 1.2501);
                    first = Double.isNaN(first) ? y[next] : first;
                    last = y[next];
                    min = Math.min(min, y[next]);
                    max = Math.max(max, y[next]);
                    left--;
                }
                next++;
            }
            if (envelope.count()[pixel] > 0) {
                assertThat(new double[] {envelope.min()[pixel], envelope.max()[pixel], envelope.first()[pixel], envelope.last()[pixel]})
                    .as("seed %d: column %d", seed, pixel).containsExactly(min, max, first, last);
            }
        }
    }

    @Test
    void shouldFindASpikeOfOneSampleInItsPixelAtEveryZoom() {
        Random random = new Random(7);
        double[] x = new double[200_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        Samples samples = HeapSamples.of(8192, x, y);
        for (int round = 0; round < 200; round++) {
            int spike = random.nextInt(x.length);
            samples.block(spike / 8192).y(0, spike % 8192, 5);
            double half = Math.pow(10, 2 + random.nextDouble() * 3);
            XRange range = XRange.of(Math.max(0, spike - half), Math.min(x.length - 1, spike + half * random.nextDouble()));
            Envelope envelope = scan(samples, range, 1 + random.nextInt(1000));
            int pixel = 0;
            while (pixel < envelope.columns() && !(envelope.count()[pixel] > 0 && envelope.max()[pixel] == 5)) {
                pixel++;
            }
            double place = (spike - range.from()) / range.span() * envelope.columns();
            assertThat(place).as("round %d, spike %d", round, spike).isBetween(pixel - 0.26, pixel + 1.26);
            samples.block(spike / 8192).y(0, spike % 8192, 0);
        }
    }

    @Test
    void shouldKeepSamplesTogetherWhileTheViewScrolls() {
        double[] x = new double[40_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i;
        }
        Samples samples = HeapSamples.of(8192, x, y);
        Envelope before = scan(samples, XRange.of(1000, 33_000), 100);
        Envelope after = scan(samples, XRange.of(1013, 33_013), 100);
        // 320 samples a column, edges on multiples of 64: a step of 13 moves no edge but those at the ends.
        assertThat(Arrays.copyOfRange(after.first(), 1, 99)).containsExactly(Arrays.copyOfRange(before.first(), 1, 99));
    }

    @Test
    void shouldBreakWhereAGapReachesTheNextColumn() {
        double[] x = new double[1000];
        double[] y = new double[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i >= 195 && i < 305 ? Double.NaN : 1;
        }
        Envelope envelope = scan(HeapSamples.of(256, x, y), XRange.of(0, 1000), 10);
        assertThat(envelope.brokenAfter()[1]).isTrue();
        assertThat(envelope.count()[2]).isZero();
        assertThat(envelope.brokenAfter()[0]).isFalse();
        assertThat(envelope.brokenAfter()[3]).isFalse();
    }
}
