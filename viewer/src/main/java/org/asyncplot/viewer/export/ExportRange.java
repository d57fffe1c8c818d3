// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.util.Optional;

/**
 * The stretch of x to export, as people write it.
 *
 * @param from least x: a number, an ISO-8601 time, or {@code -30s} from the end; absent for the first sample
 * @param to   largest x, likewise
 */
public record ExportRange(Optional<String> from, Optional<String> to) {
    /** Everything, whatever its x. */
    public static final ExportRange ALL = new ExportRange(Optional.empty(), Optional.empty());
}
