// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** Comparisons of a stretch of characters without making a string of it. */
final class Word {
    private Word() {
    }

    /** Whether the characters are this word of lower-case ASCII, in any case. */
    static boolean equalsIgnoringCase(String lowerCase, char[] chars, int from, int to) {
        if (to - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            char c = chars[from + i];
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (lower != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first place in a stretch that is no blank, or its end. */
    static int skipBlanks(char[] chars, int from, int to) {
        int i = from;
        while (i < to && isBlank(chars[i])) {
            i++;
        }
        return i;
    }

    /** The end of a stretch without the blanks at its end. */
    static int trimBlanks(char[] chars, int from, int to) {
        int end = to;
        while (end > from && isBlank(chars[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u00a0';
    }
}
