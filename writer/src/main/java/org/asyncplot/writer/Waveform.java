// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.time.Duration;

/**
 * A waveform: y over x at one moment, again and again. Belongs to one thread at a time. {@link #put} copies once, {@link #claim} hands out
 * the mapped memory to compute straight into; neither throws for lack of space nor waits for a viewer.
 */
public final class Waveform {
    private final FrameClaim claim;

    Waveform(FrameClaim claim) {
        this.claim = claim;
    }

    /**
     * How many elements a frame has room for.
     *
     * @return elements
     */
    public int length() {
        return claim.length();
    }

    /**
     * Says how often a frame is recorded at most; those that come sooner are left out and not counted as dropped.
     *
     * @param least time between two frames; zero records each
     * @return this
     */
    public Waveform every(Duration least) {
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
     * @param y its elements; those beyond {@link #length()} are left out
     */
    public void put(double[] y) {
        FrameClaim frame = claim.begin();
        int count = Math.min(y.length, frame.length());
        for (int i = 0; i < count; i++) {
            frame.set(i, y[i]);
        }
        frame.commit(count);
    }

    /**
     * Records a frame.
     *
     * @param y its elements; those beyond {@link #length()} are left out
     */
    public void put(float[] y) {
        FrameClaim frame = claim.begin();
        int count = Math.min(y.length, frame.length());
        for (int i = 0; i < count; i++) {
            frame.set(i, y[i]);
        }
        frame.commit(count);
    }
}
