// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.viewer.plot.PanelLayout;
import org.asyncplot.viewer.source.Snapshot;

/**
 * What part of the data the window shows. Immutable; everything that a user does to it yields another.
 *
 * @param follow how the newest data are followed where no stretch is held
 * @param x      stretches of x that are held, whatever comes
 * @param y      stretches of y that are held, by panel
 */
record View(Follow follow, Map<XKey, Stretch> x, Map<String, Stretch> y) {
    /** As the figure says, everything live. */
    static final View START = new View(new Follow(Follow.Mode.AS_GIVEN, Map.of()), Map.of(), Map.of());

    View {
        x = Map.copyOf(x);
        y = Map.copyOf(y);
    }

    /** Whether the newest data are followed everywhere. */
    boolean isLive() {
        return x.isEmpty() && y.isEmpty();
    }

    /** Zooms x about a pixel column. */
    View zoomed(PanelLayout panel, double xPx, double factor) {
        Stretch stretch = Stretch.of(panel.x(), panel.xLog());
        return holding(panel, stretch.zoomed((xPx - panel.left()) / panel.width(), factor, panel.xType()));
    }

    /** Zooms y about a pixel row. */
    View zoomedY(PanelLayout panel, double yPx, double factor) {
        Stretch stretch = Stretch.values(panel.yLow(), panel.yHigh(), panel.yLog());
        return holdingY(panel, stretch.zoomed(1 - (yPx - panel.top()) / panel.height(), factor, XType.NUMBER));
    }

    /** Shows a box of pixels, its corners in any order. */
    View boxed(PanelLayout panel, double x0Px, double y0Px, double x1Px, double y1Px) {
        View across = boxedX(panel, x0Px, x1Px);
        Stretch values = Stretch.values(panel.yLow(), panel.yHigh(), panel.yLog());
        double top = 1 - clamp((y0Px - panel.top()) / panel.height());
        double bottom = 1 - clamp((y1Px - panel.top()) / panel.height());
        return across.holdingY(panel, values.between(top, bottom, XType.NUMBER));
    }

    /** Shows what lies between two pixel columns. */
    View boxedX(PanelLayout panel, double x0Px, double x1Px) {
        Stretch stretch = Stretch.of(panel.x(), panel.xLog());
        return holding(panel, stretch.between(clamp((x0Px - panel.left()) / panel.width()), clamp((x1Px - panel.left()) / panel.width()),
            panel.xType()));
    }

    /** Moves what is shown along with the pointer, from where the drag began; y moves only where it is held. */
    View panned(PanelLayout start, double byXPx, double byYPx) {
        View moved = holding(start, Stretch.of(start.x(), start.xLog()).moved(-byXPx / start.width(), start.xType()));
        if (!y.containsKey(XKey.panelKey(start.spec()))) {
            return moved;
        }
        return moved.holdingY(start, Stretch.values(start.yLow(), start.yHigh(), start.yLog()).moved(byYPx / start.height(), XType.NUMBER));
    }

    /** Everything there is, followed. */
    View whole() {
        return new View(new Follow(Follow.Mode.WHOLE, Map.of()), Map.of(), Map.of());
    }

    /** Back to the newest data, with the length that was followed before. */
    View live() {
        return new View(follow, Map.of(), Map.of());
    }

    /** Follows so many times the length that is shown now. */
    View following(List<PanelLayout> shown, double factor) {
        Map<XKey, Double> lengths = new HashMap<>(follow.lengths());
        for (PanelLayout panel : shown) {
            if (panel.sharesX() && !panel.xLog()) {
                XKey key = XKey.of(panel);
                double length = panel.x().span() * factor;
                if (length > 0 && Double.isFinite(length)) {
                    lengths.put(key, length);
                }
            }
        }
        return new View(new Follow(Follow.Mode.LAST, lengths), Map.of(), Map.of());
    }

    private View holding(PanelLayout panel, Stretch stretch) {
        Map<XKey, Stretch> held = new HashMap<>(x);
        held.put(XKey.of(panel), stretch);
        return new View(follow, held, y);
    }

    private View holdingY(PanelLayout panel, Stretch stretch) {
        Map<String, Stretch> held = new HashMap<>(y);
        held.put(XKey.panelKey(panel.spec()), stretch);
        return new View(follow, x, held);
    }

    private static double clamp(double part) {
        return Math.max(0, Math.min(1, part));
    }

    /** The figure that shows this part. */
    FigureSpec apply(FigureSpec figure, Snapshot snapshot) {
        if (isLive() && follow.mode() == Follow.Mode.AS_GIVEN) {
            return figure;
        }
        boolean given = follow.mode() == Follow.Mode.AS_GIVEN;
        List<PanelSpec> panels = figure.panels().stream().map(panel -> apply(panel, XKey.of(panel, snapshot))).toList();
        return new FigureSpec(figure.title(), figure.signals(), given ? figure.x() : Optional.empty(), panels);
    }

    private PanelSpec apply(PanelSpec panel, XKey key) {
        boolean line = panel.kind() == PanelKind.LINE;
        PanelSpec shown = panel;
        if (key != null && x.containsKey(key)) {
            shown = XText.between(panel, x.get(key), key.type());
        } else if (line && follow.mode() == Follow.Mode.WHOLE) {
            shown = XText.with(panel, Optional.empty());
        } else if (line && follow.mode() == Follow.Mode.LAST) {
            Double length = key == null ? null : follow.lengths().get(key);
            shown = XText.with(panel, length == null ? Optional.empty() : Optional.of(XText.last(length, key.type())));
        }
        Stretch values = y.get(XKey.panelKey(panel));
        return values == null ? shown : XText.withY(shown, values);
    }
}
