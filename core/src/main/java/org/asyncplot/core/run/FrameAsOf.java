// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.Optional;

/**
 * What is known of the frame that was a channel's newest at some moment.
 *
 * @param found whether it is still there
 * @param copy  of the frame, where it is
 * @param <T>   what the copy is
 */
public record FrameAsOf<T>(Found found, Optional<T> copy) {
    /** Whether a frame is still there. */
    public enum Found {
        /** It is. */
        THERE,
        /** There was none yet. */
        NONE_YET,
        /** There was one, or may have been, but it was overwritten by later ones. */
        NOT_RECORDED
    }

    static <T> FrameAsOf<T> there(T copy) {
        return new FrameAsOf<>(Found.THERE, Optional.of(copy));
    }

    static <T> FrameAsOf<T> none(Found why) {
        return new FrameAsOf<>(why, Optional.empty());
    }
}
