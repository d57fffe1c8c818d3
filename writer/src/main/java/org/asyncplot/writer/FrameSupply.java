// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.function.LongConsumer;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;

/**
 * Keeps one waveform or image supplied with frames that are there but not published. The agent prepares one ahead once the channel is in
 * use; the computing thread helps itself where none is ready.
 */
final class FrameSupply implements FrameStore {
    private final Recording recording;
    private final Ledger ledger;
    private final int length;
    private final FrameEncoder encoder;
    private final Lineup<Prepared> ready = new Lineup<>();
    private final RetiredRegions retired = new RetiredRegions();
    private final SkewList earlierFrames = new SkewList();
    /** The agent's: the file that what lay ready was last taken back for. */
    private int leftFor;
    private long newestIndex;
    /** Of the newest frame that was published. */
    private volatile long publishedIndex;
    private volatile boolean used;
    private volatile long published;

    FrameSupply(Recording recording, Region definitionRegion, int length, FrameEncoder encoder) {
        this.recording = recording;
        this.ledger = new Ledger(definitionRegion);
        this.length = length;
        this.encoder = encoder;
    }

    @Override
    public Prepared take() {
        used = true;
        Prepared next = ready.poll();
        if (next != null || recording.policy() == OverflowPolicy.DROP || recording.isRefusing()) {
            return next;
        }
        long beganNs = System.nanoTime();
        try {
            return recording.appendedByAgentOnly() ? Shell.await(ready::poll, recording::isRefusing) : helpUnderLock();
        } finally {
            ledger.waitedSince(beganNs);
        }
    }

    private Prepared helpUnderLock() {
        if (!recording.lockSpinning()) {
            return null;
        }
        try {
            Prepared prepared = ready.poll();
            if (prepared == null) {
                prepared = prepare();
                if (prepared != null) {
                    ready.taken(prepared);
                }
            }
            return prepared;
        } finally {
            recording.unlock();
        }
    }

    @Override
    public void retire(Prepared frame) {
        if (frame.frame().isPublished()) {
            publishedIndex = frame.index();
        }
        retired.add(frame.region());
    }

    @Override
    public void countPublished(long count) {
        published = count;
    }

    @Override
    public void drop() {
        ledger.drop(1);
    }

    private Prepared prepare() {
        long previous = newestIndex;
        long earlier = earlierFrames.earlier();
        Region region = recording.append(length, buffer -> {
            encoder.encode(buffer, previous);
            Frame.encodeEarlier(buffer, earlier);
        });
        if (region == null) {
            return null;
        }
        newestIndex = region.index();
        earlierFrames.push(newestIndex);
        ledger.definition().newestBlock(newestIndex);
        return new Prepared(region, new Frame(region.buffer()));
    }

    @Override
    public int replenish(long nowNs) {
        int work = retired.close();
        ledger.releaseOld();
        if (used && ready.size() == 0 && !recording.isRefusing()) {
            recording.lock();
            try {
                Prepared prepared = prepare();
                if (prepared != null) {
                    ready.offer(prepared);
                }
            } finally {
                recording.unlock();
            }
            work++;
        }
        return work;
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
            Prepared last = ready.last();
            newestIndex = last == null ? 0 : last.index();
        } finally {
            recording.unlock();
        }
    }

    @Override
    public void held(LongConsumer held) {
        ledger.held(held);
        ready.held(held);
        held.accept(publishedIndex);
    }

    @Override
    public void discardPrepared() {
        ready.takeBack();
        retired.close();
    }

    @Override
    public void release() {
        retired.closeAll();
        ledger.release();
    }
}
