// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.viewer.plot;

import org.asyncplot.viewer.architecture.violations.writer.WriterNamesImage;

/** Breaks: writer is known to commands and ingest only. */
public final class PlotNamesWriter {
    WriterNamesImage writer;
}
