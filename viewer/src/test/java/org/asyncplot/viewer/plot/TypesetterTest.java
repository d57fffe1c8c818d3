// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private final Typesetter typesetter = new Typesetter(1);

    @Test
    void shouldHaveAGlyphForAsciiGreekAndMathematics() {
        StringBuilder wanted = new StringBuilder("|\u03c8|\u00b2 \u0127\u03c9 \u210f \u00bd\u00b5\u00b0\u00c5\u00b1"
            + "\u00d7\u00b7 \u2212\u2026\u2013\u2264\u2265\u2248\u2260\u221e\u2191\u2193");
        wanted.append("\u2202\u2207\u221a\u222b\u2211\u27e8\u27e9");
        wanted.append("\u2070\u00b9\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u2080\u2099\u2009");
        for (char c = ' '; c <= '~'; c++) {
            wanted.append(c);
        }
        for (char c = '\u03b1'; c <= '\u03c9'; c++) {
            wanted.append(c);
        }
        for (Typeface face : new Typeface[] {Typeface.REGULAR, Typeface.SEMIBOLD}) {
            wanted.chars().forEach(c -> assertThat(face.glyph(c)).as("glyph of U+%04X", c).isPositive());
        }
    }

    @Test
    void shouldHaveDigitsOfOneWidth() {
        for (TextStyle style : TextStyle.values()) {
            double width = typesetter.width("0", style);
            for (char digit = '1'; digit <= '9'; digit++) {
                assertThat(typesetter.width(String.valueOf(digit), style)).isEqualTo(width);
            }
            assertThat(typesetter.width("1111", style)).isCloseTo(4 * width, Offset.offset(1e-9));
        }
    }

    @Test
    void shouldShowABoxWhereTheFontHasNoGlyph() {
        assertThat(Typeface.REGULAR.glyph(0x1F600)).isZero();
        assertThat(ink(typesetter.mask("\uD83D\uDE00", TextStyle.TICK, false))).isPositive();
        assertThat(typesetter.width("\uD83D\uDE00", TextStyle.TICK)).isEqualTo(typesetter.width("\u4e2d", TextStyle.TICK));
    }

    @Test
    void shouldCoverWhatTheOutlineCovers() {
        TextMask bar = typesetter.mask("|", TextStyle.TICK, false);
        TextMask turned = typesetter.mask("|", TextStyle.TICK, true);
        assertThat(ink(bar)).isGreaterThan(8 * 255L);
        assertThat(ink(turned)).isCloseTo(ink(bar), Offset.offset(255L));
    }

    @Test
    void shouldKeepInkInsideItsAdvance() {
        String text = "Mj\u0127\u03c9 12 345 |\u03c8|\u00b2";
        TextMask mask = typesetter.mask(text, TextStyle.TITLE, false);
        double width = typesetter.width(text, TextStyle.TITLE);
        for (int row = 0; row < mask.height(); row++) {
            for (int column = 0; column < mask.width(); column++) {
                if ((mask.coverage()[row * mask.width() + column] & 0xFF) > 40) {
                    assertThat(column + mask.left()).isBetween(-1, (int) Math.ceil(width));
                }
            }
        }
    }

    @Test
    void shouldShortenToTheRoomThereIs() {
        String text = "a name that is much too long";
        String shorter = typesetter.shorten(text, TextStyle.LEGEND, 80);
        assertThat(shorter).startsWith("a name").endsWith("\u2026");
        assertThat(typesetter.width(shorter, TextStyle.LEGEND)).isLessThanOrEqualTo(80);
        assertThat(typesetter.shorten(text, TextStyle.LEGEND, 1000)).isSameAs(text);
        assertThat(typesetter.shorten(text, TextStyle.LEGEND, 2)).isEmpty();
    }

    private static long ink(TextMask mask) {
        long ink = 0;
        for (byte coverage : mask.coverage()) {
            ink += coverage & 0xFF;
        }
        return ink;
    }
}
