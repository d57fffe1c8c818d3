// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.NearestName;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.viewer.source.Snapshot;

/** Finds what a figure names in a snapshot, or says in one line why it cannot. */
final class Channels {
    private final Snapshot snapshot;

    Channels(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Why a derived signal is not there; absent for all others. */
    Optional<String> problem(String name) {
        return Optional.ofNullable(snapshot.derived().problems().get(name));
    }

    SignalSeries signal(String panel, String name) {
        return snapshot.signals().stream().filter(signal -> signal.name().equals(name)).findFirst()
            .orElseThrow(() -> unknown(panel, name, PanelKind.LINE));
    }

    WaveformSnapshot waveform(String panel, String name) {
        return snapshot.waveforms().stream().filter(waveform -> waveform.name().equals(name)).findFirst()
            .orElseThrow(() -> unknown(panel, name, PanelKind.WAVEFORM));
    }

    ImageSnapshot image(String panel, String name) {
        return snapshot.images().stream().filter(image -> image.name().equals(name)).findFirst()
            .orElseThrow(() -> unknown(panel, name, PanelKind.IMAGE));
    }

    private IllegalArgumentException unknown(String panel, String name, PanelKind kind) {
        String start = panel + ": series '" + name + "' ";
        if (kind != PanelKind.LINE && snapshot.derived().written().containsKey(name)) {
            return new IllegalArgumentException(start + "is a signal; its panel must be of kind line");
        }
        List<String> columns = snapshot.signals().stream().filter(signal -> signal.channel().equals(name)).map(SignalSeries::name)
            .collect(Collectors.toList());
        if (kind == PanelKind.LINE && !columns.isEmpty()) {
            return new IllegalArgumentException(start + "has several columns; name one of " + String.join(", ", columns));
        }
        String other = otherKind(name, kind);
        if (!other.isEmpty()) {
            return new IllegalArgumentException(start + "is " + other);
        }
        String nearest = NearestName.to(name, names(kind)).map(known -> "; did you mean '" + known + "'?").orElse("");
        return new IllegalArgumentException(start + "is no " + word(kind) + " of this run" + nearest);
    }

    private String otherKind(String name, PanelKind kind) {
        for (PanelKind other : List.of(PanelKind.LINE, PanelKind.WAVEFORM, PanelKind.IMAGE)) {
            if (other != kind && names(other).contains(name)) {
                return (other == PanelKind.IMAGE ? "an " : "a ") + word(other) + "; its panel must be of kind "
                    + other.name().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static String word(PanelKind kind) {
        return switch (kind) {
            case WAVEFORM -> "waveform";
            case IMAGE -> "image";
            default -> "signal";
        };
    }

    private List<String> names(PanelKind kind) {
        List<String> names = new ArrayList<>();
        switch (kind) {
            case WAVEFORM -> snapshot.waveforms().forEach(waveform -> names.add(waveform.name()));
            case IMAGE -> snapshot.images().forEach(image -> names.add(image.name()));
            default -> snapshot.signals().forEach(signal -> names.add(signal.name()));
        }
        return names;
    }
}
