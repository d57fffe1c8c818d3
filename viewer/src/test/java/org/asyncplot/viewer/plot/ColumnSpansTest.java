// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ColumnSpansTest {
    private static final int COLUMNS = 40;
    private static final int STEPS = 4000;

    @Test
    void shouldHoldExactlyWhatALineCoversOfEachColumn() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ColumnSpans spans = new ColumnSpans();
            spans.start(COLUMNS);
            double[] top = filled(Double.NaN);
            double[] bottom = filled(Double.NaN);
            double x = random.nextDouble() * 60 - 10;
            double y = random.nextDouble() * 100;
            for (int i = 0; i < 6; i++) {
                double nextX = random.nextInt(4) == 0 ? x : random.nextDouble() * 60 - 10;
                double nextY = random.nextDouble() * 100;
                spans.segment(x, y, nextX, nextY);
                for (int step = 0; step <= STEPS; step++) {
                    double part = (double) step / STEPS;
                    int column = (int) Math.floor(x + (nextX - x) * part);
                    double level = y + (nextY - y) * part;
                    if (column >= 0 && column < COLUMNS) {
                        top[column] = Double.isNaN(top[column]) ? level : Math.min(top[column], level);
                        bottom[column] = Double.isNaN(bottom[column]) ? level : Math.max(bottom[column], level);
                    }
                }
                x = nextX;
                y = nextY;
            }
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(spans.has(column)).as("seed %d column %d", seed, column).isEqualTo(!Double.isNaN(top[column]));
                if (spans.has(column)) {
                    assertThat(spans.top(column)).as("seed %d column %d", seed, column).isCloseTo(top[column], Offset.offset(0.2));
                    assertThat(spans.bottom(column)).as("seed %d column %d", seed, column).isCloseTo(bottom[column], Offset.offset(0.2));
                }
            }
        }
    }

    @Test
    void shouldJoinOnlyColumnsThatLieApart() {
        ColumnSpans spans = new ColumnSpans();
        spans.start(3);
        spans.include(0, 10, 20);
        spans.include(1, 30, 40);
        spans.include(2, 35, 36);
        spans.join(0, 1);
        spans.join(1, 2);
        assertThat(new double[] {spans.top(0), spans.bottom(0), spans.top(1), spans.bottom(1), spans.top(2), spans.bottom(2)})
            .containsExactly(10, 25, 25, 40, 35, 36);
    }

    private static double[] filled(double value) {
        double[] array = new double[COLUMNS];
        Arrays.fill(array, value);
        return array;
    }
}
