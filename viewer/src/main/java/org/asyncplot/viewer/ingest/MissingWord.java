// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/**
 * The ways tables write that a value is missing: nothing at all, {@code NA}, {@code N/A}, {@code NaN}, {@code null}, {@code none},
 * {@code -}, {@code --}, {@code .} and {@code ?}, in any case.
 */
final class MissingWord {
    private static final String[] WORDS = {"-", "--", ".", "?", "na", "nan", "n/a", "#n/a", "null", "none"};

    private MissingWord() {
    }

    /** Whether the characters, already without blanks around them, say that a value is missing. */
    static boolean matches(char[] chars, int from, int to) {
        if (from == to) {
            return true;
        }
        for (String word : WORDS) {
            if (Word.equalsIgnoringCase(word, chars, from, to)) {
                return true;
            }
        }
        return false;
    }
}
