// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

/** A run that is watched, as the agent needs it. One thread; every method may throw what damaged files throw. */
interface LiveRun extends AutoCloseable {
    /** The newest probe; to be read before {@link #growth()}. */
    long probeNs();

    /** Looks what is new. Differs from the last if a picture of the run would. */
    Growth growth();

    /** The run as it was at the last look, with what is the same as in an earlier capture taken from there. */
    Capture capture(long probeNs, Capture earlier);

    RunStatus status();

    /** Whether more is to be seen soon although the run itself may have ended. */
    default boolean isPlaying() {
        return false;
    }

    @Override
    void close();

    /**
     * How far a run has grown.
     *
     * @param channels that have something
     * @param samples  published, together
     * @param frames   published, together
     * @param notes    a number that changes with each note
     * @param past     whether this is how it was at a moment that has passed; then frames are a number that changes with any of them
     */
    record Growth(int channels, long samples, long frames, long notes, boolean past) {
    }
}
