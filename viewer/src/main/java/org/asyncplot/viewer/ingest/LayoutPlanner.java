// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides from the first rows of a table what its columns mean.
 *
 * <p>A column is numeric if at least half of the values that the first rows hold in it are numbers; one without any value counts as
 * numeric, since values may come later. x is the column asked for, else the first one if it holds numbers or ISO 8601 times, else the
 * number of the row; the only numeric column of a table is never x.
 */
final class LayoutPlanner {
    private final IngestOptions options;
    private final TimeFormat timeFormat;

    LayoutPlanner(IngestOptions options) {
        this.options = options;
        this.timeFormat = options.time().orElse(TimeFormat.ISO);
    }

    /**
     * Looks at the beginning of a table.
     *
     * @param sample whole lines of it
     * @param whole  whether that is all of it
     * @return how to read it, empty if that cannot be told before more has come
     * @throws IngestException if it holds nothing to record
     */
    Optional<Plan> plan(String sample, boolean whole) {
        Dialect dialect = options.dialect().orElseGet(() -> DialectSniffer.sniff(sample));
        List<List<String>> rows = SampleRows.split(sample, dialect);
        if (rows.isEmpty()) {
            return moreOr(whole, "empty, nothing to record");
        }
        boolean hasHeader = hasHeader(rows.get(0));
        List<List<String>> withHeader = hasHeader && dialect.isBlanks() ? Header.joinUnits(rows) : rows;
        List<List<String>> data = hasHeader ? withHeader.subList(1, withHeader.size()) : withHeader;
        if (data.isEmpty()) {
            return moreOr(whole, "only a header and no rows, nothing to record; if the first row is data, say --header no");
        }
        int fields = hasHeader ? fieldsOf(withHeader.get(0), data) : DialectSniffer.mostFrequentSize(data);
        List<List<String>> fitting = data.stream().filter(row -> row.size() >= fields).toList();
        if (fitting.isEmpty()) {
            return moreOr(whole, "no row has the " + fields + " fields of the header (the first has " + data.get(0).size()
                + "); is the delimiter right? (" + dialect + "; --delimiter)");
        }
        Header header = hasHeader ? Header.of(withHeader.get(0).subList(0, fields)) : Header.numbered(fields);
        return Optional.of(plan(dialect, hasHeader, header, fitting));
    }

    private static Optional<Plan> moreOr(boolean whole, String problem) {
        if (whole) {
            throw new IngestException(problem);
        }
        return Optional.empty();
    }

    private boolean hasHeader(List<String> row) {
        return switch (options.header()) {
            case YES -> true;
            case NO -> false;
            case AUTO -> !row.stream().allMatch(this::isData);
        };
    }

    private boolean isData(String field) {
        char[] text = field.toCharArray();
        return new NumberParser().parse(text, 0, text.length) != FieldState.UNREADABLE
            || timeFormat.newParser().parse(text, 0, text.length) == FieldState.VALUE
            || TimeFormat.ISO.newParser().parse(text, 0, text.length) == FieldState.VALUE;
    }

    /** The width of the table: that of its header, less columns at the end without a name and without a value. */
    private static int fieldsOf(List<String> header, List<List<String>> data) {
        int fields = header.size();
        while (fields > 1 && header.get(fields - 1).isBlank() && isEmptyColumn(data, fields - 1)) {
            fields--;
        }
        return fields;
    }

    private static boolean isEmptyColumn(List<List<String>> data, int field) {
        return data.stream().allMatch(row -> row.size() <= field || row.get(field).isBlank());
    }

    private Plan plan(Dialect dialect, boolean hasHeader, Header header, List<List<String>> rows) {
        int fields = header.columns().size();
        List<ColumnContent> contents = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            contents.add(ColumnContent.of(rows, field, timeFormat));
        }
        XColumn x = XColumn.choose(options, header, contents);
        List<Column> columns = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            ColumnName name = header.columns().get(field);
            if (field != x.field() && contents.get(field).isNumeric()) {
                columns.add(new Column(field, name.name(), name.unit()));
            } else if (field != x.field()) {
                leftOut.add(Excerpt.ofName(name.name()) + " (" + contents.get(field).reason() + ")");
            }
        }
        if (columns.isEmpty()) {
            throw new IngestException("no column of numbers" + (x.field() < 0 ? "" : " beside x") + ", nothing to record"
                + (leftOut.isEmpty() ? "" : "; not numeric: " + Excerpt.list(leftOut)) + " (fields separated by " + dialect + ")");
        }
        Layout layout = new Layout(dialect, fields, hasHeader, x.field(), x.time(), x.name(), columns);
        return new Plan(layout, notices(hasHeader, header, leftOut));
    }

    private List<String> notices(boolean hasHeader, Header header, List<String> leftOut) {
        List<String> notices = new ArrayList<>();
        boolean suspicious = hasHeader && options.header() == HeaderRule.AUTO
            && header.columns().stream().anyMatch(column -> isNumber(column.name()));
        if (suspicious) {
            notices.add("the first row is taken as the header; if it is data, say --header no");
        }
        if (!header.renamed().isEmpty()) {
            notices.add("equal column names made distinct: " + Excerpt.list(header.renamed()));
        }
        if (!leftOut.isEmpty()) {
            notices.add("left out, not numeric: " + Excerpt.list(leftOut));
        }
        return notices;
    }

    private static boolean isNumber(String text) {
        return new NumberParser().parse(text.toCharArray(), 0, text.length()) == FieldState.VALUE;
    }
}
