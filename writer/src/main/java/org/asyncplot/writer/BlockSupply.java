// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.queue.Region;

/**
 * Keeps one signal supplied with empty blocks. The agent prepares them ahead of need; the computing thread takes them, and helps itself
 * where none is ready. Blocks are chained in the order in which they are appended, which is the order in which they are taken: a helper
 * looks for a prepared one under the same lock.
 */
final class BlockSupply implements Supply {
    private static final int FIRST_CAPACITY = 256;
    private static final int FIRST_CAPACITY_DROPPING = 2048;
    private static final int LAST_CAPACITY = 8192;
    private static final int MAX_BLOCK_BYTES = 1 << 20;
    private static final int DEPTH = 4;
    private static final long BUSY_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Recording recording;
    private final Region definitionRegion;
    private final ChannelDefinition definition;
    private final Waits waits;
    private final int channelId;
    private final int columns;
    private final int lastCapacity;
    private final OneToOneConcurrentArrayQueue<Prepared> ready = new OneToOneConcurrentArrayQueue<>(DEPTH);
    private final RetiredRegions retired = new RetiredRegions();
    private final Sealer sealer;

    /** Under the lock. */
    private long newestIndex;
    private int nextCapacity;
    private long preparedNs;

    /** The computing thread's. */
    private Prepared current;
    private long dropped;

    /** Written by the computing thread, read by the agent. */
    private volatile SignalBlock visible;
    private volatile long takenNs;

    private record Prepared(Region region, SignalBlock block) {
    }

    BlockSupply(Recording recording, Region definitionRegion, int channelId, int columns, boolean time) {
        this.recording = recording;
        this.definitionRegion = definitionRegion;
        this.definition = new ChannelDefinition(definitionRegion.buffer());
        this.waits = new Waits(definition);
        this.sealer = new Sealer(recording, this::definition, columns, time);
        this.channelId = channelId;
        this.columns = columns;
        int limit = LAST_CAPACITY;
        while (limit > 1 && SignalBlock.length(limit, columns) > Math.min(MAX_BLOCK_BYTES, recording.maxDocumentBytes())) {
            limit /= 2;
        }
        this.lastCapacity = limit;
        this.nextCapacity = Math.min(limit, recording.policy() == OverflowPolicy.DROP ? FIRST_CAPACITY_DROPPING : FIRST_CAPACITY);
        // A year ago, so that a channel is not busy before it has shown it.
        this.takenNs = System.nanoTime() - TimeUnit.DAYS.toNanos(365);
        this.preparedNs = takenNs;
    }

    /** The first block, before the computing thread adds; called by the thread that declares. */
    SignalBlock first() {
        recording.lock();
        try {
            enqueue();
        } finally {
            recording.unlock();
        }
        return takeReady(ready.poll());
    }

    /** The next empty block for the computing thread, or null: then the sample is dropped. */
    SignalBlock take() {
        Prepared next = ready.poll();
        if (next == null) {
            next = help();
        }
        if (next != null) {
            takenNs = System.nanoTime();
        }
        return takeReady(next);
    }

    private SignalBlock takeReady(Prepared next) {
        if (next == null) {
            return null;
        }
        Prepared used = current;
        current = next;
        // Not by its capacity: a block that was left before it was full would leave numbers without samples.
        next.block().firstSample(used == null ? 0 : used.block().firstSample() + used.block().count());
        visible = next.block();
        // Not before: the agent closes what is retired, and reads the count of what is visible.
        if (used != null) {
            retired.add(used.region());
        }
        return next.block();
    }

    private Prepared help() {
        if (recording.policy() == OverflowPolicy.DROP || recording.isRefusing()) {
            return null;
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

    void drop(long samples) {
        dropped += samples;
        definition.dropped(dropped);
    }

    /** Under the lock. */
    private void enqueue() {
        Prepared prepared = prepare();
        if (prepared != null) {
            ready.offer(prepared);
        }
    }

    /** Appends an empty block, under the lock. */
    private Prepared prepare() {
        int capacity = nextCapacity;
        long previous = newestIndex;
        Region region = recording.append(SignalBlock.length(capacity, columns),
            buffer -> SignalBlock.encode(buffer, channelId, capacity, columns, previous));
        if (region == null) {
            return null;
        }
        long nowNs = System.nanoTime();
        if (nowNs - preparedNs < TimeUnit.SECONDS.toNanos(1)) {
            nextCapacity = Math.min(lastCapacity, capacity * 2);
        }
        preparedNs = nowNs;
        newestIndex = region.index();
        definition.newestBlock(newestIndex);
        return new Prepared(region, new SignalBlock(region.buffer()));
    }

    @Override
    public int replenish(long nowNs) {
        int work = sealer.seal(retired);
        int missing = wanted(nowNs) - ready.size();
        for (int i = 0; i < missing && !recording.isRefusing(); i++) {
            recording.lock();
            try {
                enqueue();
            } finally {
                recording.unlock();
            }
            work++;
        }
        return work;
    }

    /** How many blocks should lie ready: none for a channel at rest, one when half of the current one is used, all for a busy channel. */
    private int wanted(long nowNs) {
        if (recording.policy() == OverflowPolicy.DROP || nowNs - takenNs < BUSY_NS) {
            return DEPTH;
        }
        SignalBlock block = visible;
        return block == null || block.count() >= block.capacity() / 2 ? 1 : 0;
    }

    @Override
    public long published() {
        SignalBlock block = visible;
        return block == null || block.count() == 0 ? (block == null ? 0 : block.firstSample()) : block.firstSample() + block.count();
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
        sealer.sealAll(retired);
    }

    /** Once nobody can add any more. */
    void release() {
        if (current != null) {
            current.region().close();
        }
        sealer.close();
        retired.closeAll();
        definitionRegion.close();
    }
}
