// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.writer;

import org.asyncplot.viewer.architecture.violations.viewer.source.SourceNamesBenchmark;

/** Breaks: writer knows no viewer. */
public final class WriterNamesSource {
    SourceNamesBenchmark source;
}
