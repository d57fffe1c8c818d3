// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.core.series.XRange;
import org.asyncplot.viewer.source.Snapshot;

/** Makes the panels of a figure from a snapshot: finds channels, stretches of x and colours. */
final class PanelFactory {
    /** Signals over the same x show the same stretch unless their panel says otherwise. */
    private record XKind(XType type, String name, String unit) {
        static XKind of(SignalSeries signal) {
            return new XKind(signal.xType(), signal.xName(), signal.xUnit());
        }
    }

    private final Kit kit;
    private final FigureSpec figure;
    private final Snapshot snapshot;
    private final Channels channels;
    private final Map<XKind, XRange> extents = new HashMap<>();

    PanelFactory(Kit kit, FigureSpec figure, Snapshot snapshot) {
        this.kit = kit;
        this.figure = figure;
        this.snapshot = snapshot;
        channels = new Channels(snapshot);
    }

    List<PanelView> panels() {
        for (int i = 0; i < figure.panels().size(); i++) {
            PanelSpec spec = figure.panels().get(i);
            if (spec.kind() == PanelKind.LINE) {
                for (SeriesSpec series : there(spec)) {
                    SignalSeries signal = channels.signal(name(spec, i), series.signal());
                    Extents.of(signal).ifPresent(extent -> extents.merge(XKind.of(signal), extent,
                        (a, b) -> XWindow.union(signal.xType(), a, b)));
                }
            }
        }
        List<PanelView> panels = new ArrayList<>();
        for (int i = 0; i < figure.panels().size(); i++) {
            PanelSpec spec = figure.panels().get(i);
            panels.add(panel(name(spec, i), spec));
        }
        return panels;
    }

    private static String name(PanelSpec spec, int index) {
        return spec.title().isEmpty() ? "panel " + (index + 1) : "panel '" + spec.title() + "'";
    }

    private PanelView panel(String name, PanelSpec spec) {
        return switch (spec.kind()) {
            case LINE -> signals(name, spec);
            case WAVEFORM -> waveforms(name, spec);
            case IMAGE -> image(name, spec);
            default -> throw new IllegalArgumentException(name + ": kind '" + spec.kind().name().toLowerCase(Locale.ROOT)
                + "' is not drawn here; line, waveform and image are");
        };
    }

    /** A derived signal that cannot be made is told of in its panel; the others are drawn all the same. */
    private List<SeriesSpec> there(PanelSpec spec) {
        return spec.series().stream().filter(series -> channels.problem(series.signal()).isEmpty()).toList();
    }

    private PanelView signals(String name, PanelSpec spec) {
        List<Line> lines = new ArrayList<>();
        SeriesColors colors = new SeriesColors(kit.tokens(), spec.series());
        List<String> problems = new ArrayList<>();
        XKind kind = null;
        for (SeriesSpec series : spec.series()) {
            Optional<String> problem = channels.problem(series.signal());
            if (problem.isPresent()) {
                colors.next(series);
                problems.add(problem.get());
                continue;
            }
            SignalSeries signal = channels.signal(name, series.signal());
            XKind its = XKind.of(signal);
            if (kind != null && (kind.type() != its.type() || !kind.unit().equals(its.unit()))) {
                throw new IllegalArgumentException(name + ": '" + lines.get(0).spec().signal() + "' is over " + words(kind) + ", '"
                    + signal.name() + "' over " + words(its) + "; they need a panel each");
            }
            kind = kind == null ? its : kind;
            String label = series.label().isEmpty() ? signal.name() : series.label();
            String value = signal.count() == 0 ? "" : NumberText.value(signal.lastY());
            lines.add(new Line(series, colors.next(series), label, value, signal.unit(), signal::trace));
        }
        XKind shown = kind == null ? new XKind(XType.NUMBER, "", "") : kind;
        Optional<XRange> range = new XWindow(name, shown.type(), shown.unit(), Optional.ofNullable(extents.get(shown)))
            .range(spec.x().isPresent() ? spec.x() : figure.x());
        boolean log = spec.xScale() == Scale.LOG;
        if (log && shown.type() == XType.TIME) {
            throw new IllegalArgumentException(name + ": an axis of time is linear");
        }
        return new XyPanel(kit, spec, lines, new XAxis(shown.type(), shown.name(), shown.unit(), log, log ? positive(name, range, lines)
            : range),
            notes(spec), problems);
    }

    private static String words(XKind kind) {
        return kind.type() == XType.TIME ? "time" : kind.unit().isEmpty() ? "numbers" : kind.unit();
    }

    private static Optional<XRange> positive(String name, Optional<XRange> range, List<Line> lines) {
        if (range.isEmpty() || range.get().from() > 0) {
            return range;
        }
        double to = range.get().to();
        double from = to <= 0 ? Double.NaN : lines.stream().flatMap(line -> LogStretches.firstPositive(line.source(), to).stream().boxed())
            .mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        if (!(from > 0)) {
            throw new IllegalArgumentException(name + ": its logarithmic x axis has no sample above 0");
        }
        return Optional.of(XRange.of(from < to ? from : to / 10, to));
    }

    private PanelView waveforms(String name, PanelSpec spec) {
        List<Line> lines = new ArrayList<>();
        SeriesColors colors = new SeriesColors(kit.tokens(), spec.series());
        WaveformSnapshot first = null;
        XRange extent = null;
        for (SeriesSpec series : spec.series()) {
            WaveformSnapshot waveform = channels.waveform(name, series.signal());
            first = first == null ? waveform : first;
            XRange its = WaveformSource.extent(waveform);
            extent = extent == null ? its : its == null ? extent : XWindow.union(XType.NUMBER, extent, its);
            String label = series.label().isEmpty() ? waveform.name() : series.label();
            String value = waveform.isLost() ? Messages.NOT_RECORDED : waveform.isEmpty() ? "" : "frame " + NumberText.value(waveform.number());
            lines.add(new Line(series, colors.next(series), label, value, waveform.unit(), new WaveformSource(waveform)));
        }
        String xName = first == null ? "" : first.xName();
        String xUnit = first == null ? "" : first.xUnit();
        Optional<XRange> range = new XWindow(name, XType.NUMBER, xUnit, Optional.ofNullable(extent)).range(spec.x());
        boolean log = spec.xScale() == Scale.LOG;
        return new XyPanel(kit, spec, lines, new XAxis(XType.NUMBER, xName, xUnit, log, log ? positive(name, range, lines) : range),
            List.of(), List.of());
    }

    private PanelView image(String name, PanelSpec spec) {
        if (spec.series().size() != 1) {
            throw new IllegalArgumentException(name + ": an image panel shows one channel, not " + spec.series().size());
        }
        ImageSnapshot image = channels.image(name, spec.series().get(0).signal());
        XRange range = new XWindow(name, XType.NUMBER, image.xUnit(), Optional.of(ImagePanel.extent(image))).range(spec.x()).orElseThrow();
        return new ImagePanel(kit, name, spec, image, range);
    }

    /** Notes of the whole run, and those that speak of a channel shown here. */
    private List<Note> notes(PanelSpec spec) {
        List<String> shown = new ArrayList<>();
        for (SeriesSpec series : spec.series()) {
            snapshot.signals().stream().filter(signal -> signal.name().equals(series.signal())).map(SignalSeries::channel)
                .forEach(shown::add);
        }
        return snapshot.notes().stream().filter(note -> note.channel().isEmpty() || shown.contains(note.channel()))
            .collect(Collectors.toUnmodifiableList());
    }
}
