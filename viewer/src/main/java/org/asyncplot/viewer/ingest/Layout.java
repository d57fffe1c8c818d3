// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.List;
import java.util.Optional;

/**
 * What the columns of a table mean.
 *
 * @param dialect   what separates the fields
 * @param fields    how many a row has
 * @param hasHeader whether the first row names the columns
 * @param xField    the place of x, {@link #ROW_NUMBER} if rows are numbered from 1 on
 * @param time      how x is written if it is a moment, empty if it is a number
 * @param x         the name of x
 * @param columns   the columns that become channels, at least one
 */
record Layout(Dialect dialect, int fields, boolean hasHeader, int xField, Optional<TimeFormat> time, ColumnName x, List<Column> columns) {
    static final int ROW_NUMBER = -1;

    Layout {
        columns = List.copyOf(columns);
    }

    boolean isTime() {
        return time.isPresent();
    }
}
