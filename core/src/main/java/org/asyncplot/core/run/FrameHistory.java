// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.Arrays;
import java.util.function.Consumer;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/** All frames of a channel that keeps all, oldest first: found by the pointers backwards, then opened one at a time. */
final class FrameHistory {
    private static final int FEW = 64;

    private final Documents documents;
    private final String channel;

    FrameHistory(Documents documents, String channel) {
        this.documents = documents;
        this.channel = channel;
    }

    /** Those from {@code newestIndex} backwards that are published. */
    void forEach(long newestIndex, Consumer<Frame> action) {
        long[] indexes = new long[FEW];
        int count = 0;
        long index = newestIndex;
        while (index != 0) {
            try (Region region = documents.at(index)) {
                if (region == null) {
                    break;
                }
                if (count == indexes.length) {
                    indexes = Arrays.copyOf(indexes, 2 * count);
                }
                indexes[count++] = index;
                long previous = new Frame(region.buffer()).previousFrame();
                if (previous >= index) {
                    throw documents.damaged("the frames of channel '" + channel + "' point forward");
                }
                index = previous;
            }
        }
        while (count > 0) {
            try (Region region = documents.at(indexes[--count])) {
                Frame frame = region == null ? null : new Frame(region.buffer());
                if (frame != null && frame.isPublished()) {
                    action.accept(frame);
                }
            } catch (RunException unreadable) {
                // Of a file that went meanwhile: not there any more.
                if (!documents.isGone(indexes[count])) {
                    throw unreadable;
                }
            }
        }
    }
}
