// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

/** Whether a frame is worth making now: not too soon after the last, and, where only watchers get to see it, somebody watches. */
final class Demand {
    private final Recording recording;
    private final boolean onlyForWatchers;
    private long intervalNs;
    private long dueNs = System.nanoTime();

    Demand(Recording recording, Retention retention) {
        this.recording = recording;
        this.onlyForWatchers = retention.slots() > 0;
        if (recording != null && onlyForWatchers) {
            recording.lookForWatchers();
        }
    }

    void interval(long ns) {
        intervalNs = ns;
    }

    boolean isDue() {
        return intervalNs == 0 || System.nanoTime() - dueNs >= 0;
    }

    boolean isWanted() {
        return recording != null && isDue() && (!onlyForWatchers || recording.isWatched());
    }

    /** A frame was published. */
    void met() {
        if (intervalNs != 0) {
            dueNs = System.nanoTime() + intervalNs;
        }
    }
}
