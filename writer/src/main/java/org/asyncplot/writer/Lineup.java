// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;

/**
 * What is prepared for one channel, in the order in which it was appended. The computing thread polls, and what it polled is its own; the
 * agent takes back what was not polled when it rolls. Everything but {@link #poll} and {@link #size} is called under the supply lock.
 */
final class Lineup<T extends Lineup.Prepared> {
    private final Queue<T> ready = new ConcurrentLinkedQueue<>();
    /** Under the lock: what was polled last, as far as is known, and all that came after it. */
    private final ArrayDeque<T> since = new ArrayDeque<>();

    /** Appended and not used. */
    interface Prepared {
        /** Chronicle index of the newest document of it. */
        long index();

        /** Gives the mapping back. */
        void close();
    }

    /** Lines something up behind the rest. */
    void offer(T prepared) {
        since.add(prepared);
        ready.offer(prepared);
    }

    /** Notes what a computing thread prepared for itself, after it found nothing here. */
    void taken(T prepared) {
        since.add(prepared);
    }

    /** The next one, now the caller's; null if there is none. For the computing thread, any thread may offer meanwhile. */
    T poll() {
        return ready.poll();
    }

    int size() {
        return ready.size();
    }

    /** What was polled last, or something before it where that happens at this moment; null before the first. */
    T last() {
        T waiting = ready.peek();
        T last = null;
        while (!since.isEmpty() && since.peek() != waiting) {
            last = since.poll();
        }
        if (last != null) {
            since.addFirst(last);
        }
        return last;
    }

    /** Tells what was polled last and what waits. */
    void held(LongConsumer held) {
        last();
        since.forEach(prepared -> held.accept(prepared.index()));
    }

    /** Takes back all that was not polled, and closes it. */
    void takeBack() {
        for (T prepared = ready.poll(); prepared != null; prepared = ready.poll()) {
            since.remove(prepared);
            prepared.close();
        }
    }
}
