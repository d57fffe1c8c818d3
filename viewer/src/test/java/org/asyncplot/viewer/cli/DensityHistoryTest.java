// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class DensityHistoryTest {
    private final DensityHistory history = new DensityHistory();
    private final float[] image = new float[DensityHistory.ROWS * DensityHistory.COLUMNS];

    @Test
    void shouldPutNewestLastAndLeaveTheRestEmpty() {
        history.add(at(-3));
        history.add(at(2));

        history.copyTo(image);

        assertThat(peak(DensityHistory.COLUMNS - 2)).isCloseTo(-3, within(DensityHistory.ROW_STEP));
        assertThat(peak(DensityHistory.COLUMNS - 1)).isCloseTo(2, within(DensityHistory.ROW_STEP));
        assertThat(image[DensityHistory.COLUMNS - 3]).isNaN();
    }

    @Test
    void shouldForgetTheOldestWhenFull() {
        history.add(at(-3));
        for (int i = 0; i < DensityHistory.COLUMNS; i++) {
            history.add(at(i == 0 ? 4 : 0));
        }

        history.copyTo(image);

        assertThat(peak(0)).isCloseTo(4, within(DensityHistory.ROW_STEP));
        assertThat(peak(1)).isCloseTo(0, within(DensityHistory.ROW_STEP));
        assertThat(peak(DensityHistory.COLUMNS - 1)).isCloseTo(0, within(DensityHistory.ROW_STEP));
    }

    private static WavePacket at(double x) {
        WavePacket packet = new WavePacket(0, 1e-3);
        packet.add(x, 0, 1);
        packet.normalise();
        return packet;
    }

    private double peak(int column) {
        int best = 0;
        for (int row = 1; row < DensityHistory.ROWS; row++) {
            if (image[row * DensityHistory.COLUMNS + column] > image[best * DensityHistory.COLUMNS + column]) {
                best = row;
            }
        }
        return DensityHistory.ROW_FIRST + best * DensityHistory.ROW_STEP;
    }
}
