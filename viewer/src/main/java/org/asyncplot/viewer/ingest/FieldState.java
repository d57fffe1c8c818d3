// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** What a parser made of one field. */
enum FieldState {
    /** The parser holds its value. */
    VALUE,
    /** Empty, or one of the words for a missing value. */
    MISSING,
    /** Something else. */
    UNREADABLE
}
