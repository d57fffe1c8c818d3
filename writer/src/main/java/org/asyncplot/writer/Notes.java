// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.time.Instant;
import org.asyncplot.core.run.NoteLevel;

/** What happened, in words. Any thread may write notes; each takes some 10 us, so they are for events, not for every step. */
public final class Notes {
    private final Recording recording;

    Notes(Recording recording) {
        this.recording = recording;
    }

    /**
     * Notes something worth finding again.
     *
     * @param text what happened
     */
    public void info(String text) {
        add(NoteLevel.INFO, Double.NaN, text);
    }

    /**
     * Notes something to look at.
     *
     * @param text what happened
     */
    public void warning(String text) {
        add(NoteLevel.WARNING, Double.NaN, text);
    }

    /**
     * Notes something that went wrong.
     *
     * @param text what happened
     */
    public void error(String text) {
        add(NoteLevel.ERROR, Double.NaN, text);
    }

    /**
     * Notes something at a place on the x axis.
     *
     * @param level how much it matters
     * @param x     in the unit of the signals' x axis; NaN where there is none
     * @param text  what happened
     */
    public void add(NoteLevel level, double x, String text) {
        if (recording != null) {
            recording.note(Recording.epochNs(Instant.now()), x, level.ordinal(), -1, String.valueOf(text));
        }
    }
}
