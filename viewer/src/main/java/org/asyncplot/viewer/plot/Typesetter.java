// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.LinkedHashMap;
import java.util.Map;

/** Measures text and turns it into masks, which it keeps while they are in use. All lengths in device pixels. One thread. */
final class Typesetter {
    private static final int MOST_MASKS = 1024;
    private static final String ELLIPSIS = "\u2026";
    private static final double ASCENT = 1.0;
    private static final double DESCENT = 0.3;

    private record Key(String text, TextStyle style, boolean upwards) {
    }

    private final double scale;
    private final CoverageRaster raster = new CoverageRaster();
    private final Map<Key, TextMask> masks = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TextMask> eldest) {
            return size() > MOST_MASKS;
        }
    };

    Typesetter(double scale) {
        this.scale = scale;
    }

    /** The advance of a text. */
    double width(String text, TextStyle style) {
        Typeface typeface = style.typeface();
        int units = 0;
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int glyph = typeface.glyph(codePoint);
            units += typeface.advance(glyph) + (before < 0 ? 0 : typeface.kern(before, glyph));
            before = glyph;
            i += Character.charCount(codePoint);
        }
        return units * emPx(style) / typeface.unitsPerEm();
    }

    /** The height of capital letters and digits. */
    double capHeight(TextStyle style) {
        return TextStyle.CAP_HEIGHT * emPx(style);
    }

    double emPx(TextStyle style) {
        return style.size() * scale;
    }

    /** The text, or its beginning with an ellipsis if it is wider. */
    String shorten(String text, TextStyle style, double widthPx) {
        if (width(text, style) <= widthPx) {
            return text;
        }
        int length = text.length();
        while (length > 0) {
            length = text.offsetByCodePoints(length, -1);
            String shorter = text.substring(0, length).stripTrailing() + ELLIPSIS;
            if (width(shorter, style) <= widthPx) {
                return shorter;
            }
        }
        return "";
    }

    /** The coverage of a text that runs to the right, or upwards. */
    TextMask mask(String text, TextStyle style, boolean upwards) {
        return masks.computeIfAbsent(new Key(text, style, upwards), this::draw);
    }

    private TextMask draw(Key key) {
        double em = emPx(key.style());
        int length = (int) Math.ceil(width(key.text(), key.style()) + 0.4 * em) + 2;
        int before = (int) Math.ceil(0.2 * em);
        int ascent = (int) Math.ceil(ASCENT * em);
        int descent = (int) Math.ceil(DESCENT * em);
        int width = key.upwards() ? ascent + descent : length;
        int height = key.upwards() ? length : ascent + descent;
        raster.start(width, height);
        outline(key, em, key.upwards() ? new Turned(ascent, length - before) : new Placed(before, ascent));
        return key.upwards() ? new TextMask(-ascent, before - length, width, height, raster.finish())
            : new TextMask(-before, -ascent, width, height, raster.finish());
    }

    private void outline(Key key, double em, Outline to) {
        Typeface typeface = key.style().typeface();
        double unit = em / typeface.unitsPerEm();
        double x = 0;
        int before = -1;
        for (int i = 0; i < key.text().length(); ) {
            int codePoint = key.text().codePointAt(i);
            int glyph = typeface.glyph(codePoint);
            x += before < 0 ? 0 : typeface.kern(before, glyph) * unit;
            typeface.outline(glyph, x, 0, unit, to);
            x += typeface.advance(glyph) * unit;
            before = glyph;
            i += Character.charCount(codePoint);
        }
    }

    /** From y upwards at the origin to y downwards in the mask. */
    private final class Placed implements Outline {
        private final double left;
        private final double baseline;

        Placed(double left, double baseline) {
            this.left = left;
            this.baseline = baseline;
        }

        @Override
        public void moveTo(double x, double y) {
            raster.moveTo(left + x, baseline - y);
        }

        @Override
        public void lineTo(double x, double y) {
            raster.lineTo(left + x, baseline - y);
        }

        @Override
        public void curveTo(double controlX, double controlY, double x, double y) {
            raster.curveTo(left + controlX, baseline - controlY, left + x, baseline - y);
        }
    }

    /** The same, a quarter turn to the left. */
    private final class Turned implements Outline {
        private final double baseline;
        private final double bottom;

        Turned(double baseline, double bottom) {
            this.baseline = baseline;
            this.bottom = bottom;
        }

        @Override
        public void moveTo(double x, double y) {
            raster.moveTo(baseline - y, bottom - x);
        }

        @Override
        public void lineTo(double x, double y) {
            raster.lineTo(baseline - y, bottom - x);
        }

        @Override
        public void curveTo(double controlX, double controlY, double x, double y) {
            raster.curveTo(baseline - controlY, bottom - controlX, baseline - y, bottom - x);
        }
    }
}
