// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.core.queue;

import org.asyncplot.viewer.architecture.violations.core.run.RunNamesSeries;

/** Breaks: queue knows nothing above it. */
public final class QueueNamesRun {
    RunNamesSeries run;
}
