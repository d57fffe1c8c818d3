// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.asyncplot.core.format.FormatException;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/** Finds the frame that was the newest at a moment. The thread of the run. */
final class FrameSearch {
    private static final int TRIES = 8;

    private FrameSearch() {
    }

    /** Where every frame is kept: from the newest backwards, by the long pointers as far as they do not lead too far. */
    static <T> FrameAsOf<T> kept(Documents documents, long newest, long epochNs, Function<Frame, T> copy) {
        if (newest == 0) {
            return FrameAsOf.none(FrameAsOf.Found.NONE_YET);
        }
        long index = newest;
        try {
            Region region = documents.at(index);
            while (region != null) {
                Region next;
                try (Region here = region) {
                    index = here.index();
                    Frame frame = new Frame(here.buffer());
                    if (frame.isPublished() && frame.timeNs() <= epochNs) {
                        T copied = copy.apply(frame);
                        return documents.isGone(index) ? FrameAsOf.none(FrameAsOf.Found.NOT_RECORDED) : FrameAsOf.there(copied);
                    }
                    if (frame.previousFrame() == 0 && !documents.isGone(index)) {
                        return FrameAsOf.none(FrameAsOf.Found.NONE_YET);
                    }
                    next = before(documents, here, frame, epochNs);
                }
                region = next;
            }
        } catch (FormatException | RunException unreadable) {
            if (!documents.isGone(index)) {
                throw unreadable;
            }
        }
        // Deleted with its file.
        return FrameAsOf.none(FrameAsOf.Found.NOT_RECORDED);
    }

    /** The earlier frame if it is still too late, else the previous one; null before the first, and where the history ends. */
    private static Region before(Documents documents, Region here, Frame frame, long epochNs) {
        long earlier = frame.earlierFrame();
        check(documents, here, earlier);
        if (earlier != 0 && earlier != frame.previousFrame()) {
            Region far = documents.at(earlier);
            if (far != null) {
                Frame candidate = new Frame(far.buffer());
                if (candidate.isPublished() && candidate.timeNs() > epochNs) {
                    return far;
                }
                far.close();
            }
        }
        check(documents, here, frame.previousFrame());
        return documents.at(frame.previousFrame());
    }

    private static void check(Documents documents, Region here, long pointer) {
        if (pointer >= here.index()) {
            throw documents.damaged("the frames of a channel point forward");
        }
    }

    /** Where frames take turns. A slot that is written just now will be there in a moment. */
    static <T> FrameAsOf<T> inSlots(List<Frame> slots, long epochNs, Function<Frame, T> copy) {
        for (int attempt = 1; true; attempt++) {
            Slots<T> seen = new Slots<>(epochNs);
            slots.forEach(slot -> seen.look(slot, copy));
            if (!seen.busy || seen.isCertain() || attempt == TRIES) {
                return seen.answer();
            }
        }
    }

    /** What one look at all slots has found. */
    private static final class Slots<T> {
        private final long epochNs;
        private final Set<Long> later = new HashSet<>();
        private T copy;
        private long number = -1;
        private boolean busy;

        Slots(long epochNs) {
            this.epochNs = epochNs;
        }

        void look(Frame slot, Function<Frame, T> copier) {
            long mark = slot.beginRead();
            if (!Frame.isThere(mark)) {
                busy |= mark != 0;
                return;
            }
            long its = slot.number();
            boolean late = slot.timeNs() > epochNs;
            T copied = late || its <= number ? null : copier.apply(slot);
            if (!slot.endRead(mark)) {
                busy = true;
            } else if (late) {
                later.add(its);
            } else if (copied != null) {
                copy = copied;
                number = its;
            }
        }

        /** Whether no other frame can have come between the one found and the moment. */
        boolean isCertain() {
            return later.contains(number + 1) || later.isEmpty() && !busy;
        }

        FrameAsOf<T> answer() {
            if (!isCertain()) {
                return FrameAsOf.none(FrameAsOf.Found.NOT_RECORDED);
            }
            return copy == null ? FrameAsOf.none(FrameAsOf.Found.NONE_YET) : FrameAsOf.there(copy);
        }
    }
}
