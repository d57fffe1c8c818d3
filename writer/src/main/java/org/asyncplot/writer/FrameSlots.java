// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;

/**
 * A few frames that take turns, for runs that are watched and not kept: each is rewritten in place under its sequence lock. All are
 * appended at declaration, so that filling them never waits for anything.
 */
final class FrameSlots implements FrameStore {
    private final Region definitionRegion;
    private final ChannelDefinition definition;
    private final List<Prepared> slots = new ArrayList<>();
    private int next;
    private long dropped;
    private volatile long published;

    FrameSlots(Recording recording, Region definitionRegion, int length, int slotCount, FrameEncoder encoder) {
        this.definitionRegion = definitionRegion;
        this.definition = new ChannelDefinition(definitionRegion.buffer());
        recording.lock();
        try {
            long previous = 0;
            for (int i = 0; i < slotCount; i++) {
                long before = previous;
                Region region = recording.append(length, buffer -> encoder.encode(buffer, before));
                if (region == null) {
                    return;
                }
                slots.add(new Prepared(region, new Frame(region.buffer())));
                previous = region.index();
                definition.newestBlock(previous);
            }
        } finally {
            recording.unlock();
        }
    }

    @Override
    public Prepared take() {
        if (slots.isEmpty()) {
            return null;
        }
        Prepared slot = slots.get(next);
        slot.frame().reuse();
        return slot;
    }

    @Override
    public void retire(Prepared frame) {
        next = (next + 1) % slots.size();
    }

    @Override
    public void countPublished(long count) {
        published = count;
    }

    @Override
    public void drop() {
        dropped++;
        definition.dropped(dropped);
    }

    @Override
    public int replenish(long nowNs) {
        return 0;
    }

    @Override
    public long published() {
        return published;
    }

    @Override
    public ChannelDefinition definition() {
        return definition;
    }

    @Override
    public void discardPrepared() {
        // Slots belong to the channel until nobody can claim them any more.
    }

    @Override
    public void release() {
        slots.forEach(slot -> slot.region().close());
        definitionRegion.close();
    }
}
