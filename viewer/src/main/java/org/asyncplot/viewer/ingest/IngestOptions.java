// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.Optional;

/**
 * What the user says about a table; all else is found out.
 *
 * @param header  whether the first row names the columns
 * @param dialect what separates the fields
 * @param x       the column of x, by its name or its number from 1 on
 * @param time    how the moments in x are written
 * @param strict  whether the first row that does not fit ends it
 * @param sparse  whether an empty field is no sample, rather than a gap
 */
public record IngestOptions(HeaderRule header, Optional<Dialect> dialect, Optional<String> x, Optional<TimeFormat> time, boolean strict,
                            boolean sparse) {
    /** Everything found out, nothing fatal. */
    public static final IngestOptions DEFAULT =
        new IngestOptions(HeaderRule.AUTO, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
}
