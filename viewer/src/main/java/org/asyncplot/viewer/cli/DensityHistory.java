// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.Arrays;

/** The densities of a wave packet over the last stretch of time, as an image: rows are places, columns are times. One thread. */
final class DensityHistory {
    /** Two grid points each, in the middle of the grid. */
    static final int ROWS = 160;
    /** Times. */
    static final int COLUMNS = 256;
    /** Distance of rows. */
    static final double ROW_STEP = 2 * WavePacket.DX;
    /** Place of the middle of the first row. */
    static final double ROW_FIRST = WavePacket.x(firstPoint(0)) + WavePacket.DX / 2;

    /** Column by column, so that a new one is written in one go; {@link #next} is the oldest. */
    private final float[] ring = new float[ROWS * COLUMNS];
    private int next;

    /** A history in which nothing has happened: not a number everywhere. */
    DensityHistory() {
        Arrays.fill(ring, Float.NaN);
    }

    private static int firstPoint(int row) {
        return WavePacket.POINTS / 2 - ROWS + 2 * row;
    }

    /**
     * Adds the newest column and forgets the oldest.
     *
     * @param packet its state now
     */
    void add(WavePacket packet) {
        for (int row = 0; row < ROWS; row++) {
            int point = firstPoint(row);
            ring[next * ROWS + row] = (float) ((packet.density(point) + packet.density(point + 1)) / 2);
        }
        next = (next + 1) % COLUMNS;
    }

    /**
     * Copies the history, oldest column first.
     *
     * @param image row by row, {@link #ROWS} times {@link #COLUMNS}
     */
    void copyTo(float[] image) {
        for (int column = 0; column < COLUMNS; column++) {
            int from = (next + column) % COLUMNS * ROWS;
            for (int row = 0; row < ROWS; row++) {
                image[row * COLUMNS + column] = ring[from + row];
            }
        }
    }
}
