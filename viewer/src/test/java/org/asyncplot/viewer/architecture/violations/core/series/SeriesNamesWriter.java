// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.core.series;

import org.asyncplot.viewer.architecture.violations.writer.WriterNamesSource;

/** Breaks: core knows no other module, and writer is known to commands and ingest only. */
public final class SeriesNamesWriter {
    WriterNamesSource writer;
}
