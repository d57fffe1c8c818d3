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

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EnvelopeScanTest {
    private static Envelope scan(Samples samples, XRange range, int columns) {
        return samples.tree().read(() -> {
            SampleSearch search = new SampleSearch(samples, range.originNs());
            long from = search.firstAtOrAfter(range.from());
            long to = Math.max(from, search.firstAtOrAfter(Math.nextUp(range.to())));
            long[] edges = new ColumnEdges(samples, search, range, columns, from, to).find();
            return new EnvelopeScan(samples, 0, range, edges).scan();
        });
    }

    @Test
    void shouldAgreeWithABruteForceScanOfTheSameColumns() {
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            // The smallest blocks make trees of three levels.
            int capacity = seed % 3 == 0 ? 1 + random.nextInt(3) : seed % 3 == 1 ? 1 + random.nextInt(40) : 128 * (1 + random.nextInt(8));
            int count = random.nextInt(seed % 3 == 2 ? 20_000 : 6000);
            double[] x = new double[count];
            double[] y = new double[count];
            double at = random.nextGaussian() * 100;
            int gaps = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                at += random.nextInt(4) == 0 ? 0 : random.nextDouble() * (random.nextInt(50) == 0 ? 100 : 1);
                x[i] = at;
                boolean gap = gaps == 1 && random.nextInt(20) == 0 || gaps == 2 && i / 300 % 2 == 0 || gaps == 3 && random.nextInt(5000) == 0;
                y[i] = gap ? random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : Double.NaN : random.nextGaussian();
            }
            double one = count == 0 ? 0 : x[random.nextInt(count)] + random.nextGaussian();
            double other = count == 0 ? 1 : x[random.nextInt(count)] + random.nextGaussian();
            XRange range = random.nextInt(10) == 0 ? XRange.of(one, one) : XRange.of(Math.min(one, other), Math.max(one, other));
            int columns = 1 + random.nextInt(60);
            SignalChannel channel = HeapSamples.channel(capacity, random.nextBoolean(), x, y);
            int pinned = random.nextBoolean() ? count : random.nextInt(count + 1);
            Envelope envelope = scan(channel.pin(pinned), range, columns);
            check(seed, Arrays.copyOf(x, pinned), Arrays.copyOf(y, pinned), range, envelope);
            // What is there behind the pinned samples, and whether anything is sealed, must not matter.
            Envelope alone = scan(HeapSamples.channel(capacity, false, Arrays.copyOf(x, pinned), Arrays.copyOf(y, pinned)).pin(), range, columns);
            assertThat(alone.count()).as("seed %d", seed).isEqualTo(envelope.count());
            assertThat(alone.brokenAfter()).as("seed %d", seed).isEqualTo(envelope.brokenAfter());
            assertThat(alone.infinities()).as("seed %d", seed).isEqualTo(envelope.infinities());
        }
    }

    /** Columns partition the samples in order; each edge is at most a quarter of a column off; the figures are those of the partition. */
    static void check(int seed, double[] x, double[] y, XRange range, Envelope envelope) {
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
        assertThat(Arrays.stream(envelope.count()).sum()).as("seed %d: samples", seed).isEqualTo(finite);
        assertThat(envelope.extremes()).as("seed %d: extremes", seed).isEqualTo(new YRange(low, high));
        int next = 0;
        int newest = -1;
        boolean gap = false;
        boolean[] broken = new boolean[columns];
        for (int pixel = 0; pixel < columns; pixel++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            double first = Double.NaN;
            double last = Double.NaN;
            long left = envelope.count()[pixel];
            while (left > 0) {
                boolean inside = x[next] >= range.from() && x[next] <= range.to();
                gap |= inside && !Double.isFinite(y[next]);
                if (inside && Double.isFinite(y[next])) {
                    if (newest >= 0 && newest != pixel) {
                        broken[newest] = gap;
                    }
                    newest = pixel;
                    gap = false;
                    double place = width == 0 ? pixel : (x[next] - range.from()) / width;
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
        for (; next < x.length && x[next] <= range.to(); next++) {
            gap |= x[next] >= range.from();
        }
        if (newest >= 0) {
            broken[newest] = gap;
        }
        assertThat(envelope.brokenAfter()).as("seed %d: gaps", seed).isEqualTo(broken);
    }

    @Test
    void shouldFindASpikeOfOneSampleInItsPixelAtEveryZoom() {
        Random random = new Random(7);
        double[] x = new double[200_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        for (int round = 0; round < 60; round++) {
            double[] y = new double[x.length];
            int spike = random.nextInt(x.length);
            y[spike] = 5;
            Samples samples = HeapSamples.channel(1 << random.nextInt(14), random.nextInt(4) > 0, x, y).pin();
            for (int zoom = 0; zoom < 12; zoom++) {
                double half = Math.pow(10, 1.5 + random.nextDouble() * 3.8);
                XRange range = XRange.of(Math.max(0, spike - half), Math.min(x.length - 1, spike + half * random.nextDouble()));
                Envelope envelope = scan(samples, range, 1 + random.nextInt(1000));
                int pixel = 0;
                while (pixel < envelope.columns() && !(envelope.count()[pixel] > 0 && envelope.max()[pixel] == 5)) {
                    pixel++;
                }
                double place = (spike - range.from()) / range.span() * envelope.columns();
                assertThat(place).as("round %d, spike %d, %s", round, spike, range).isBetween(pixel - 0.26, pixel + 1.26);
            }
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
