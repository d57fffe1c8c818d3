// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

/**
 * How soon one picture may follow another, so that watching costs no more than a share of a core: as fast as the screen while pictures are
 * cheap or rare, slower where they are dear. A picture that a user asked for never waits. One thread.
 */
final class FramePace {
    private static final double SMALLEST_CHANGE = 0.6;
    private static final double LARGEST_CHANGE = 1.6;

    private final double share;
    private final long leastNs;
    private final long mostNs;
    private double intervalNs;

    /**
     * A pace.
     *
     * @param share   of a core to stay below
     * @param leastNs between two pictures
     * @param mostNs  between two pictures, whatever they cost
     */
    FramePace(double share, long leastNs, long mostNs) {
        this.share = share;
        this.leastNs = leastNs;
        this.mostNs = mostNs;
        intervalNs = leastNs;
    }

    /**
     * Learns what was spent.
     *
     * @param cpuNs  processor time of the whole process
     * @param wallNs in this time
     */
    void spent(long cpuNs, long wallNs) {
        if (wallNs > 0) {
            double change = Math.max(SMALLEST_CHANGE, Math.min(LARGEST_CHANGE, (double) cpuNs / wallNs / share));
            intervalNs = Math.max(leastNs, Math.min(mostNs, intervalNs * change));
        }
    }

    long intervalNs() {
        return Math.round(intervalNs);
    }
}
