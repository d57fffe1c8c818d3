// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Looks at one column of a screen, where a horizontal line stands at one of two levels: 0 in its lower half, 1 in its upper one. */
final class LevelWatch {
    /** A picture does not come onto the screen in one piece. */
    private static final long PIECES_NS = TimeUnit.MILLISECONDS.toNanos(4);
    /** A line is brighter than what lies behind it by at least so much, in the sum of its three colours. */
    private static final int CONTRAST = 150;

    private final Screen screen;
    private final NanoClock clock;
    private final int column;
    private final int top;
    private final int bottom;

    /**
     * What was seen.
     *
     * @param firstNs       until the picture changed for the first time
     * @param currentNs     until it showed the level, and nothing of the other
     * @param wrongPictures pictures before that one; -1 if it never came
     */
    record Seen(long firstNs, long currentNs, int wrongPictures) {
    }

    LevelWatch(Screen screen, NanoClock clock, int column, int top, int bottom) {
        this.screen = screen;
        this.clock = clock;
        this.column = column;
        this.top = top;
        this.bottom = bottom;
    }

    /** Waits for a level. */
    Seen await(double level, long sinceNs, long patienceNs) {
        // What changed and what it shows are read of one look, or a change between two would count for nothing.
        int[] known = look();
        long changedNs = 0;
        long firstNs = 0;
        int pictures = 0;
        while (clock.nowNs() - sinceNs < patienceNs) {
            int[] now = look();
            long nowNs = clock.nowNs();
            boolean changed = !Arrays.equals(now, known);
            if (changed) {
                known = now;
                firstNs = firstNs == 0 ? nowNs - sinceNs : firstNs;
                // A window without a line is not there yet, rather than behind.
                pictures += nowNs - changedNs > PIECES_NS && (hasLine(now, true) || hasLine(now, false)) ? 1 : 0;
                changedNs = nowNs;
            }
            if (hasLine(now, level > 0.5) && !hasLine(now, level <= 0.5)) {
                return new Seen(firstNs, nowNs - sinceNs, Math.max(0, pictures - 1));
            }
        }
        return new Seen(firstNs, patienceNs, -1);
    }

    /** Whether one pixel of a half stands out from the darkest there, which lies behind the lines of a dark picture. */
    private boolean hasLine(int[] seen, boolean upper) {
        int middle = (top + bottom) / 2;
        int from = upper ? top : middle;
        int to = upper ? middle : bottom;
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int y = from; y < to; y++) {
            int brightness = brightness(seen[y]);
            least = Math.min(least, brightness);
            most = Math.max(most, brightness);
        }
        return most - least > CONTRAST;
    }

    private static int brightness(int rgb) {
        return (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }

    private int[] look() {
        int[] seen = new int[screen.height()];
        for (int y = 0; y < seen.length; y++) {
            seen[y] = screen.pixel(column, y);
        }
        return seen;
    }
}
