// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.Optional;

/** Where a window gets captures of a run. Any thread, but what it captured is drawn by one thread only, and not after {@link #close()}. */
public interface Source extends AutoCloseable {
    /**
     * Waits until the run is open.
     *
     * @throws org.asyncplot.core.queue.RunException if it cannot be opened
     */
    void awaitOpen();

    /**
     * Whom to tell that a capture can be taken, or that the status has changed. Told at once, too.
     *
     * @param told called on the source's thread; must not block
     */
    void listener(Runnable told);

    /**
     * Says when the next capture is wanted, so that none is made that nobody draws.
     *
     * @param nanoTime the earliest moment, in System.nanoTime
     */
    void want(long nanoTime);

    /**
     * Takes the newest capture.
     *
     * @return absent if there is nothing since the last
     */
    Optional<Capture> take();

    /**
     * How the run is.
     *
     * @return absent until it is open
     */
    Optional<RunStatus> status();

    /**
     * Marks the run as damaged, since drawing what it captured has failed.
     *
     * @param cause what was thrown
     */
    void fail(Throwable cause);

    /** Gives the run back. */
    @Override
    void close();
}
