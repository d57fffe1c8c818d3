// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** Reads moments from stretches of characters; one thread. */
interface TimeParser {
    /** Reads one field, blanks around it allowed. */
    FieldState parse(char[] chars, int offset, int length);

    /** The moment last read, in ns since 1970-01-01T00:00:00Z. */
    long epochNs();
}
