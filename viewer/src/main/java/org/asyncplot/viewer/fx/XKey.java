// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.viewer.plot.PanelLayout;
import org.asyncplot.viewer.source.Snapshot;

/**
 * Which panels move together: all lines over the same x; every other panel moves alone.
 *
 * @param type  numbers or time
 * @param name  of the x axis
 * @param unit  of x
 * @param panel of a panel that moves alone, empty for lines
 */
record XKey(XType type, String name, String unit, String panel) {
    static XKey of(PanelLayout panel) {
        return new XKey(panel.xType(), panel.xName(), panel.xUnit(), panel.sharesX() ? "" : panelKey(panel.spec()));
    }

    /** The key of a panel that is not laid out yet; null if its signals are not there. */
    static XKey of(PanelSpec panel, Snapshot snapshot) {
        if (panel.series().isEmpty()) {
            return null;
        }
        String first = panel.series().get(0).signal();
        if (panel.kind() == PanelKind.LINE) {
            for (SignalSeries signal : snapshot.signals()) {
                if (signal.name().equals(first)) {
                    return new XKey(signal.xType(), signal.xName(), signal.xUnit(), "");
                }
            }
            return null;
        }
        return snapshot.waveforms().stream().filter(frame -> frame.name().equals(first)).findFirst()
            .map(frame -> new XKey(XType.NUMBER, frame.xName(), frame.xUnit(), panelKey(panel)))
            .or(() -> snapshot.images().stream().filter(frame -> frame.name().equals(first)).findFirst()
                .map(frame -> new XKey(XType.NUMBER, frame.xName(), frame.xUnit(), panelKey(panel))))
            .orElse(null);
    }

    /** What tells a panel from the others as long as its figure stays. */
    static String panelKey(PanelSpec panel) {
        StringBuilder key = new StringBuilder(panel.kind() + "/" + panel.title());
        panel.series().forEach(series -> key.append('/').append(series.signal()));
        return key.toString();
    }
}
