// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.format.ClockBlock;
import org.asyncplot.core.queue.Region;

/** Notes how far one channel has grown when, for replay. The agent's, and after it the closing thread's. */
final class ClockWriter {
    /** A channel that brings less between two ticks is noted once in so many samples, or in a second. */
    private static final int SLOW_SAMPLES = 64;
    private static final long SLOW_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int FIRST_CAPACITY = 64;
    private static final int LAST_CAPACITY = 1024;

    private final Recording recording;
    private final Supply supply;
    private final int channelId;
    /** Heads of the complete trees of a skew-binary list, the newest first: where a new block points to. */
    private final ArrayDeque<Tree> trees = new ArrayDeque<>();
    private int capacity = FIRST_CAPACITY;
    private Region region;
    private ClockBlock block;
    private long notedCount;
    private long notedNs;

    private record Tree(long size, long index) {
    }

    ClockWriter(Recording recording, Supply supply) {
        this.recording = recording;
        this.supply = supply;
        this.channelId = supply.definition().id();
        this.notedNs = System.nanoTime();
    }

    /** Looks how far the channel is; the last look notes whatever is new. */
    void note(boolean last) {
        // In this order: what a row counts was there at its time, however long this thread was held up in between.
        long published = supply.published();
        long nowNs = System.nanoTime();
        long fresh = published - notedCount;
        boolean due = fresh >= SLOW_SAMPLES || nowNs - notedNs >= SLOW_NS || last;
        if (fresh == 0 || !due || !hasRoom(nowNs)) {
            return;
        }
        block.add(nowNs, published);
        notedCount = published;
        notedNs = nowNs;
    }

    private boolean hasRoom(long nowNs) {
        if (block != null && block.count() < block.capacity()) {
            return true;
        }
        recording.lock();
        try {
            long previous = trees.isEmpty() ? 0 : trees.peek().index();
            long earlier = earlier();
            Region next = recording.append(ClockBlock.length(capacity),
                buffer -> ClockBlock.encode(buffer, channelId, capacity, previous, earlier, nowNs));
            if (next == null) {
                return false;
            }
            close();
            region = next;
            block = new ClockBlock(next.buffer());
            push(next.index());
            supply.definition().newestClock(next.index());
        } finally {
            recording.unlock();
        }
        capacity = Math.min(LAST_CAPACITY, capacity * 2);
        return true;
    }

    /** Where the next block's long pointer goes: two trees of the same size become one, whose head points behind both. */
    private long earlier() {
        Tree[] heads = trees.stream().limit(3).toArray(Tree[]::new);
        if (heads.length > 1 && heads[0].size() == heads[1].size()) {
            return heads.length > 2 ? heads[2].index() : 0;
        }
        return heads.length == 0 ? 0 : heads[0].index();
    }

    private void push(long index) {
        long size = 1;
        if (trees.size() > 1) {
            Tree newest = trees.pop();
            Tree second = trees.pop();
            if (newest.size() == second.size()) {
                size += newest.size() + second.size();
            } else {
                trees.push(second);
                trees.push(newest);
            }
        }
        trees.push(new Tree(size, index));
    }

    /** Gives the mapping back; the next note begins a new block. */
    void close() {
        if (region != null) {
            region.close();
            region = null;
            block = null;
        }
    }
}
