// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.function.Supplier;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.ClockBlock;
import org.asyncplot.core.queue.Region;

/** Reads a channel's clock: how far it had grown at a moment. Holds nothing open. */
final class ChannelClock {
    private final Documents documents;
    private final Supplier<ChannelDefinition> definition;
    private final String name;

    ChannelClock(Documents documents, Supplier<ChannelDefinition> definition, String name) {
        this.documents = documents;
        this.definition = definition;
        this.name = name;
    }

    /**
     * Where a moment lies between rows.
     *
     * @param timeNs    of the last row at or before it; {@link Long#MIN_VALUE} if there is none
     * @param published then, 0 if there is none
     * @param nextNs    time of the first row after it; {@link Long#MAX_VALUE} if there is none yet
     */
    record Place(long timeNs, long published, long nextNs) {
    }

    boolean isThere() {
        return definition.get().newestClock() != 0;
    }

    /** What was published at a moment, to this clock's step; 0 before its first tick, -1 if there is no clock. */
    long publishedAt(long monotonicNs) {
        return isThere() ? find(monotonicNs).published() : -1;
    }

    Place find(long monotonicNs) {
        long laterNs = Long.MAX_VALUE;
        long index = definition.get().newestClock();
        while (index != 0) {
            try (Region region = documents.at(index)) {
                if (region == null) {
                    break;
                }
                ClockBlock block = new ClockBlock(region.buffer());
                if (block.firstNs() - monotonicNs <= 0 && block.count() > 0) {
                    return search(block, monotonicNs, laterNs);
                }
                laterNs = block.count() > 0 ? block.firstNs() : laterNs;
                long next = next(block, monotonicNs);
                if (next >= index) {
                    throw documents.damaged("the clock of channel '" + name + "' points forward");
                }
                index = next;
            }
        }
        return new Place(Long.MIN_VALUE, 0, laterNs);
    }

    /** As far back as is not too far, so that a search takes O(log n) steps. */
    private long next(ClockBlock block, long monotonicNs) {
        if (block.earlier() == 0) {
            return block.previous();
        }
        try (Region region = documents.at(block.earlier())) {
            boolean tooFar = region == null || new ClockBlock(region.buffer()).firstNs() - monotonicNs <= 0;
            return tooFar ? block.previous() : block.earlier();
        }
    }

    private static Place search(ClockBlock block, long monotonicNs, long laterNs) {
        int count = block.count();
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (block.timeNs(middle) - monotonicNs <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Place(block.timeNs(low), block.published(low), low + 1 < count ? block.timeNs(low + 1) : laterNs);
    }
}
