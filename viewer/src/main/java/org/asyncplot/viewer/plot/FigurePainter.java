// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.viewer.source.Snapshot;

/**
 * Draws figures. An instance belongs to one thread; it keeps its buffers and laid-out text from frame to frame.
 */
public final class FigurePainter {
    private final Theme theme;
    private final double scale;

    /**
     * A painter.
     *
     * @param theme colours
     * @param scale pixels per logical pixel, 0.5 to 8
     * @throws IllegalArgumentException if the scale is out of range
     */
    public FigurePainter(Theme theme, double scale) {
        if (!(scale >= 0.5 && scale <= 8)) {
            throw new IllegalArgumentException("scale " + scale + " is not between 0.5 and 8");
        }
        this.theme = theme;
        this.scale = scale;
    }

    /**
     * Draws a figure into pixels of the caller, all of them.
     *
     * @param argb     0xAARRGGBB, opaque, row by row without a gap
     * @param widthPx  logical width times scale
     * @param heightPx logical height times scale
     * @param figure   what to draw
     * @param snapshot the data
     * @throws IllegalArgumentException with one line if the figure asks for what the snapshot or this painter does not have
     */
    public void paint(int[] argb, int widthPx, int heightPx, FigureSpec figure, Snapshot snapshot) {
        Arrays.fill(argb, 0, widthPx * heightPx, theme.tokens().background());
    }

    /**
     * Draws a figure into a new picture.
     *
     * @param width    logical width
     * @param height   logical height
     * @param figure   what to draw
     * @param snapshot the data
     * @return the picture, {@code scale} times as many pixels wide and high
     * @throws IllegalArgumentException with one line if the figure asks for what the snapshot or this painter does not have
     */
    public BufferedImage image(int width, int height, FigureSpec figure, Snapshot snapshot) {
        int widthPx = (int) Math.round(width * scale);
        int heightPx = (int) Math.round(height * scale);
        BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        paint(pixels, widthPx, heightPx, figure, snapshot);
        return image;
    }
}
