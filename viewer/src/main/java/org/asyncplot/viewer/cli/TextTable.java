// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows whose columns line up; a column is set flush right if its heading begins with a blank. What is wider than the terminal is cut
 * inside, since the ends of names tell them apart.
 */
final class TextTable {
    private static final String GAP = "  ";
    private static final String CUT = "\u2026";
    /** To this a column is cut at most. */
    private static final int LEAST_WIDTH = 16;
    private static final int USUAL_TERMINAL_WIDTH = 120;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param headings one a column
     */
    TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    /**
     * Adds a row.
     *
     * @param cells one a column
     */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /**
     * Prints headings and rows.
     *
     * @param out where to
     */
    void print(PrintWriter out) {
        print(out, terminalWidth(System.getenv("COLUMNS")));
    }

    static int terminalWidth(String columns) {
        return columns != null && columns.strip().matches("[1-9]\\d{0,5}") ? Integer.parseInt(columns.strip()) : USUAL_TERMINAL_WIDTH;
    }

    /**
     * Prints headings and rows.
     *
     * @param out          where to
     * @param terminalWidth characters; the first and the last column, which hold names, are cut until a row fits
     */
    void print(PrintWriter out, int terminalWidth) {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(headings.get(column).strip());
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        cut(widths, terminalWidth);
        print(headings.stream().map(String::strip).toList(), widths, out);
        rows.forEach(row -> print(row, widths, out));
    }

    private static void cut(int[] widths, int terminalWidth) {
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - terminalWidth;
        while (excess > 0) {
            int widest = widths[0] >= widths[widths.length - 1] ? 0 : widths.length - 1;
            if (widths[widest] <= LEAST_WIDTH) {
                return;
            }
            widths[widest]--;
            excess--;
        }
    }

    private static String cut(String text, int width) {
        int excess = width(text) - width;
        if (excess <= 0) {
            return text;
        }
        int left = (width - 1) / 4;
        int right = width - 1 - left;
        return text.substring(0, text.offsetByCodePoints(0, left)) + CUT + text.substring(text.offsetByCodePoints(text.length(), -right));
    }

    private void print(List<String> cells, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(cells.get(column), widths[column]);
            String padding = " ".repeat(widths[column] - width(cell));
            boolean right = headings.get(column).startsWith(" ");
            line.append(right ? padding + cell : cell + padding).append(GAP);
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
