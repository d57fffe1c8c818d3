// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.TooManySamplesException;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.core.series.XRange;
import org.asyncplot.viewer.plot.PanelLayout;
import org.asyncplot.viewer.plot.Tokens;
import org.asyncplot.viewer.source.Snapshot;

/** Reads values under the pointer from the data that a picture shows. The drawing thread. */
final class Crosshair {
    private static final int MOST_VALUES = 12;

    private Crosshair() {
    }

    /** What lies at a place of a picture; absent outside the plots. */
    static Optional<Readout> read(double xPx, double yPx, List<PanelLayout> panels, Snapshot snapshot, Tokens tokens) {
        return panels.stream().filter(panel -> panel.contains(xPx, yPx)).findFirst().map(panel -> read(xPx, yPx, panel, snapshot, tokens));
    }

    private static Readout read(double xPx, double yPx, PanelLayout panel, Snapshot snapshot, Tokens tokens) {
        Stretch stretch = Stretch.of(panel.x(), panel.xLog());
        double left = coordinate(stretch, Math.floor(xPx) - panel.left(), panel.width());
        double right = coordinate(stretch, Math.floor(xPx) + 1 - panel.left(), panel.width());
        double x = coordinate(stretch, xPx - panel.left(), panel.width());
        Stretch vertical = Stretch.values(panel.yLow(), panel.yHigh(), panel.yLog());
        double y = vertical.at(1 - (yPx - panel.top()) / panel.height());
        double yValue = panel.yLog() ? Math.pow(10, y) : y;
        double yStep = panel.yLog() ? Math.abs(yValue) * vertical.span() / panel.height() : vertical.span() / panel.height();
        String unit = panel.xUnit().isEmpty() || panel.xType() == XType.TIME ? "" : " " + panel.xUnit();
        String xText = panel.xType() == XType.TIME ? ReadoutText.moment(panel.x().originNs() + Math.round(x), right - left)
            : ReadoutText.number(x, right - left) + unit;
        List<Readout.Value> values = new ArrayList<>();
        if (panel.spec().kind() == PanelKind.IMAGE) {
            values.add(new Readout.Value("y", ReadoutText.number(yValue, yStep), 0));
            image(panel, snapshot).ifPresent(image -> values.add(cell(image, x, yValue)));
        } else {
            int number = 0;
            for (SeriesSpec series : panel.spec().series()) {
                number++;
                if (number > MOST_VALUES) {
                    break;
                }
                int rgb = tokens.series(series.color().orElse(number));
                XRange column = new XRange(panel.x().originNs(), left, right);
                value(series, rgb, column, x, yStep, snapshot).ifPresent(values::add);
            }
        }
        return new Readout(panel, xPx, yPx, xText, values);
    }

    private static double coordinate(Stretch stretch, double px, int widthPx) {
        double at = stretch.at(px / widthPx);
        return stretch.log() ? Math.pow(10, at) : at;
    }

    private static Optional<Readout.Value> value(SeriesSpec series, int rgb, XRange column, double x, double yStep, Snapshot snapshot) {
        for (SignalSeries signal : snapshot.signals()) {
            if (signal.name().equals(series.signal())) {
                String text = text(signal, column, x, yStep);
                return Optional.of(new Readout.Value(name(series), withUnit(text, signal.unit()), rgb));
            }
        }
        for (WaveformSnapshot waveform : snapshot.waveforms()) {
            if (waveform.name().equals(series.signal())) {
                double y = nearest(waveform.x(), waveform.y(), x);
                return Optional.of(new Readout.Value(name(series), withUnit(ReadoutText.number(y, yStep), waveform.unit()), rgb));
            }
        }
        return Optional.empty();
    }

    private static String text(SignalSeries signal, XRange column, double x, double yStep) {
        try {
            return text(signal.trace(column, 1), x, yStep);
        } catch (TooManySamplesException notDrawnEither) {
            return "\u2013";
        }
    }

    /** Where a column holds many samples their extremes, else the sample next to the pointer. */
    private static String text(Trace trace, double x, double yStep) {
        if (trace instanceof Envelope && !trace.extremes().isEmpty()) {
            String low = ReadoutText.number(trace.extremes().low(), yStep);
            String high = ReadoutText.number(trace.extremes().high(), yStep);
            return low.equals(high) ? low : low + " to " + high;
        }
        return trace instanceof Points points ? ReadoutText.number(nearest(points.x(), points.y(), x), yStep) : "\u2013";
    }

    private static double nearest(double[] xs, double[] ys, double x) {
        double best = Double.NaN;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            if (Math.abs(xs[i] - x) < distance) {
                distance = Math.abs(xs[i] - x);
                best = ys[i];
            }
        }
        return best;
    }

    private static Optional<ImageSnapshot> image(PanelLayout panel, Snapshot snapshot) {
        String name = panel.spec().series().get(0).signal();
        return snapshot.images().stream().filter(image -> image.name().equals(name)).findFirst();
    }

    private static Readout.Value cell(ImageSnapshot image, double x, double y) {
        double column = Math.floor((x - image.x0()) / image.dx() + 0.5);
        double row = Math.floor((y - image.y0()) / image.dy() + 0.5);
        boolean inside = column >= 0 && column < image.columns() && row >= 0 && row < image.rows();
        double value = inside ? image.values()[(int) row * image.columns() + (int) column] : Double.NaN;
        double step = Math.abs(value) * 1e-4;
        return new Readout.Value("value", withUnit(ReadoutText.number(value, step), image.unit()), 0);
    }

    private static String name(SeriesSpec series) {
        return series.label().isEmpty() ? series.signal() : series.label();
    }

    private static String withUnit(String text, String unit) {
        return unit.isEmpty() || unit.equals("1") ? text : text + " " + unit;
    }
}
