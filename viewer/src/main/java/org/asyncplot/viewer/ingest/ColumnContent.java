// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the first rows hold in one column.
 *
 * @param present how many fields hold something
 * @param numbers how many of them are numbers
 * @param times   how many of them are moments in the format asked
 * @param oddOne  the first that is no number, empty if all are
 */
record ColumnContent(int present, int numbers, int times, String oddOne) {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*[+-]?\\d+,\\d+(?:[eE][+-]?\\d+)?\\s*");

    static ColumnContent of(List<List<String>> rows, int field, TimeFormat format) {
        NumberParser numberParser = new NumberParser();
        TimeParser timeParser = format.newParser();
        int present = 0;
        int numbers = 0;
        int times = 0;
        String oddOne = "";
        for (List<String> row : rows) {
            char[] text = row.get(field).toCharArray();
            FieldState state = numberParser.parse(text, 0, text.length);
            present += state == FieldState.MISSING ? 0 : 1;
            numbers += state == FieldState.VALUE ? 1 : 0;
            times += timeParser.parse(text, 0, text.length) == FieldState.VALUE ? 1 : 0;
            if (state == FieldState.UNREADABLE && oddOne.isEmpty()) {
                oddOne = row.get(field);
            }
        }
        return new ColumnContent(present, numbers, times, oddOne);
    }

    /** At least half of what is there; a column with nothing in it may get numbers later. */
    boolean isNumeric() {
        return 2 * numbers >= present;
    }

    boolean isTime() {
        return present > 0 && 2 * times >= present;
    }

    /** Why it is not numeric, with an example. */
    String reason() {
        if (DECIMAL_COMMA.matcher(oddOne).matches()) {
            return Excerpt.of(oddOne) + ": decimal commas, write " + oddOne.strip().replace(',', '.');
        }
        return isTime() ? Excerpt.of(oddOne) + ": times, --x makes them x" : Excerpt.of(oddOne);
    }
}
