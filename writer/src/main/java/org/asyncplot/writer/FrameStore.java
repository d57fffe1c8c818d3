// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;

/** Where a waveform's or an image's frames go; for its computing thread. */
sealed interface FrameStore extends Supply permits FrameSupply, FrameSlots {
    /** A frame and the mapping it lies in. */
    record Prepared(Region region, Frame frame) implements Lineup.Prepared {
        @Override
        public long index() {
            return region.index();
        }

        @Override
        public void close() {
            region.close();
        }
    }

    /** Writes the fixed fields of a frame. */
    interface FrameEncoder {
        void encode(org.agrona.MutableDirectBuffer buffer, long previousFrame);
    }

    /** The next frame to fill, or null: then it is dropped. */
    Prepared take();

    /** The computing thread is done with a frame, published or not. */
    void retire(Prepared frame);

    void countPublished(long count);

    void drop();

    /** Once nobody can claim any more. */
    void release();
}
