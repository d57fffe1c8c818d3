// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.XSpec;
import org.asyncplot.core.run.XType;

/** Writes what is shown into a figure's panel, as a user would write it there. */
final class XText {
    private static final long SECOND_NS = 1_000_000_000L;

    private XText() {
    }

    static PanelSpec between(PanelSpec panel, Stretch stretch, XType type) {
        Optional<String> from = Optional.of(type == XType.TIME ? moment(stretch.originNs(), Math.floor(stretch.low())) : number(stretch.lowValue()));
        Optional<String> to = Optional.of(type == XType.TIME ? moment(stretch.originNs(), Math.ceil(stretch.high())) : number(stretch.highValue()));
        return with(panel, Optional.of(new XSpec(Optional.empty(), from, to)));
    }

    static XSpec last(double length, XType type) {
        String text = type == XType.TIME ? BigDecimal.valueOf(Math.max(1, Math.round(length)), 9).toPlainString() + " s" : number(length);
        return new XSpec(Optional.of(text), Optional.empty(), Optional.empty());
    }

    static PanelSpec with(PanelSpec panel, Optional<XSpec> x) {
        return new PanelSpec(panel.title(), panel.kind(), panel.at(), x, panel.xScale(), panel.y(), panel.right(), panel.color(),
            panel.colormap(), panel.series(), panel.limits());
    }

    static PanelSpec withY(PanelSpec panel, Stretch values) {
        AxisSpec y = new AxisSpec(panel.y().scale(), OptionalDouble.of(values.lowValue()), OptionalDouble.of(values.highValue()),
            panel.y().unit(), panel.y().label());
        return new PanelSpec(panel.title(), panel.kind(), panel.at(), panel.x(), panel.xScale(), y, panel.right(), panel.color(),
            panel.colormap(), panel.series(), panel.limits());
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private static String moment(long originNs, double ns) {
        long epochNs = originNs + (long) ns;
        return Instant.ofEpochSecond(Math.floorDiv(epochNs, SECOND_NS), Math.floorMod(epochNs, SECOND_NS)).toString();
    }
}
