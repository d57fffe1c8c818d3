// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.core.run;

import org.asyncplot.viewer.architecture.violations.core.series.SeriesNamesWriter;

/** Breaks: run knows nothing above it. */
public final class RunNamesSeries {
    SeriesNamesWriter series;
}
