// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.ClockBlock;
import org.asyncplot.core.queue.Region;

/** Reads a channel's clock: how far it had grown at a moment. Holds nothing open. */
final class ChannelClock {
    private final Documents documents;
    private final ChannelDefinition definition;
    private final String name;

    ChannelClock(Documents documents, ChannelDefinition definition, String name) {
        this.documents = documents;
        this.definition = definition;
        this.name = name;
    }

    /** What was published at a moment, to this clock's step; 0 before its first tick, -1 if there is no clock. */
    long publishedAt(long monotonicNs) {
        long index = definition.newestClock();
        if (index == 0) {
            return -1;
        }
        while (index != 0) {
            try (Region region = documents.at(index)) {
                if (region == null) {
                    return 0;
                }
                ClockBlock block = new ClockBlock(region.buffer());
                if (block.firstNs() - monotonicNs <= 0 && block.count() > 0) {
                    return search(block, monotonicNs);
                }
                long next = next(block, monotonicNs);
                if (next >= index) {
                    throw documents.damaged("the clock of channel '" + name + "' points forward");
                }
                index = next;
            }
        }
        return 0;
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

    private static long search(ClockBlock block, long monotonicNs) {
        int low = 0;
        int high = block.count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (block.timeNs(middle) - monotonicNs <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return block.published(low);
    }
}
