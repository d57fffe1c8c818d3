// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;

/** Splits a table of text into rows; empty lines and those that begin with # are passed over. */
interface Rows {
    /** The longest field of quoted text, and the longest line of one separated by blanks, in characters. */
    int MAX_FIELD_CHARS = 16 << 20;

    /** The most columns. */
    int MAX_FIELDS = 16_384;

    /**
     * Hands the fields of the next row to the handler.
     *
     * @return false at the end
     * @throws IOException     if the input cannot be read
     * @throws IngestException if a row is beyond the limits
     */
    boolean next() throws IOException;
}
