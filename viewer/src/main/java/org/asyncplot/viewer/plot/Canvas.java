// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * What a figure is drawn with: few enough shapes that pixels, SVG and PDF can each provide them. Positions are device pixels, y downwards;
 * colours 0xFFRRGGBB; alpha is 0 to 1.
 */
interface Canvas {
    /** Restricts what follows to a box. */
    void clip(Box box);

    /** The box restricted to at the moment. */
    Box clip();

    void fill(Box box, int rgb);

    /** A box with round corners and a border inside it. */
    void card(Box box, double radius, double border, int fillRgb, int borderRgb);

    /** Text from (x, baseline) to the right. */
    void text(String text, TextStyle style, double x, double baseline, int rgb);

    /** Text from (baseline, y) upwards. */
    void textUpwards(String text, TextStyle style, double baseline, double y, int rgb);

    /** Straight lines from point to point with round joins; a y that is NaN breaks the line, a point between two breaks becomes a dot. */
    void line(double[] x, double[] y, int count, double width, int rgb);

    /** A disc around each point whose y is not NaN. */
    void dots(double[] x, double[] y, int count, double radius, int rgb);

    /** In each pixel column from {@code x} on, from {@code top[i]} down to {@code bottom[i]}; none where top is NaN. */
    void spans(int x, double[] top, double[] bottom, int count, int rgb, double alpha);

    /** A run of pixels in one row, each 0xFFRRGGBB, or 0 for none. */
    void pixels(int x, int y, int[] argb, int count);
}
