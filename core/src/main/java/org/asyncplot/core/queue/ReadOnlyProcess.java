// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
     * Loads what opening a run needs, by looking for a document in a file that holds none. May be called on any thread, beside whatever else
     * is to be done before the first run is opened.
     */
    public static void load() {
        look(Path.of(System.getProperty("java.home"), "release"));
    }

    static void look(Path path) {
        try {
            DocumentFile file = DocumentFile.open(path);
            if (file != null) {
                file.region(0, 0);
                file.close();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
