// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.asyncplot.core.run.Presence;

/** Says to the computations behind runs that somebody watches them, until it is closed. Where that cannot be said they are watched all the same. */
final class Attendance {
    private final List<Presence> presences = new ArrayList<>();
    private final Consumer<IOException> log;

    private Attendance(Consumer<IOException> log) {
        this.log = log;
    }

    /**
     * Begins to say so.
     *
     * @param runs their directories
     * @param log  is told what could not be said
     * @return to be closed when they are watched no more
     */
    static Attendance at(List<Path> runs, Consumer<IOException> log) {
        Attendance attendance = new Attendance(log);
        for (Path run : runs) {
            try {
                attendance.presences.add(Presence.announce(run));
            } catch (IOException refused) {
                log.accept(refused);
            }
        }
        return attendance;
    }

    /** What cannot be taken back says nothing any more once this process is gone. */
    void close() {
        for (Presence presence : presences) {
            try {
                presence.close();
            } catch (IOException refused) {
                log.accept(refused);
            }
        }
    }
}
