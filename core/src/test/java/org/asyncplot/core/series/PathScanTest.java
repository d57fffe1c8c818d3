// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.HeapSamples;
import org.asyncplot.core.run.Samples;
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
        Points points = PathScan.scan(HeapSamples.of(512, x, y), 0, XRange.of(-1, 1), 1000);
        assertThat(points.x().length).isLessThanOrEqualTo(1004);
        assertThat(points.extremes().high()).isEqualTo(40);
    }
}
