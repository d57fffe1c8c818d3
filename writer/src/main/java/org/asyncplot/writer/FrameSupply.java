// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;

/**
 * Keeps one waveform or image supplied with frames that are there but not published. The agent prepares one ahead once the channel is in
 * use; the computing thread helps itself where none is ready.
 */
final class FrameSupply implements FrameStore {
    private final Recording recording;
    private final Region definitionRegion;
    private final ChannelDefinition definition;
    private final Waits waits;
    private final int length;
    private final FrameEncoder encoder;
    private final OneToOneConcurrentArrayQueue<Prepared> ready = new OneToOneConcurrentArrayQueue<>(2);
    private final RetiredRegions retired = new RetiredRegions();
    private final SkewList earlierFrames = new SkewList();
    private long newestIndex;
    private long dropped;
    private volatile boolean used;
    private volatile long published;

    FrameSupply(Recording recording, Region definitionRegion, int length, FrameEncoder encoder) {
        this.recording = recording;
        this.definitionRegion = definitionRegion;
        this.definition = new ChannelDefinition(definitionRegion.buffer());
        this.waits = new Waits(definition);
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
            return recording.appendedByAgentOnly() ? Shell.await(ready, recording::isRefusing) : helpUnderLock();
        } finally {
            waits.since(beganNs);
        }
    }

    private Prepared helpUnderLock() {
        if (!recording.lockSpinning()) {
            return null;
        }
        try {
            Prepared prepared = ready.poll();
            return prepared != null ? prepared : prepare();
        } finally {
            recording.unlock();
        }
    }

    @Override
    public void retire(Prepared frame) {
        retired.add(frame.region());
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
        definition.newestBlock(newestIndex);
        return new Prepared(region, new Frame(region.buffer()));
    }

    @Override
    public int replenish(long nowNs) {
        int work = retired.close();
        if (used && ready.isEmpty() && !recording.isRefusing()) {
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
    public ChannelDefinition definition() {
        return definition;
    }

    @Override
    public void discardPrepared() {
        for (Prepared prepared = ready.poll(); prepared != null; prepared = ready.poll()) {
            prepared.region().close();
        }
        retired.close();
    }

    @Override
    public void release() {
        retired.closeAll();
        definitionRegion.close();
    }
}
