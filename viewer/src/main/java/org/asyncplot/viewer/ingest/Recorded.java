// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the recording of a table ended.
 *
 * @param directory where the run lies; empty if nothing was recorded, since then none is left
 * @param report    what became of the rows
 * @param dropped   how many values found no room
 * @param failure   what ended it before the end of the input
 */
public record Recorded(Optional<Path> directory, IngestReport report, long dropped, Optional<IngestException> failure) {
}
