// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the columns: distinct, never empty.
 *
 * @param columns one for each column
 * @param renamed what was done to equal names, as {@code price -> price.2}; empty if all differed
 */
record Header(List<ColumnName> columns, List<String> renamed) {
    /** Reads a first row. Columns without a name are called by their place: c1, c2, ... */
    static Header of(List<String> row) {
        List<ColumnName> written = new ArrayList<>();
        for (String field : row) {
            ColumnName column = ColumnName.parse(field);
            written.add(column.name().isEmpty() ? new ColumnName("c" + (written.size() + 1), column.unit()) : column);
        }
        Set<String> taken = new HashSet<>();
        written.forEach(column -> taken.add(column.name()));
        Set<String> used = new HashSet<>();
        Map<String, Integer> next = new HashMap<>();
        List<ColumnName> columns = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        for (ColumnName column : written) {
            String name = column.name();
            if (!used.add(name)) {
                int number = next.getOrDefault(name, 2);
                while (taken.contains(name + "." + number)) {
                    number++;
                }
                next.put(name, number + 1);
                name = name + "." + number;
                taken.add(name);
                used.add(name);
                renamed.add(Excerpt.ofName(column.name()) + " -> " + Excerpt.ofName(name));
            }
            columns.add(new ColumnName(name, column.unit()));
        }
        return new Header(columns, renamed);
    }

    /** Names for a table without a header: c1, c2, ... */
    static Header numbered(int count) {
        List<ColumnName> columns = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            columns.add(new ColumnName("c" + i, ""));
        }
        return new Header(columns, List.of());
    }

    /** In a table separated by blanks, puts a unit in the first row back to its name: {@code time [s]} is one column. */
    static List<List<String>> joinUnits(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<String> first = new ArrayList<>();
        for (String field : rows.get(0)) {
            boolean unit = field.startsWith("[") && field.endsWith("]") || field.startsWith("(") && field.endsWith(")");
            if (unit && !first.isEmpty()) {
                first.set(first.size() - 1, first.get(first.size() - 1) + " " + field);
            } else {
                first.add(field);
            }
        }
        List<List<String>> joined = new ArrayList<>(rows);
        joined.set(0, first);
        return joined;
    }
}
