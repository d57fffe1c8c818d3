// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/**
 * What became of a table.
 *
 * @param columns     how many columns became channels
 * @param rows        how many rows were recorded
 * @param skippedRows how many were not, because their number of fields or their x did not fit
 * @param gappedRows  how many were recorded with a gap, because a value was unreadable
 */
public record IngestReport(int columns, long rows, long skippedRows, long gappedRows) {
    /**
     * How many rows did not fit.
     *
     * @return the skipped ones and those with a gap
     */
    public long malformedRows() {
        return skippedRows + gappedRows;
    }

    @Override
    public String toString() {
        String malformed = malformedRows() == 0 ? "none malformed"
            : malformedRows() + " malformed (" + skippedRows + " skipped, " + gappedRows + " with gaps)";
        return rows + (rows == 1 ? " row, " : " rows, ") + columns + (columns == 1 ? " column, " : " columns, ") + malformed;
    }
}
