// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** Takes the fields of a row as they are split. */
interface FieldHandler {
    /** A row begins at this line, counted from 1; called again without fields between if lines are passed over. */
    void begin(long line);

    /** One field, without its quotes; the characters are only lent. */
    void field(int index, char[] chars, int offset, int length);
}
