// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.NoteDocument;

/**
 * A note of a run.
 *
 * @param timeNs  when it was written, epoch ns
 * @param x       where it belongs on a numeric x axis, NaN where unknown
 * @param level   how much it matters
 * @param channel the channel it speaks of, empty for the whole run
 * @param text    what it says
 */
public record Note(long timeNs, double x, NoteLevel level, String channel, String text) {
    static Note of(NoteDocument document, String channel) {
        NoteLevel[] levels = NoteLevel.values();
        return new Note(document.timeNs(), document.x(), levels[Math.min(document.level(), levels.length - 1)], channel, document.text());
    }
}
