// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.LimitSpec;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.viewer.source.Snapshot;

/** Pictures to look at: run the main method, then open viewer/target/gallery. */
final class Gallery {
    static final long NOON = 1_795_262_400_000_000_000L - 12 * 3_600_000_000_000L;

    record Picture(Snapshot snapshot, FigureSpec figure, int width, int height) {
    }

    private Gallery() {
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "viewer/target/gallery");
        Files.createDirectories(directory);
        for (Map.Entry<String, Picture> entry : pictures().entrySet()) {
            Picture picture = entry.getValue();
            for (Theme theme : Theme.values()) {
                PngFile.write(directory.resolve(entry.getKey() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"),
                    new FigurePainter(theme, 1).image(picture.width(), picture.height(), picture.figure(), picture.snapshot()));
            }
        }
        Picture trap = pictures().get("trap");
        PngFile.write(directory.resolve("trap-x2.png"), new FigurePainter(Theme.DARK, 2).image(1200, 800, trap.figure(), trap.snapshot()));
    }

    private static Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("trap", trap());
        pictures.put("noise", automatic(1200, 800, noise("noise", 1_000_000)));
        pictures.put("daily", automatic(1000, 700, daily()));
        pictures.put("hourly", automatic(1000, 500, hourly()));
        pictures.put("nanoseconds", automatic(1000, 300, nanoseconds()));
        pictures.put("seconds", automatic(1000, 300, seconds()));
        pictures.put("twelve", automatic(1200, 800, twelve()));
        pictures.put("long-names", automatic(900, 500, longNames()));
        pictures.put("small", automatic(300, 200, List.of(sine("angle", "rad", 300, 1))));
        pictures.put("huge", automatic(900, 600, huge()));
        pictures.put("gaps", gaps());
        pictures.put("styles", styles());
        pictures.put("empty", automatic(800, 400, List.of()));
        pictures.put("nothing-finite", automatic(800, 400,
            List.of(ArraySeries.numbers("all.missing", "m", new double[] {1, 2, 3}, new double[] {Double.NaN, Double.NaN, Double.NaN}))));
        pictures.put("maps", maps());
        return pictures;
    }

    static Snapshot snapshot(String run, List<SignalSeries> signals) {
        return new Snapshot(run, NOON, signals, List.of(), List.of(), List.of());
    }

    private static Picture automatic(int width, int height, List<SignalSeries> signals) {
        Snapshot snapshot = snapshot("a run of the gallery", signals);
        return new Picture(snapshot, AutoLayout.of(snapshot), width, height);
    }

    static PanelSpec panel(String title, PanelKind kind, AxisSpec y, AxisSpec right, List<LimitSpec> limits, SeriesSpec... series) {
        return new PanelSpec(title, kind, Optional.empty(), Optional.empty(), Scale.LINEAR, y, right, AxisSpec.AUTO, "", List.of(series),
            limits);
    }

    static SeriesSpec series(String signal, LineStyle style, AxisSide side) {
        return new SeriesSpec(signal, "", OptionalInt.empty(), style, side);
    }

    static AxisSpec log(String label) {
        return new AxisSpec(Scale.LOG, OptionalDouble.empty(), OptionalDouble.empty(), "", label);
    }

    static ArraySeries sine(String name, String unit, int samples, double amplitude) {
        double[] x = new double[samples];
        double[] y = new double[samples];
        for (int i = 0; i < samples; i++) {
            x[i] = i * 0.05;
            y[i] = amplitude * Math.sin(x[i]);
        }
        return ArraySeries.numbers(name, unit, x, y);
    }

    static List<SignalSeries> noise(String name, int samples) {
        Random random = new Random(7);
        double[] x = new double[samples];
        double[] y = new double[samples];
        double level = 0;
        for (int i = 0; i < samples; i++) {
            x[i] = i * 1e-3;
            level += random.nextGaussian() * 0.01;
            y[i] = level + random.nextGaussian();
        }
        return List.of(ArraySeries.numbers(name, "V", x, y).over("t", "s"));
    }

    static Picture trap() {
        int n = 60_000;
        double[] t = new double[n];
        double[] kinetic = new double[n];
        double[] potential = new double[n];
        double[] total = new double[n];
        double[] error = new double[n];
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            t[i] = i * 0.5e6;
            double phase = i * 1.3e-3;
            kinetic[i] = 2.4 + 1.7 * Math.cos(phase) + 0.03 * random.nextGaussian();
            total[i] = 4.71238 + 0.005 * random.nextGaussian();
            potential[i] = total[i] - kinetic[i];
            error[i] = 2e-14 * Math.exp(3.2 * i / n + 0.5 * random.nextGaussian());
        }
        double[] x = new double[1024];
        double[] density = new double[1024];
        for (int i = 0; i < 1024; i++) {
            x[i] = -10 + 20.0 * i / 1023;
            density[i] = 0.22 * Math.exp(-x[i] * x[i] / 6) * (1.1 + Math.cos(4 * x[i])) * 0.6;
        }
        int size = 512;
        double[] field = new double[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double centre = 4 * Math.cos(column * 0.04);
                double y = -10 + 20.0 * row / size;
                double width = 1.2 + Math.pow(Math.sin(column * 0.04), 2) * -0.8;
                field[row * size + column] = 0.4 * (Math.exp(-Math.pow((y - centre) / width, 2))
                    + 0.6 * Math.exp(-Math.pow((y + centre) / width, 2)));
            }
        }
        List<SignalSeries> signals = List.of(ArraySeries.time("energy.total", "\u0127\u03c9", NOON, t, total),
            ArraySeries.time("energy.kinetic", "\u0127\u03c9", NOON, t, kinetic),
                ArraySeries.time("energy.potential", "\u0127\u03c9", NOON, t, potential),
            ArraySeries.time("norm.error", "", NOON, t, error));
        List<Note> notes = List.of(new Note(NOON + 5_000_000_000L, Double.NaN, NoteLevel.INFO, "", "turning point"),
            new Note(NOON + 15_300_000_000L, Double.NaN, NoteLevel.WARNING, "", "turning point"),
            new Note(NOON + 24_000_000_000L, Double.NaN, NoteLevel.ERROR, "energy.total", "energy drifts"));
        Snapshot snapshot = new Snapshot("wave packet in a trap", NOON, signals,
            List.of(new WaveformSnapshot("|\u03c8|\u00b2", "", "x", "", 24_765, NOON, x, density)),
            List.of(new ImageSnapshot("|\u03c8|\u00b2 over time", "", "t", "s", "x", "", 412, NOON, size, size, -30, 30.0 / size, -10,
                20.0 / size, field)), notes);
        List<PanelSpec> panels = new ArrayList<>();
        for (PanelSpec panel : AutoLayout.of(snapshot).panels()) {
            boolean norm = panel.title().equals("norm.error");
            boolean waveform = panel.kind() == PanelKind.WAVEFORM;
            List<SeriesSpec> series = waveform ? List.of(series("|\u03c8|\u00b2", LineStyle.AREA, AxisSide.LEFT)) : panel.series();
            AxisSpec y = norm ? log("") : waveform ? new AxisSpec(Scale.LINEAR, OptionalDouble.empty(), OptionalDouble.empty(), "",
                "density") : panel.y();
            panels.add(new PanelSpec(norm ? "|norm \u2212 1|" : panel.title(), panel.kind(), panel.at(), panel.x(), panel.xScale(), y,
                panel.right(),
                panel.color(), panel.colormap(), series, norm ? List.of(new LimitSpec(1e-12, "limit")) : List.of()));
        }
        return new Picture(snapshot, new FigureSpec("", Map.of(), Optional.empty(), panels), 1200, 800);
    }

    private static List<SignalSeries> daily() {
        int n = 2600;
        double[] t = new double[n];
        double[] close = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        double[] volume = new double[n];
        Random random = new Random(11);
        double price = 100;
        for (int i = 0; i < n; i++) {
            t[i] = i * 86_400e9;
            price *= 1 + 0.012 * random.nextGaussian();
            close[i] = price;
            low[i] = price * (1 - 0.02 * random.nextDouble());
            high[i] = price * (1 + 0.02 * random.nextDouble());
            volume[i] = Math.rint(1e7 * Math.exp(0.4 * random.nextGaussian()));
        }
        long origin = NOON - 3000 * 86_400_000_000_000L;
        return List.of(ArraySeries.time("Close", "", origin, t, close), ArraySeries.time("Low", "", origin, t, low),
            ArraySeries.time("High", "", origin, t, high), ArraySeries.time("Volume", "", origin, t, volume));
    }

    private static List<SignalSeries> hourly() {
        int n = 24 * 4;
        double[] t = new double[n];
        double[] temperature = new double[n];
        double[] humidity = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = i * 3600e9;
            temperature[i] = 8 + 6 * Math.sin(i * 2 * Math.PI / 24) + Math.sin(i * 1.7);
            humidity[i] = 70 - 20 * Math.sin(i * 2 * Math.PI / 24);
        }
        return List.of(ArraySeries.time("air.temperature", "\u00b0C", NOON, t, temperature),
            ArraySeries.time("air.humidity", "%", NOON, t, humidity));
    }

    private static List<SignalSeries> nanoseconds() {
        double[] t = new double[200];
        double[] v = new double[200];
        for (int i = 0; i < 200; i++) {
            t[i] = i * 3;
            v[i] = Math.exp(-i * 0.02) * Math.sin(i * 0.3);
        }
        return List.of(ArraySeries.time("ringing", "mV", NOON + 123_456_789L, t, v));
    }

    private static List<SignalSeries> seconds() {
        double[] t = new double[400];
        double[] v = new double[400];
        for (int i = 0; i < 400; i++) {
            t[i] = i * 0.25e9;
            v[i] = 1234567 + 0.001 * Math.sin(i * 0.1);
        }
        return List.of(ArraySeries.time("clock.offset", "\u00b5s", NOON + 11 * 3_600_000_000_000L + 3_590_000_000_000L, t, v));
    }

    static List<SignalSeries> twelve() {
        List<SignalSeries> signals = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int phase = i;
            double[] x = IntStream.range(0, 400).mapToDouble(k -> k * 0.1).toArray();
            double[] y = IntStream.range(0, 400).mapToDouble(k -> (1 + phase * 0.2) * Math.sin(k * 0.05 + phase * 0.4) + phase).toArray();
            signals.add(ArraySeries.numbers("joint." + "abcdefghijkl".charAt(i), "rad", x, y).over("t", "s"));
        }
        return signals;
    }

    private static List<SignalSeries> longNames() {
        List<SignalSeries> signals = new ArrayList<>();
        for (String end : List.of("primary temperature sensor near the inlet", "secondary temperature sensor near the outlet of the tank",
            "set point")) {
            signals.add(sine("reactor.cooling circuit of the second stage." + end, "kelvin", 500, 300
                + end.length()).over("time since the experiment was started", "seconds"));
        }
        signals.add(sine("a single signal with a name that is really much too long to be shown in full on a card of this width, "
            + "whatever happens", "", 300, 1e-13));
        return signals;
    }

    private static List<SignalSeries> huge() {
        double[] x = IntStream.range(0, 300).mapToDouble(k -> 1e9 + k * 1e-3).toArray();
        double[] y = IntStream.range(0, 300).mapToDouble(k -> 1e-13 * Math.sin(k * 0.05)).toArray();
        double[] z = IntStream.range(0, 300).mapToDouble(k -> Math.cos(k * 0.05) * 1.7e308).toArray();
        double[] c = IntStream.range(0, 300).mapToDouble(k -> 1234567.0001 + 1e-4 * Math.cos(k * 0.05)).toArray();
        return List.of(ArraySeries.numbers("tiny", "m", x, y), ArraySeries.numbers("huge", "kg", x, z),
            ArraySeries.numbers("offset", "Hz", x, c),
            ArraySeries.numbers("constant", "1", x, new double[300]));
    }

    static Picture gaps() {
        int n = 400;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i;
            boolean missing = i % 50 > 40 && i % 50 != 45 || i > 200 && i % 3 != 0 && i < 260;
            y[i] = missing ? Double.NaN : Math.pow(10, 2 * Math.sin(i * 0.03));
        }
        double[] z = y.clone();
        z[10] = 0;
        z[60] = -3;
        Snapshot snapshot = snapshot("missing values", List.of(ArraySeries.numbers("sensor", "lx", x, y),
            ArraySeries.numbers("sensor2", "lx", x, z)));
        FigureSpec figure = new FigureSpec("gaps", Map.of(), Optional.empty(), List.of(
            panel("sensor", PanelKind.LINE, AxisSpec.AUTO, AxisSpec.AUTO, List.of(), series("sensor", LineStyle.LINE, AxisSide.LEFT)),
            panel("on a log axis", PanelKind.LINE, log("brightness"), AxisSpec.AUTO, List.of(new LimitSpec(50, "")),
                series("sensor2", LineStyle.LINE, AxisSide.LEFT))));
        return new Picture(snapshot, figure, 900, 600);
    }

    static Picture styles() {
        ArraySeries a = sine("a", "m", 120, 1);
        ArraySeries b = sine("b", "N", 120, 40);
        Snapshot snapshot = snapshot("", List.of(a, b));
        FigureSpec figure = new FigureSpec("", Map.of(), Optional.empty(), List.of(
            panel("step and right axis", PanelKind.LINE, AxisSpec.AUTO, AxisSpec.AUTO, List.of(new LimitSpec(0.5, "half")),
                series("a", LineStyle.STEP, AxisSide.LEFT),
                series("b", LineStyle.LINE, AxisSide.RIGHT)),
            panel("points", PanelKind.LINE, AxisSpec.AUTO, AxisSpec.AUTO, List.of(), series("a", LineStyle.POINTS, AxisSide.LEFT)),
            panel("area", PanelKind.LINE, AxisSpec.AUTO, AxisSpec.AUTO, List.of(), series("a", LineStyle.AREA, AxisSide.LEFT)),
            new PanelSpec("log x", PanelKind.LINE, Optional.empty(), Optional.empty(), Scale.LOG, AxisSpec.AUTO, AxisSpec.AUTO,
                AxisSpec.AUTO, "",
                List.of(series("a", LineStyle.LINE, AxisSide.LEFT)), List.of())));
        return new Picture(snapshot, figure, 900, 900);
    }

    private static Picture maps() {
        List<ImageSnapshot> images = new ArrayList<>();
        List<PanelSpec> panels = new ArrayList<>();
        double[] values = new double[40 * 30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 97 == 0 ? Double.NaN : Math.sin(i % 40 * 0.2) * Math.cos(i / 40 * 0.25);
        }
        int index = 0;
        for (String map : List.of("viridis", "magma", "cividis", "turbo", "grey", "diverging")) {
            images.add(new ImageSnapshot(map, "nm", "x", "\u00b5m", "y", "\u00b5m", 1, NOON, 30, 40, 0, 0.5, 0, 0.5, values));
            panels.add(new PanelSpec(map, PanelKind.IMAGE, Optional.of(new PanelSpec.Cell(index / 3, index % 3, 1, 1)), Optional.empty(),
                Scale.LINEAR,
                AxisSpec.AUTO, AxisSpec.AUTO, AxisSpec.AUTO, map, List.of(series(map, LineStyle.LINE, AxisSide.LEFT)), List.of()));
            index++;
        }
        Snapshot snapshot = new Snapshot("colour maps", NOON, List.of(), List.of(), images, List.of());
        return new Picture(snapshot, new FigureSpec("", Map.of(), Optional.empty(), panels), 1200, 700);
    }
}
