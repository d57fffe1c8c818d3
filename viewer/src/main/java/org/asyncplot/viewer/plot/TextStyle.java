// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/** The few kinds of text in a picture. */
enum TextStyle {
    TICK(Typeface.REGULAR, 11.5), LEGEND(Typeface.REGULAR, 12), TITLE(Typeface.SEMIBOLD, 12.5), HEADER(Typeface.SEMIBOLD, 13),
    MESSAGE(Typeface.REGULAR, 13);

    /** Height of a capital letter over the size, for centring. */
    static final double CAP_HEIGHT = 0.727;

    private final Typeface typeface;
    private final double size;

    TextStyle(Typeface typeface, double size) {
        this.typeface = typeface;
        this.size = size;
    }

    Typeface typeface() {
        return typeface;
    }

    /** Logical pixels an em. */
    double size() {
        return size;
    }
}
