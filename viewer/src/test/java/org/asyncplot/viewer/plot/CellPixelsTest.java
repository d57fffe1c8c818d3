// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.asyncplot.core.figure.AxisSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CellPixelsTest {
    private static final long SEED = 20261122;

    @Test
    void shouldShowASingleExtremeCellWhenAFieldIsDrawnAtAnySize() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            int rows = 1 + random.nextInt(400);
            int columns = 1 + random.nextInt(400);
            double[] values = new double[rows * columns];
            int spike = random.nextInt(values.length);
            values[spike] = random.nextBoolean() ? 1 : -1;
            int width = 24 + random.nextInt(300);
            int height = 24 + random.nextInt(300);
            boolean backwards = random.nextBoolean();
            CellPixels cells = cells(values, rows, columns, width, height, backwards);
            String what = "seed " + SEED + " case " + i + ": " + columns + " x " + rows + " on " + width + " x " + height;
            int column = spike % columns;
            int pixel = (int) (((backwards ? columns - 1 - column : column) + 0.5) / columns * width);
            int row = (int) ((spike / columns + 0.5) / rows * height);
            boolean shown = false;
            // A middle on the edge of two pixels belongs to either.
            for (int x = Math.max(0, pixel - 1); x <= Math.min(width - 1, pixel + 1); x++) {
                for (int y = Math.max(0, height - 2 - row); y <= Math.min(height - 1, height - row); y++) {
                    shown |= cells.value(x, y) == values[spike];
                }
            }
            assertThat(shown).as(what).isTrue();
        }
    }

    @Test
    void shouldShowTheCellThatAPixelsMiddleLiesInWhenCellsAreLarger() {
        double[] values = {1, 2, 3, 4, 5, 6};
        CellPixels cells = cells(values, 2, 3, 31, 27, false);
        for (int column = 0; column < 31; column++) {
            for (int row = 0; row < 27; row++) {
                int cell = (int) ((column + 0.5) / 31 * 3) + 3 * (int) ((27 - row - 0.5) / 27 * 2);
                assertThat(cells.value(column, row)).as("column %d row %d", column, row).isEqualTo(values[cell]);
            }
        }
    }

    @Test
    void shouldShowAMissingValueOnlyWhereAllAreMissing() {
        double[] values = new double[100 * 100];
        Arrays.fill(values, Double.NaN);
        values[0] = 1;
        values[150] = Double.POSITIVE_INFINITY;
        CellPixels cells = cells(values, 100, 100, 25, 25, false);
        assertThat(cells.isBlank()).isFalse();
        assertThat(cells.value(0, 24)).isEqualTo(1);
        assertThat(cells.value(12, 24)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(cells.value(3, 3)).isNaN();
        Arrays.fill(values, Double.NaN);
        assertThat(cells(values, 100, 100, 25, 25, false).isBlank()).isTrue();
    }

    private static CellPixels cells(double[] values, int rows, int columns, int width, int height, boolean backwards) {
        double left = backwards ? columns - 0.5 : -0.5;
        return new CellPixels(values, columns, ColorScale.of(AxisSpec.AUTO, ColorMap.of("", ""), values),
            new CellPixels.Axis(left, columns - 1 - left, columns, width), new CellPixels.Axis(rows - 0.5, -0.5, rows, height));
    }
}
