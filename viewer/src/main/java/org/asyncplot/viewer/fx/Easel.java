// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Optional;
import org.asyncplot.core.run.RunState;
import org.asyncplot.viewer.source.Snapshot;

/** Where pictures are painted: at once, or on a thread of its own, then they are fetched when they are there. The drawing thread. */
interface Easel extends AutoCloseable {
    /**
     * Whom to tell that a picture can be fetched.
     *
     * @param told called on any thread; must not block
     */
    void listener(Runnable told);

    /**
     * Paints the buffer that is not on the screen, or begins to; not while it is busy.
     *
     * @param work what to paint
     * @return the picture; absent if it comes later
     */
    Optional<Picture> paint(Work work);

    /** Whether a picture is being painted. */
    boolean isBusy();

    /**
     * Fetches a picture that was begun.
     *
     * @param wanted how pictures have to be by now
     * @return absent if none has come
     */
    Optional<Picture> finished(Request wanted);

    /** The picture painted last; null before the first. */
    Picture last();

    /** The data of its pictures, what their figure derives included. */
    default Snapshot data(Snapshot shown) {
        return shown;
    }

    /** Whether the picture shows how the run is, and that is over. */
    boolean isOutdated(RunState state);

    /** What is wrong with the painting, besides what pictures say themselves; possibly empty. */
    String complaint();

    /** Waits a moment for what is being painted; whether it is {@link #isBusy()} then is final. */
    @Override
    void close();
}
