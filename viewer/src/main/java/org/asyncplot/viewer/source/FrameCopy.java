// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.Optional;
import java.util.function.Function;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.run.FrameChannel;

/** Copies whole frames out of slots that the computation writes anew meanwhile. */
final class FrameCopy {
    /** A copy takes far less than the time between two frames: a second try nearly always succeeds. */
    private static final int TRIES = 8;

    private FrameCopy() {
    }

    /** The newest frame, whole; absent if there is none, or the computation overwrites it faster than it can be copied. */
    static <T> Optional<T> of(FrameChannel channel, Function<Frame, T> copy) {
        for (int attempt = 0; attempt < TRIES && channel.newest().isPresent(); attempt++) {
            Frame frame = channel.newest().get();
            long mark = frame.beginRead();
            if (Frame.isThere(mark)) {
                T copied = copy.apply(frame);
                if (frame.endRead(mark)) {
                    return Optional.of(copied);
                }
            }
            channel.refresh();
        }
        return Optional.empty();
    }
}
