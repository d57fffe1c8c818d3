// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.util.List;
import org.asyncplot.core.run.SampleCursor;

/**
 * Signals side by side: each row takes the least x among their next samples, and the sample of every signal whose next x is exactly that. So
 * signals that share their x, sorted or not, fill every row; of others each sample is in one row, in the order of its signal.
 */
final class RowSource {
    private final SampleCursor[] cursors;
    private final boolean time;
    private final boolean[] alive;
    private final boolean[] taken;
    private final long[] nextNs;
    private final double[] nextX;
    /** The signal that gave the row its x. */
    private int least;
    private long samples;
    private boolean sparse;

    RowSource(List<SampleCursor> cursors, boolean time) {
        this.cursors = cursors.toArray(SampleCursor[]::new);
        this.time = time;
        this.alive = new boolean[this.cursors.length];
        this.taken = new boolean[this.cursors.length];
        this.nextNs = new long[this.cursors.length];
        this.nextX = new double[this.cursors.length];
        for (int i = 0; i < this.cursors.length; i++) {
            look(i);
        }
    }

    private void look(int signal) {
        alive[signal] = cursors[signal].next();
        if (alive[signal] && time) {
            nextNs[signal] = cursors[signal].timeNs();
        } else if (alive[signal]) {
            nextX[signal] = cursors[signal].x();
        }
    }

    /** Goes to the next row; false at the end. */
    boolean next() {
        least = -1;
        for (int i = 0; i < cursors.length; i++) {
            if (taken[i]) {
                taken[i] = false;
                look(i);
            }
            if (alive[i] && (least < 0 || (time ? nextNs[i] < nextNs[least] : Double.compare(nextX[i], nextX[least]) < 0))) {
                least = i;
            }
        }
        if (least < 0) {
            return false;
        }
        for (int i = 0; i < cursors.length; i++) {
            taken[i] = alive[i] && (time ? nextNs[i] == nextNs[least] : Double.compare(nextX[i], nextX[least]) == 0);
            samples += taken[i] ? 1 : 0;
            sparse |= !taken[i];
        }
        return true;
    }

    /** x of the row, where x is a number. */
    double x() {
        return nextX[least];
    }

    /** x of the row, where x is time. */
    long timeNs() {
        return nextNs[least];
    }

    /** Whether the row has a sample of a signal. */
    boolean has(int signal) {
        return taken[signal];
    }

    /** y of a signal that the row has a sample of. */
    double y(ExportColumn column) {
        return cursors[column.signal()].y(column.column());
    }

    /** Samples in all rows so far. */
    long samples() {
        return samples;
    }

    /** Whether a row so far lacked a signal. */
    boolean isSparse() {
        return sparse;
    }
}
