// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.NoteLevel;

/**
 * A note of a run.
 *
 * @param timeNs  when it was written, epoch ns
 * @param x       where it belongs on a numeric x axis, NaN where unknown
 * @param level   how much it matters
 * @param channel the channel it speaks of, empty for the whole run
 * @param text    what it says
 */
public record NoteMark(long timeNs, double x, NoteLevel level, String channel, String text) {
}
