// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Map;
import java.util.function.Consumer;
import org.asyncplot.core.plotter.Plotter;

/**
 * A user's plotter in place of a figure.
 *
 * @param plotter draws, on a thread of its own
 * @param options of the plotter
 * @param log     is told what it throws for the first time, on that thread
 */
public record PlotterChoice(Plotter plotter, Map<String, String> options, Consumer<Throwable> log) {
}
