// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A bundled TrueType font, read without AWT: its outlines come out the same on every machine and the first picture of a process does not
 * wait for the platform's fonts. Only what the bundled files use is read: cmap format 4, simple glyphs, kern format 0. Immutable.
 */
final class Typeface {
    static final String REGULAR_FILE = "Asyncplot-Sans-Regular.ttf";
    static final Typeface REGULAR = load(REGULAR_FILE);
    static final Typeface SEMIBOLD = load("Asyncplot-Sans-SemiBold.ttf");

    private static final int ON_CURVE = 1;
    private static final int X_SHORT = 2;
    private static final int Y_SHORT = 4;
    private static final int REPEAT = 8;
    private static final int X_SAME_OR_POSITIVE = 16;
    private static final int Y_SAME_OR_POSITIVE = 32;

    private final ByteBuffer file;
    private final int unitsPerEm;
    private final boolean longOffsets;
    private final int glyphLocations;
    private final int glyphData;
    private final char[] glyphs;
    private final char[] advances;
    private final int[] kernPairs;
    private final short[] kernValues;

    private Typeface(ByteBuffer file) {
        this.file = file;
        int head = table("head");
        unitsPerEm = file.getChar(head + 18);
        longOffsets = file.getShort(head + 50) != 0;
        glyphLocations = table("loca");
        glyphData = table("glyf");
        glyphs = readCharacters(table("cmap"));
        advances = readAdvances(table("hmtx"), file.getChar(table("hhea") + 34), file.getChar(table("maxp") + 4));
        int kern = table("kern") + 4;
        kernPairs = new int[file.getChar(kern + 6)];
        kernValues = new short[kernPairs.length];
        for (int i = 0; i < kernPairs.length; i++) {
            kernPairs[i] = file.getInt(kern + 14 + 6 * i);
            kernValues[i] = file.getShort(kern + 18 + 6 * i);
        }
    }

    private static Typeface load(String resource) {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundled font " + resource + " is missing");
            }
            return new Typeface(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the bundled font " + resource, unreadable);
        }
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    /** The glyph of a code point; 0, an empty box, where the font has none. */
    int glyph(int codePoint) {
        return codePoint < glyphs.length ? glyphs[codePoint] : 0;
    }

    int advance(int glyph) {
        return advances[glyph];
    }

    int kern(int left, int right) {
        int at = Arrays.binarySearch(kernPairs, left << 16 | right);
        return at < 0 ? 0 : kernValues[at];
    }

    /** Draws an outline: y upwards, in font units times scale, from (x, y). */
    void outline(int glyph, double x, double y, double scale, Outline to) {
        int start = location(glyph);
        if (start == location(glyph + 1)) {
            return;
        }
        int at = glyphData + start;
        int contours = file.getShort(at);
        int points = file.getChar(at + 10 + 2 * (contours - 1)) + 1;
        int from = at + 10 + 2 * contours;
        from += 2 + file.getChar(from);
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = file.get(from++);
            if ((flags[i] & REPEAT) != 0) {
                int times = file.get(from++) & 0xFF;
                Arrays.fill(flags, i, i + times + 1, flags[i]);
                i += times;
            }
        }
        double[] xs = new double[points];
        double[] ys = new double[points];
        from = coordinates(flags, from, X_SHORT, X_SAME_OR_POSITIVE, x, scale, xs);
        coordinates(flags, from, Y_SHORT, Y_SAME_OR_POSITIVE, y, scale, ys);
        int first = 0;
        for (int contour = 0; contour < contours; contour++) {
            int last = file.getChar(at + 10 + 2 * contour);
            contour(flags, xs, ys, first, last, to);
            first = last + 1;
        }
    }

    private int coordinates(byte[] flags, int start, int isShort, int sameOrPositive, double origin, double scale, double[] to) {
        int from = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = file.get(from++) & 0xFF;
                value += same ? step : -step;
            } else if (!same) {
                value += file.getShort(from);
                from += 2;
            }
            to[i] = origin + value * scale;
        }
        return from;
    }

    /** One closed contour; between two control points lies an implied point half way. */
    private static void contour(byte[] flags, double[] x, double[] y, int first, int last, Outline to) {
        int n = last - first + 1;
        boolean startsOn = (flags[first] & ON_CURVE) != 0;
        double startX = startsOn ? x[first] : (x[first] + x[last]) / 2;
        double startY = startsOn ? y[first] : (y[first] + y[last]) / 2;
        to.moveTo(startX, startY);
        int control = -1;
        for (int i = startsOn ? 1 : 0; i <= n; i++) {
            int point = first + i % n;
            boolean closing = i == n;
            boolean on = closing || (flags[point] & ON_CURVE) != 0;
            double px = closing ? startX : x[point];
            double py = closing ? startY : y[point];
            if (control < 0) {
                if (on) {
                    to.lineTo(px, py);
                }
            } else {
                to.curveTo(x[control], y[control], on ? px : (x[control] + px) / 2, on ? py : (y[control] + py) / 2);
            }
            control = on ? -1 : point;
        }
    }

    private int location(int glyph) {
        return longOffsets ? file.getInt(glyphLocations + 4 * glyph) : 2 * file.getChar(glyphLocations + 2 * glyph);
    }

    private int table(String tag) {
        int tables = file.getChar(4);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (file.get(entry) == tag.charAt(0) && file.get(entry + 1) == tag.charAt(1) && file.get(entry + 2) == tag.charAt(2)
                && file.get(entry + 3) == tag.charAt(3)) {
                return file.getInt(entry + 8);
            }
        }
        throw new IllegalStateException("the bundled font has no table " + tag);
    }

    private char[] readCharacters(int cmap) {
        int format4 = cmap + file.getInt(cmap + 8);
        int segments = file.getChar(format4 + 6) / 2;
        int ends = format4 + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int offsets = deltas + 2 * segments;
        char[] map = new char[segments < 2 ? 0 : file.getChar(ends + 2 * (segments - 2)) + 1];
        for (int i = 0; i < segments - 1; i++) {
            int start = file.getChar(starts + 2 * i);
            int end = file.getChar(ends + 2 * i);
            int offset = file.getChar(offsets + 2 * i);
            for (int c = start; c <= end; c++) {
                int glyph = offset == 0 ? c : file.getChar(offsets + 2 * i + offset + 2 * (c - start));
                map[c] = (char) (glyph + file.getChar(deltas + 2 * i));
            }
        }
        return map;
    }

    private char[] readAdvances(int hmtx, int metrics, int count) {
        char[] widths = new char[count];
        for (int i = 0; i < count; i++) {
            widths[i] = file.getChar(hmtx + 4 * Math.min(i, metrics - 1));
        }
        return widths;
    }
}
