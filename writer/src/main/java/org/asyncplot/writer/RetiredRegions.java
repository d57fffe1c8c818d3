// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayDeque;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.asyncplot.core.queue.Region;

/**
 * Regions that a computing thread is done with, on their way to the agent, which closes them: it may be reading the count of one that was in
 * use a moment ago. Where the agent does not keep up, they wait with the computing thread.
 */
final class RetiredRegions {
    private final OneToOneConcurrentArrayQueue<Region> retired = new OneToOneConcurrentArrayQueue<>(1024);
    /** The computing thread's. */
    private final ArrayDeque<Region> waiting = new ArrayDeque<>();
    /** The oldest of those that wait, 0 if none does. */
    private volatile long waitingIndex;

    /** By the computing thread. */
    void add(Region region) {
        waiting.add(region);
        while (!waiting.isEmpty() && retired.offer(waiting.peek())) {
            waiting.poll();
        }
        long oldest = waiting.isEmpty() ? 0 : waiting.peek().index();
        if (oldest != waitingIndex) {
            waitingIndex = oldest;
        }
    }

    /** By the agent, before it polls; what waits begins there, and goes on up to the newest. 0 if nothing waits. */
    long waitingIndex() {
        return waitingIndex;
    }

    /** By the agent; the next that is to be closed, null if there is none. */
    Region poll() {
        return retired.poll();
    }

    /** By the agent; returns how many it closed. */
    int close() {
        int closed = 0;
        for (Region region = retired.poll(); region != null; region = retired.poll()) {
            region.close();
            closed++;
        }
        return closed;
    }

    /** Once there is neither a computing thread nor an agent. */
    void closeAll() {
        close();
        waiting.forEach(Region::close);
    }
}
