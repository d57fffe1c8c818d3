// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows whose columns line up; a column is set flush right if its heading begins with a blank. */
final class TextTable {
    private static final String GAP = "  ";

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
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(headings.get(column).strip());
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        print(headings.stream().map(String::strip).toList(), widths, out);
        rows.forEach(row -> print(row, widths, out));
    }

    private void print(List<String> cells, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - width(cells.get(column)));
            boolean right = headings.get(column).startsWith(" ");
            line.append(right ? padding + cells.get(column) : cells.get(column) + padding).append(GAP);
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
