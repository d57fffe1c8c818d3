// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The first row: {@code name [unit]}, in a form that {@code import} reads back to the same name and unit. */
final class CsvHeader {
    private CsvHeader() {
    }

    static void write(SignalTable table, AsciiOutput text) throws IOException {
        Set<String> names = new HashSet<>();
        table.columns().forEach(column -> names.add(column.name()));
        String x = table.xName();
        // import would rename the second of two equal names.
        while (names.contains(x)) {
            x += "_";
        }
        text.text(quoted(head(x, table.xUnit())));
        for (ExportColumn column : table.columns()) {
            text.character(',');
            text.text(quoted(head(column.name(), column.unit())));
        }
        text.character('\n');
    }

    /** A name that ends in a bracket gets an empty unit, lest its end be taken for one. */
    static String head(String name, String unit) {
        boolean looksLikeUnit = name.endsWith("]") || name.endsWith(")");
        return unit.isEmpty() && !looksLikeUnit ? name : name + " [" + unit + "]";
    }

    private static String quoted(String field) {
        boolean plain = !field.isEmpty() && field.charAt(0) != '#' && field.charAt(0) != ' ' && field.charAt(field.length() - 1) != ' '
            && field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
