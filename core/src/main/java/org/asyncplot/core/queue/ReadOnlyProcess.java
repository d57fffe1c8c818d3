// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.nio.file.Path;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.posix.PosixAPI;

/** Makes the first run that a process opens open sooner, where the process never writes one. */
public final class ReadOnlyProcess {
    private ReadOnlyProcess() {
    }

    /**
     * Tells Chronicle to do without POSIX calls, which readers never make and which take it a tenth of a second to prepare. To be called
     * before anything else of this project or of Chronicle, and never in a process that writes runs as well. Returns at once.
     */
    public static void declare() {
        PosixAPI.useNoOpPosixApi();
    }

    /**
     * Loads what opening a run needs, by opening an empty one. May be called on any thread, beside whatever else is to be done before the
     * first run is opened.
     */
    public static void load() {
        // Chronicle makes a directory that is missing, even to read it; this one is there.
        open(Path.of(System.getProperty("java.home")));
    }

    /** A directory without a queue is an empty queue. */
    static void open(Path directory) {
        try (ChronicleQueue queue = Chronicle.builder(directory, QueueReader.BLOCK_BYTES).readOnly(true).build()) {
            queue.createTailer().close();
        }
    }
}
