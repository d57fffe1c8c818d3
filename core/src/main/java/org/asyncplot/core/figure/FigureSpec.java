// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to draw: a page of panels.
 *
 * @param title   shown above the panels, possibly empty
 * @param signals derived signals: name to expression, in the order written
 * @param x       the stretch of x for panels that name none
 * @param panels  the panels, in reading order
 */
public record FigureSpec(String title, Map<String, String> signals, Optional<XSpec> x, List<PanelSpec> panels) {
}
