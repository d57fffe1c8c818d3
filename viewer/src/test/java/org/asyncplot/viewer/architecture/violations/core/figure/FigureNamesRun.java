// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.core.figure;

import org.asyncplot.viewer.architecture.violations.core.run.RunNamesSeries;

/** Breaks: figure knows the JDK and YAML only. */
public final class FigureNamesRun {
    RunNamesSeries run;
}
