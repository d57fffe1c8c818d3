// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.Arrays;

/**
 * Turns the fields of each row into numbers and hands the row on. A row with too few or too many fields, or without a readable x, is
 * skipped; an unreadable value becomes a gap; both are counted. Empty fields behind the last column are no fault. Allocates nothing for
 * rows that fit. One thread.
 */
final class RowReader implements FieldHandler {
    private static final int IGNORED = -1;
    private static final int X = -2;

    private final Layout layout;
    private final RowSink sink;
    private final RowProblems problems;
    private final NumberParser numbers = new NumberParser();
    private final TimeParser times;
    private final int[] roles;
    private final double[] values;
    private final double empty;

    private boolean inHeader;
    private long line;
    private int fields;
    private boolean extraText;
    private boolean blank;
    private FieldState xState;
    private double x;
    private int oddField;
    private String oddText;
    private long dataRows;
    private long rows;
    private long skippedRows;
    private long gappedRows;

    /** @param empty what an empty field is: NaN for a gap, or {@link RowSink#ABSENT} */
    RowReader(Layout layout, RowSink sink, RowProblems problems, double empty) {
        this.empty = empty;
        this.layout = layout;
        this.sink = sink;
        this.problems = problems;
        times = layout.time().orElse(TimeFormat.ISO).newParser();
        inHeader = layout.hasHeader();
        values = new double[layout.columns().size()];
        roles = new int[layout.fields()];
        Arrays.fill(roles, IGNORED);
        for (int i = 0; i < values.length; i++) {
            roles[layout.columns().get(i).field()] = i;
        }
        if (layout.xField() != Layout.ROW_NUMBER) {
            roles[layout.xField()] = X;
        }
    }

    IngestReport report() {
        return new IngestReport(values.length, rows, skippedRows, gappedRows);
    }

    /** Where the row begins. */
    long line() {
        return line;
    }

    @Override
    public void begin(long rowLine) {
        line = rowLine;
        fields = 0;
        extraText = false;
        oddField = IGNORED;
    }

    @Override
    public void field(int index, char[] chars, int offset, int length) {
        fields = index + 1;
        if (inHeader) {
            return;
        }
        if (index == 0) {
            blank = isBlank(chars, offset, length);
        }
        if (index >= roles.length) {
            extraText |= !isBlank(chars, offset, length);
            return;
        }
        int role = roles[index];
        if (role >= 0) {
            FieldState state = numbers.parse(chars, offset, length);
            values[role] = state == FieldState.VALUE ? numbers.value() : isBlank(chars, offset, length) ? empty : Double.NaN;
            if (state == FieldState.UNREADABLE && oddField == IGNORED) {
                odd(index, chars, offset, length);
            }
        } else if (role == X) {
            readX(index, chars, offset, length);
        }
    }

    private void readX(int index, char[] chars, int offset, int length) {
        if (layout.isTime()) {
            xState = times.parse(chars, offset, length);
        } else {
            xState = numbers.parse(chars, offset, length);
            x = numbers.value();
            if (xState == FieldState.VALUE && Double.isInfinite(x)) {
                xState = FieldState.UNREADABLE;
            }
        }
        if (xState == FieldState.UNREADABLE) {
            odd(index, chars, offset, length);
        }
    }

    private void odd(int index, char[] chars, int offset, int length) {
        oddField = index;
        oddText = new String(chars, offset, length);
    }

    private static boolean isBlank(char[] chars, int offset, int length) {
        return Word.skipBlanks(chars, offset, offset + length) == offset + length;
    }

    /**
     * All fields of the row have been seen.
     *
     * @throws IngestException if the row does not fit and that is fatal
     */
    void end() {
        if (inHeader) {
            inHeader = false;
            return;
        }
        boolean emptyLine = fields == 1 && blank && roles.length > 1;
        if (emptyLine) {
            return;
        }
        dataRows++;
        if (fields < roles.length || extraText) {
            skip(fields + (fields == 1 ? " field" : " fields") + " instead of " + roles.length);
        } else if (layout.xField() == Layout.ROW_NUMBER) {
            x = dataRows;
            record();
        } else if (xState == FieldState.VALUE) {
            record();
        } else if (xState == FieldState.MISSING) {
            skip("x " + Excerpt.of(layout.x().name()) + " is empty");
        } else {
            skip("x " + Excerpt.of(layout.x().name()) + " is unreadable: " + Excerpt.of(oddText));
        }
    }

    private void record() {
        if (oddField != IGNORED) {
            gappedRows++;
            problems.add(line, "column " + Excerpt.of(nameOf(oddField)) + " is unreadable: " + Excerpt.of(oddText) + ", left as a gap");
        }
        if (layout.isTime()) {
            sink.timeRow(times.epochNs(), values);
        } else {
            sink.numberRow(x, values);
        }
        rows++;
    }

    private void skip(String reason) {
        skippedRows++;
        problems.add(line, reason + ", row skipped");
    }

    private String nameOf(int field) {
        return layout.columns().get(roles[field]).name();
    }
}
