// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayList;
import java.util.List;

/** The clocks of all channels of a recording. The agent's, and after it the closing thread's. */
final class Clocks {
    private final Recording recording;
    private final List<ClockWriter> writers = new ArrayList<>();

    Clocks(Recording recording) {
        this.recording = recording;
    }

    /** Looks how far each channel is; the last look notes whatever is new. */
    void note(boolean last) {
        List<Supply> supplies = recording.supplies();
        while (writers.size() < supplies.size()) {
            writers.add(new ClockWriter(recording, supplies.get(writers.size())));
        }
        writers.forEach(writer -> writer.note(last));
    }

    /** Gives the mappings back; what is noted after a roll lies in the new file. */
    void close() {
        writers.forEach(ClockWriter::close);
    }
}
