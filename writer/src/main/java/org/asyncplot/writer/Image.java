// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.time.Duration;

/**
 * An image: a 2-D field at one moment, again and again, row by row. Belongs to one thread at a time. {@link #put} copies once,
 * {@link #claim} hands out the mapped memory to compute straight into; neither throws for lack of space nor waits for a viewer.
 */
public final class Image {
    private final FrameClaim claim;
    private final int rows;
    private final int columns;

    Image(FrameClaim claim, int rows, int columns) {
        this.claim = claim;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Rows of every frame.
     *
     * @return at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * Columns of every frame.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Says how often a frame is recorded at most; those that come sooner are left out and not counted as dropped.
     *
     * @param least time between two frames; zero records each
     * @return this
     */
    public Image every(Duration least) {
        claim.demand().interval(least.toNanos());
        return this;
    }

    /**
     * Whether a frame is worth computing now: the time of {@link #every} has passed and, where only the newest frames are there, somebody
     * watches. Costs next to nothing.
     *
     * @return false if the next frame would not be seen
     */
    public boolean wanted() {
        return claim.demand().isWanted();
    }

    /**
     * Begins a frame in place.
     *
     * @return the claim, the same object each time; one that was not committed is given up
     */
    public FrameClaim claim() {
        return claim.begin();
    }

    /**
     * Records a frame.
     *
     * @param values rows times columns of them, row by row
     * @throws IllegalArgumentException if there are fewer
     */
    public void put(double[] values) {
        check(values.length);
        FrameClaim frame = claim.begin();
        for (int i = 0; i < rows * columns; i++) {
            frame.set(i, values[i]);
        }
        frame.commit();
    }

    /**
     * Records a frame.
     *
     * @param values rows times columns of them, row by row
     * @throws IllegalArgumentException if there are fewer
     */
    public void put(float[] values) {
        check(values.length);
        FrameClaim frame = claim.begin();
        for (int i = 0; i < rows * columns; i++) {
            frame.set(i, values[i]);
        }
        frame.commit();
    }

    /**
     * Records a frame.
     *
     * @param values rows times columns of them, row by row, as unsigned bytes
     * @throws IllegalArgumentException if there are fewer
     */
    public void put(byte[] values) {
        check(values.length);
        FrameClaim frame = claim.begin();
        for (int i = 0; i < rows * columns; i++) {
            frame.set(i, values[i] & 0xff);
        }
        frame.commit();
    }

    private void check(int given) {
        if (given < rows * columns) {
            throw new IllegalArgumentException("an image of " + rows + " by " + columns + " needs " + rows * columns + " values, not " + given);
        }
    }
}
