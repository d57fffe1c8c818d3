// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.viewer.plot;

import javafx.sample.Window;

/** Breaks: JavaFX is known to fx only. */
public final class PlotNamesJavaFx {
    Window window;
}
