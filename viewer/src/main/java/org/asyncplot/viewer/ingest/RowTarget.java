// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** Where a table goes. */
interface RowTarget {
    /** The input is silent, or its columns are known: whoever waits can be told now where it goes. Called once, before {@link #open}. */
    void announce();

    /** The columns are known; called once. */
    RowSink open(Layout layout);
}
