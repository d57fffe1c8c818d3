// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.List;
import java.util.Optional;

/**
 * Where x comes from.
 *
 * @param field its place in a row, {@link Layout#ROW_NUMBER} if rows are numbered
 * @param time  how it is written if it is a moment
 * @param name  its name
 */
record XColumn(int field, Optional<TimeFormat> time, ColumnName name) {
    private static final XColumn ROW_NUMBER = new XColumn(Layout.ROW_NUMBER, Optional.empty(), new ColumnName("row", ""));

    /** Chooses by what the user says and what the first rows hold; an {@link IngestException} if these do not agree. */
    static XColumn choose(IngestOptions options, Header header, List<ColumnContent> contents) {
        if (options.x().isPresent() || options.time().isPresent()) {
            int field = options.x().map(x -> find(x, header)).orElse(0);
            return asked(field, options.time(), header.columns().get(field), contents.get(field));
        }
        ColumnContent first = contents.get(0);
        boolean anotherIsNumeric = contents.stream().skip(1).anyMatch(ColumnContent::isNumeric);
        if (first.isTime()) {
            return new XColumn(0, Optional.of(TimeFormat.ISO), header.columns().get(0));
        }
        boolean number = first.isNumeric() && first.present() > 0;
        return number && anotherIsNumeric ? new XColumn(0, Optional.empty(), header.columns().get(0)) : ROW_NUMBER;
    }

    private static XColumn asked(int field, Optional<TimeFormat> time, ColumnName name, ColumnContent content) {
        boolean empty = content.present() == 0;
        if (time.isPresent() && (content.isTime() || empty)) {
            return new XColumn(field, time, name);
        }
        if (time.isPresent()) {
            throw new IngestException("column " + Excerpt.of(name.name()) + " holds no times in the format " + time.get()
                + (content.oddOne().isEmpty() ? "" : ", but " + Excerpt.of(content.oddOne())) + "; see --time-format and --x");
        }
        if (content.isTime()) {
            return new XColumn(field, Optional.of(TimeFormat.ISO), name);
        }
        if (content.isNumeric()) {
            return new XColumn(field, Optional.empty(), name);
        }
        throw new IngestException("column " + Excerpt.of(name.name()) + " cannot be x: " + Excerpt.of(content.oddOne())
            + " is neither a number nor an ISO 8601 time; say how it is written with --time-format");
    }

    /** By name first, as a table may well have columns called 1 and 2. */
    private static int find(String asked, Header header) {
        List<ColumnName> columns = header.columns();
        ColumnName parsed = ColumnName.parse(asked);
        for (int field = 0; field < columns.size(); field++) {
            ColumnName column = columns.get(field);
            if (column.name().equals(asked) || !parsed.unit().isEmpty() && column.equals(parsed)) {
                return field;
            }
        }
        if (asked.matches("[0-9]{1,5}")) {
            int field = Integer.parseInt(asked) - 1;
            if (field >= 0 && field < columns.size()) {
                return field;
            }
        }
        throw new IngestException("no column " + Excerpt.of(asked) + " for x; there are "
            + Excerpt.list(columns.stream().map(column -> Excerpt.ofName(column.name())).toList()));
    }
}
