// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;

/**
 * A few frames that take turns, for runs that are watched and not kept: each is rewritten in place under its sequence lock. All are
 * appended at declaration, so that filling them never waits for anything, and anew after a roll: the next frame then goes into the new
 * ones, and until it is published the old ones, whose file stays, have the newest.
 */
final class FrameSlots implements FrameStore {
    private final Recording recording;
    private final Ledger ledger;
    private final int length;
    private final int slotCount;
    private final FrameEncoder encoder;
    private final Lineup<Slots> ready = new Lineup<>();
    private final RetiredRegions retired = new RetiredRegions();
    /** The agent's: the file that new slots were last made in. */
    private int leftFor;

    /** The computing thread's. */
    private Slots current;
    private int next;
    /** The slots of the newest frame that was published. */
    private volatile Slots showing;
    private volatile long published;

    /** Frames that take turns, all in one file. */
    private record Slots(List<Prepared> frames) implements Lineup.Prepared {
        @Override
        public long index() {
            return frames.get(frames.size() - 1).index();
        }

        @Override
        public void close() {
            frames.forEach(Prepared::close);
        }
    }

    FrameSlots(Recording recording, Region definitionRegion, int length, int slotCount, FrameEncoder encoder) {
        this.recording = recording;
        this.ledger = new Ledger(definitionRegion);
        this.length = length;
        this.slotCount = slotCount;
        this.encoder = encoder;
        recording.lock();
        try {
            prepare();
        } finally {
            recording.unlock();
        }
    }

    /** Under the lock: as many slots as were declared, or none. */
    private void prepare() {
        Slots last = ready.last();
        long previous = last == null ? 0 : last.index();
        List<Prepared> frames = new ArrayList<>();
        while (frames.size() < slotCount) {
            long before = previous;
            Region region = recording.append(length, buffer -> encoder.encode(buffer, before));
            if (region == null) {
                frames.forEach(Prepared::close);
                return;
            }
            frames.add(new Prepared(region, new Frame(region.buffer())));
            previous = region.index();
        }
        ready.offer(new Slots(frames));
        ledger.definition().newestBlock(previous);
    }

    @Override
    public Prepared take() {
        Slots made = ready.poll();
        if (made != null) {
            if (current != null) {
                current.frames().forEach(slot -> retired.add(slot.region()));
            }
            current = made;
            next = 0;
        }
        if (current == null) {
            return null;
        }
        Prepared slot = current.frames().get(next);
        slot.frame().reuse();
        return slot;
    }

    @Override
    public void retire(Prepared frame) {
        if (frame.frame().isPublished()) {
            showing = current;
        }
        next = (next + 1) % slotCount;
    }

    @Override
    public void countPublished(long count) {
        published = count;
    }

    @Override
    public void drop() {
        ledger.drop(1);
    }

    @Override
    public int replenish(long nowNs) {
        ledger.releaseOld();
        return retired.close();
    }

    @Override
    public long published() {
        return published;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void leaveFile(long nowNs) {
        int file = recording.file();
        if (file == leftFor) {
            return;
        }
        leftFor = file;
        recording.lock();
        try {
            ready.takeBack();
            prepare();
        } finally {
            recording.unlock();
        }
    }

    @Override
    public void held(LongConsumer held) {
        ledger.held(held);
        ready.held(held);
        if (showing != null) {
            held.accept(showing.index());
        }
    }

    @Override
    public void discardPrepared() {
        // Slots belong to the channel until nobody can claim them any more.
    }

    @Override
    public void release() {
        if (current != null) {
            current.close();
        }
        ready.takeBack();
        retired.closeAll();
        ledger.release();
    }
}
