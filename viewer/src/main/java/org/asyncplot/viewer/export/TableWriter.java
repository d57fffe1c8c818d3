// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Writes a table in one format. */
public interface TableWriter {
    /** Rows between two calls of the progress. */
    int ROWS_PER_STEP = 8192;

    /**
     * Writes a whole table.
     *
     * @param table    what to write
     * @param output   where to; stays open, and is flushed
     * @param progress hears, every now and then, how many samples are written; what it throws ends the writing
     * @return what was written
     * @throws IOException if the output takes no more
     */
    Written write(SignalTable table, OutputStream output, LongConsumer progress) throws IOException;

    /**
     * What was written.
     *
     * @param rows    rows
     * @param samples samples in them
     * @param sparse  whether a row lacks a sample of some signal, as the signals have different x
     */
    record Written(long rows, long samples, boolean sparse) {
    }
}
