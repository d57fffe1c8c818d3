// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody who wrote another one probably meant. */
public final class NearestName {
    private NearestName() {
    }

    /** {@code unknown key 'colour'; did you mean 'color'?}, or all known names where none is near. */
    static String unknown(String what, String written, Collection<String> known) {
        String remedy = to(written, known).map(near -> "did you mean '" + near + "'?").orElse("known are " + String.join(", ", known));
        return "unknown " + what + " " + Excerpt.quote(written) + "; " + remedy;
    }

    /**
     * The nearest of some names, whatever their case.
     *
     * @param written what somebody wrote
     * @param known   the names there are
     * @return empty where so many letters differ that a guess would mislead
     */
    public static Optional<String> to(String written, Collection<String> known) {
        String lowerCase = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> Math.abs(name.length() - lowerCase.length()) <= distanceMax(name))
                .filter(name -> distance(lowerCase, name.toLowerCase(Locale.ROOT)) <= distanceMax(name))
                .min(Comparator.comparingInt(name -> distance(lowerCase, name.toLowerCase(Locale.ROOT))));
    }

    private static int distanceMax(String name) {
        return Math.min(name.length() - 1, Math.max(1, name.length() / 3));
    }

    /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
    static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int substitution = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(substitution, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[from.length()][to.length()];
    }
}
