// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** Whether the first row names the columns. */
public enum HeaderRule {
    /** It does if any of its fields is neither a number nor a date nor empty. */
    AUTO,
    /** It does. */
    YES,
    /** It is data; the columns are called c1, c2, ... */
    NO
}
