// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One channel's column in a panel.
 *
 * @param signal name of a signal column, waveform or image, or of a derived signal
 * @param label  name in the legend, empty for the signal's own
 * @param color  number of a series colour, 1 to 8; absent for the next free one
 * @param style  how samples are joined
 * @param axis   the y axis it belongs to
 */
public record SeriesSpec(String signal, String label, OptionalInt color, LineStyle style, AxisSide axis) {
    /** As many as the palettes of the themes have. */
    public static final int COLORS = 8;

    /** Refuses a series without a signal and a color outside the palette. */
    public SeriesSpec {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(axis, "axis");
        if (signal.isEmpty()) {
            throw new IllegalArgumentException("a series without a signal");
        }
        if (color.isPresent() && (color.getAsInt() < 1 || color.getAsInt() > COLORS)) {
            throw new IllegalArgumentException("color " + color.getAsInt() + ", not one of 1 to " + COLORS);
        }
    }
}
