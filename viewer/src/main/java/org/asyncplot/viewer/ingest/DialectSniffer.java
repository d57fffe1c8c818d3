// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what separates the fields: of tab, semicolon and comma the one that gives most rows the same number of fields, at least two; the
 * earlier of these wins a tie (decimal commas between semicolons). Blanks only if none of them does, since dates and names hold blanks.
 * Else the table has one column.
 */
final class DialectSniffer {
    private static final List<Dialect> CANDIDATES = List.of(Dialect.TAB, Dialect.SEMICOLON, Dialect.COMMA);
    private static final double LEAST_SHARE = 0.5;

    private DialectSniffer() {
    }

    static Dialect sniff(String sample) {
        Dialect best = null;
        double bestShare = LEAST_SHARE;
        for (Dialect candidate : CANDIDATES) {
            double share = shareOfEqualRows(split(sample, candidate));
            if (share > bestShare || best == null && share == bestShare) {
                best = candidate;
                bestShare = share;
            }
        }
        if (best != null) {
            return best;
        }
        double shareByBlanks = shareOfEqualRows(Header.joinUnits(split(sample, Dialect.BLANKS)));
        return shareByBlanks > LEAST_SHARE ? Dialect.BLANKS : Dialect.COMMA;
    }

    /** The rows in a dialect, none if it makes them too long: then it is not the one. */
    private static List<List<String>> split(String sample, Dialect dialect) {
        try {
            return SampleRows.split(sample, dialect);
        } catch (IngestException beyondLimits) {
            return List.of();
        }
    }

    /** The share of the rows that have the most frequent number of fields, 0 if that is one field. */
    private static double shareOfEqualRows(List<List<String>> rows) {
        if (rows.isEmpty() || mostFrequentSize(rows) < 2) {
            return 0;
        }
        int size = mostFrequentSize(rows);
        return (double) rows.stream().filter(row -> row.size() == size).count() / rows.size();
    }

    /** The number of fields that most rows have; of equally frequent ones the first that occurs. */
    static int mostFrequentSize(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        int best = 0;
        for (List<String> row : rows) {
            if (best == 0 || counts.get(row.size()) > counts.get(best)) {
                best = row.size();
            }
        }
        return best;
    }
}
