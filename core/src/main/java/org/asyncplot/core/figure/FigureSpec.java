// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to draw: a page of panels. Like all it consists of, a value: immutable, shared between threads without care.
 *
 * @param title   shown above the panels, possibly empty
 * @param signals derived signals: name to expression, in the order written
 * @param x       the stretch of x for panels that name none
 * @param panels  the panels, in reading order
 */
public record FigureSpec(String title, Map<String, String> signals, Optional<XSpec> x, List<PanelSpec> panels) {
    /** Copies the collections. */
    public FigureSpec {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(x, "x");
        signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
        panels = List.copyOf(panels);
    }
}
