// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.asyncplot.viewer.plot.FigurePainter;

/** Colours and fonts of pictures, for the toolkit. */
final class Shades {
    private Shades() {
    }

    static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    static Color color(int argb, double opacity) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, opacity);
    }

    /** The font that pictures are written in. */
    static Font font(boolean bold, double size) {
        String file = bold ? "Asyncplot-Sans-SemiBold.ttf" : "Asyncplot-Sans-Regular.ttf";
        try (InputStream font = FigurePainter.class.getResourceAsStream(file)) {
            Font loaded = Font.loadFont(font, size);
            return loaded == null ? Font.font(size) : loaded;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
