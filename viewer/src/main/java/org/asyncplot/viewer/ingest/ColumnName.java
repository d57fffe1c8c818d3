// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/**
 * The head of a column.
 *
 * @param name its name without the unit
 * @param unit its unit, empty if none is said
 */
record ColumnName(String name, String unit) {
    /** Nothing that anybody would call a name is longer; what is cut off says so. */
    private static final int MAX_CHARS = 500;

    /**
     * Takes {@code name [unit]} and {@code name (unit)} apart. A bracket right behind the name is a unit too unless it holds a number, as
     * {@code x[0]} does; a parenthesis needs a blank before it, as {@code f(x)} has none. Line ends become blanks, other control characters
     * U+FFFD.
     */
    static ColumnName parse(String header) {
        String line = header.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\ufffd");
        String text = withoutQuotes(line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "...");
        int open = openingOfLastBracket(text);
        if (open <= 0) {
            return new ColumnName(text, "");
        }
        String name = text.substring(0, open).strip();
        String unit = text.substring(open + 1, text.length() - 1).strip();
        boolean apart = text.charAt(open - 1) == ' ';
        boolean index = !unit.isEmpty() && unit.chars().allMatch(c -> c >= '0' && c <= '9');
        if (name.isEmpty() || !apart && (text.charAt(open) == '(' || index)) {
            return new ColumnName(text, "");
        }
        return new ColumnName(name, unit);
    }

    private static String withoutQuotes(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** Where the bracket that the last character closes was opened, -1 if the text does not end so. */
    private static int openingOfLastBracket(String text) {
        char close = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (close != ']' && close != ')') {
            return -1;
        }
        char open = close == ']' ? '[' : '(';
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            depth += text.charAt(i) == close ? 1 : text.charAt(i) == open ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
