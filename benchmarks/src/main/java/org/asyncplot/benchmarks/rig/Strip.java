// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

/**
 * A few lines of pixels across the middle of a screen, looked at again and again: has anything changed there?
 */
final class Strip {
    private final Screen screen;
    private final int left;
    private final int right;
    private final int[] lines;
    private long known;

    Strip(Screen screen, int left, int right, int... lines) {
        this.screen = screen;
        this.left = left;
        this.right = right;
        this.lines = lines.clone();
        this.known = look();
    }

    /** Whether it differs from what it was at the last call. */
    boolean hasChanged() {
        long now = look();
        boolean changed = now != known;
        known = now;
        return changed;
    }

    private long look() {
        long hash = 1125899906842597L;
        for (int line : lines) {
            for (int x = left; x < right; x++) {
                hash = 31 * hash + screen.pixel(x, line);
            }
        }
        return hash;
    }
}
