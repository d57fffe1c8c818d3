// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.plotter;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a run in a window of the process that asks for it. The viewer provides one, which the writer finds by
 * {@link java.util.ServiceLoader}, so that neither needs the other.
 */
@FunctionalInterface
public interface ViewerLauncher {
    /**
     * Opens a window and stays until it is closed. Any thread; several windows may be open at once. The threads behind it are daemons, so
     * that the program ends when it would without.
     *
     * @param run     the run's directory
     * @param plotter draws instead of panels of all channels
     * @param options handed to that plotter
     * @throws RuntimeException with one line if there can be no window, or the run cannot be read
     */
    void show(Path run, Optional<Plotter> plotter, Map<String, String> options);
}
