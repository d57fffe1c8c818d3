// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;
import org.asyncplot.viewer.plot.PanelLayout;

/** Panels for tests. */
final class Panels {
    private Panels() {
    }

    static PanelSpec line() {
        return new PanelSpec("s", PanelKind.LINE, Optional.empty(), Optional.empty(), Scale.LINEAR, AxisSpec.AUTO, AxisSpec.AUTO, AxisSpec.AUTO, "",
            List.of(new SeriesSpec("s", "", OptionalInt.empty(), LineStyle.LINE, AxisSide.LEFT)), List.of());
    }

    static FigureSpec figure() {
        return new FigureSpec("", Map.of(), Optional.empty(), List.of(line()));
    }

    /** A plot of 1000 by 100 pixels at (100, 50), y from -1 to 1. */
    static PanelLayout layout(XType type, XRange x) {
        return new PanelLayout(line(), 100, 50, 1000, 100, type, "t", type == XType.TIME ? "" : "s", x, false, -1, 1, false);
    }
}
