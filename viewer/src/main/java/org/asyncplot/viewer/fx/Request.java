// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import org.asyncplot.viewer.plot.Theme;

/**
 * What the window wants drawn. Each new one is drawn, whether or not the data moved.
 *
 * @param view     part of the data
 * @param theme    colours
 * @param widthPx  device pixels, at least 1
 * @param heightPx device pixels, at least 1
 * @param scale    device pixels for each logical pixel
 * @param paused   whether the picture stays at the data that it shows
 */
record Request(View view, Theme theme, int widthPx, int heightPx, double scale, boolean paused) {
    private static final double LEAST_SCALE = 0.5;
    private static final double MOST_SCALE = 8;

    /** The scale to draw with, within what text and lines allow. */
    double drawnScale() {
        return Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale));
    }

    /** Whether a picture for the other would do for this one, were the data the same. */
    boolean looksAs(Request other) {
        return theme == other.theme && widthPx == other.widthPx && heightPx == other.heightPx && scale == other.scale;
    }
}
