// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds two threads in one channel at the same time. Its methods stand in assertions, so that a program without them pays nothing.
 */
final class Confinement {
    private final String channel;
    private final AtomicReference<Thread> inside = new AtomicReference<>();

    Confinement(String channel) {
        this.channel = channel;
    }

    /** Always true, or the assertion fails with the names of both threads. */
    boolean enter() {
        Thread self = Thread.currentThread();
        Thread other = inside.compareAndExchange(null, self);
        if (other != null) {
            throw new AssertionError("channel '" + channel + "' is used by the threads '" + other.getName() + "' and '" + self.getName()
                + "' at the same time; it belongs to one thread at a time");
        }
        return true;
    }

    boolean leave() {
        inside.set(null);
        return true;
    }
}
