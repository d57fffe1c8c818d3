// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
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
    private final Ledger ledger;
    private final int channelId;
    private final int columns;
    private final int firstCapacity;
    private final int lastCapacity;
    private final Lineup<Prepared> ready = new Lineup<>();
    private final RetiredRegions retired = new RetiredRegions();
    private final Sealer sealer;

    /** Under the lock. */
    private long newestIndex;
    private int nextCapacity;
    private long preparedNs;

    /** The agent's: the file that this channel was last sent on to. */
    private int leftFor;

    /** The computing thread's. */
    private Prepared current;
    /** Weak, since the channel is over when nobody holds its handle any more. */
    private volatile WeakReference<SampleSink> sink = new WeakReference<>(null);

    /** Written by the computing thread, read by the agent. */
    private volatile SignalBlock visible;
    /** The block in use, until it is retired. */
    private volatile long usedIndex;
    private volatile long takenNs;

    private record Prepared(Region region, SignalBlock block) implements Lineup.Prepared {
        @Override
        public long index() {
            return region.index();
        }

        @Override
        public void close() {
            region.close();
        }
    }

    BlockSupply(Recording recording, Region definitionRegion, int channelId, int columns, boolean time) {
        this.recording = recording;
        this.ledger = new Ledger(definitionRegion);
        this.sealer = new Sealer(recording, ledger::definition, columns, time);
        this.channelId = channelId;
        this.columns = columns;
        int limit = LAST_CAPACITY;
        while (limit > 1 && SignalBlock.length(limit, columns) > Math.min(MAX_BLOCK_BYTES, recording.maxDocumentBytes())) {
            limit /= 2;
        }
        this.lastCapacity = limit;
        this.firstCapacity = Math.min(limit, recording.policy() == OverflowPolicy.DROP ? FIRST_CAPACITY_DROPPING : FIRST_CAPACITY);
        this.nextCapacity = firstCapacity;
        // A year ago, so that a channel is not busy before it has shown it.
        this.takenNs = System.nanoTime() - TimeUnit.DAYS.toNanos(365);
        this.preparedNs = takenNs;
    }

    /** Where the samples of this channel are added, so that a roll can send it the slow way. */
    void serves(SampleSink newSink) {
        sink = new WeakReference<>(newSink);
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
        usedIndex = next.index();
        return next.block();
    }

    private Prepared help() {
        if (recording.policy() == OverflowPolicy.DROP || recording.isRefusing()) {
            return null;
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

    void drop(long samples) {
        ledger.drop(samples);
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
        ledger.definition().newestBlock(newestIndex);
        return new Prepared(region, new SignalBlock(region.buffer()));
    }

    @Override
    public int replenish(long nowNs) {
        int work = sealer.seal(retired);
        ledger.releaseOld();
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
    public Ledger ledger() {
        return ledger;
    }

    /**
     * A busy channel goes on by itself after a few blocks. One at rest gets a block in the new file, and its next add goes the slow way to
     * it: what stores the thread may be in the middle of are in the old block, whose file stays until then.
     */
    @Override
    public void leaveFile(long nowNs) {
        int file = recording.file();
        if (file == leftFor || nowNs - takenNs < BUSY_NS || recording.isRefusing()) {
            return;
        }
        leftFor = file;
        SampleSink adding = sink.get();
        recording.lock();
        try {
            ready.takeBack();
            Prepared last = ready.last();
            // Blocks that were passed over lie in files that may go: the chain leads past them.
            newestIndex = last == null ? 0 : last.index();
            nextCapacity = firstCapacity;
            if (adding != null) {
                enqueue();
            }
        } finally {
            recording.unlock();
        }
        if (adding != null && ready.size() > 0) {
            adding.sendOn();
        }
    }

    @Override
    public void held(LongConsumer held) {
        // First: what is not in use any more is among the retired.
        long used = usedIndex;
        ledger.held(held);
        sealer.held(retired, held);
        if (sink.get() != null) {
            held.accept(used);
            ready.held(held);
        }
    }

    @Override
    public void discardPrepared() {
        ready.takeBack();
        sealer.sealAll(retired);
    }

    /** Once nobody can add any more. */
    void release() {
        if (current != null) {
            current.region().close();
        }
        sealer.close();
        retired.closeAll();
        ledger.release();
    }
}
