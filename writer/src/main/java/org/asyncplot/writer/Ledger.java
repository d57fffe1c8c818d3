// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayDeque;
import java.util.function.LongConsumer;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.queue.Region;

/**
 * A channel's definition in the file that counts, and what the computing thread notes there: what it dropped, and what it lost by allocating
 * for itself. At a roll the agent puts another definition in its place; the one before is given back when the computing thread is certain
 * not to write there any more. The computing thread's, where nothing else is said, and only on the slow way.
 */
final class Ledger {
    private volatile ChannelDefinition definition;
    /** The computing thread is between looking for the definition and having written there. */
    private volatile boolean writing;
    private long dropped;
    private long waits;
    private long longestWaitNs;
    /** The agent's: the newest last. */
    private final ArrayDeque<Region> regions = new ArrayDeque<>();

    Ledger(Region region) {
        regions.add(region);
        definition = new ChannelDefinition(region.buffer());
    }

    /** For any thread; what the caller writes there it writes under the supply lock. */
    ChannelDefinition definition() {
        return definition;
    }

    void drop(long count) {
        dropped += count;
        write();
    }

    /** Notes an allocation that began at a moment of System.nanoTime and ends now. */
    void waitedSince(long beganNs) {
        waits++;
        longestWaitNs = Math.max(longestWaitNs, System.nanoTime() - beganNs);
        write();
    }

    /** Where the definition changes meanwhile, the agent has not seen what was written to the one before: so once more. */
    private void write() {
        ChannelDefinition to;
        do {
            writing = true;
            to = definition;
            if (dropped > 0) {
                to.dropped(dropped);
            }
            if (waits > 0) {
                to.waited(waits, longestWaitNs);
            }
            writing = false;
        } while (to != definition);
    }

    /** From now on another definition counts; under the supply lock. */
    void moveTo(Region region) {
        ChannelDefinition before = definition;
        ChannelDefinition next = new ChannelDefinition(region.buffer());
        regions.add(region);
        definition = next;
        next.carryCounts(before);
    }

    /** Gives back the definitions that nobody writes to any more; by the agent. */
    void releaseOld() {
        if (regions.size() > 1 && !writing) {
            while (regions.size() > 1) {
                regions.poll().close();
            }
        }
    }

    /** Tells the documents of the definitions before that may still be written to; by the agent. */
    void held(LongConsumer held) {
        regions.forEach(region -> held.accept(region.index()));
    }

    /** Once nobody can add any more. */
    void release() {
        regions.forEach(Region::close);
    }
}
