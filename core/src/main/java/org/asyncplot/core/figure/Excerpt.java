// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** Written text as an error message quotes it: one line, short. */
final class Excerpt {
    private static final int LENGTH_MAX = 60;

    private Excerpt() {
    }

    static String quote(String text) {
        return "'" + shorten(oneLine(text)) + "'";
    }

    /** Line breaks and other control characters become blanks, so that a message stays one line on any terminal. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(character -> breaksLine(character) ? ' ' : character).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean breaksLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String shorten(String line) {
        boolean fits = line.codePointCount(0, line.length()) <= LENGTH_MAX;
        return fits ? line : line.substring(0, line.offsetByCodePoints(0, LENGTH_MAX)) + "...";
    }
}
