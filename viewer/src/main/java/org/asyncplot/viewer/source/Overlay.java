// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;

/**
 * Several runs in one picture: names are led by the run's, and by its number where two runs are called the same. Signals of one name stand
 * together, whichever their run.
 */
public final class Overlay {
    private static final double SECOND_NS = 1e9;

    private final List<Layer> layers;
    private final Alignment.By by;
    private final Map<String, List<SignalSeries>> signals = new LinkedHashMap<>();
    private final List<WaveformSnapshot> waveforms = new ArrayList<>();
    private final List<ImageSnapshot> images = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /**
     * A run among others.
     *
     * @param snapshot its data
     * @param startNs  when it began, epoch ns
     * @param offset   added to its x
     */
    public record Layer(Snapshot snapshot, long startNs, Alignment.Offset offset) {
    }

    private Overlay(List<Layer> layers, Alignment.By by) {
        this.layers = layers;
        this.by = by;
    }

    /**
     * Lays runs over each other.
     *
     * @param layers one or more runs; a single one that is not moved is returned as it is
     * @param by     what their x is counted from
     * @return all their channels
     */
    public static Snapshot of(List<Layer> layers, Alignment.By by) {
        boolean plain = layers.size() == 1 && by == Alignment.By.X && layers.get(0).offset().value() == 0;
        return plain ? layers.get(0).snapshot() : new Overlay(layers, by).lay();
    }

    private Snapshot lay() {
        List<String> names = names();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Alignment.Offset offset = layers.get(i).offset();
            add(by == Alignment.By.START ? begun(layers.get(i)) : layers.get(i), layers.size() == 1 ? "" : names.get(i) + ":");
            titles.add(names.get(i) + (offset.value() == 0 ? "" : " (" + offset.text() + ")"));
        }
        long takenNs = layers.stream().mapToLong(layer -> layer.snapshot().takenNs()).max().orElse(0);
        boolean sinceStart = by == Alignment.By.START && layers.size() > 1;
        return new Snapshot(String.join(" + ", titles) + (sinceStart ? " \u00b7 from their starts" : ""), takenNs,
            signals.values().stream().flatMap(List::stream).toList(), waveforms, images, notes);
    }

    /** What was imported is older than its run. */
    private static Layer begun(Layer layer) {
        long earliestNs = layer.snapshot().signals().stream().filter(series -> series.xType() == XType.TIME && series.count() > 0)
            .mapToLong(series -> series.extent().floorNs()).min().orElse(layer.startNs());
        return new Layer(layer.snapshot(), Math.min(layer.startNs(), earliestNs), layer.offset());
    }

    private void add(Layer layer, String prefix) {
        Snapshot run = layer.snapshot();
        run.signals().forEach(series -> signals.computeIfAbsent(series.name(), name -> new ArrayList<>())
            .add(new AlignedSeries(prefix, series, layer.startNs(), by, layer.offset())));
        run.waveforms().forEach(frame -> waveforms.add(new WaveformSnapshot(prefix + frame.name(), frame.unit(), frame.xName(), frame.xUnit(),
            frame.number(), frame.timeNs(), frame.x(), frame.y())));
        run.images().forEach(frame -> images.add(new ImageSnapshot(prefix + frame.name(), frame.unit(), frame.xName(), frame.xUnit(),
            frame.yName(), frame.yUnit(), frame.number(), frame.timeNs(), frame.rows(), frame.columns(), frame.x0(), frame.dx(),
            frame.y0(), frame.dy(), frame.values())));
        run.notes().forEach(note -> add(note, layer, prefix));
    }

    /**
     * A note lies on axes of numbers by its x, on those of time by its time. Where times are shown as numbers it needs another x for each kind
     * of signal, so it is told of each channel apart.
     */
    private void add(Note note, Layer layer, String prefix) {
        Alignment.Offset offset = layer.offset();
        List<SignalSeries> concerned = layer.snapshot().signals().stream()
            .filter(series -> note.channel().isEmpty() || note.channel().equals(series.channel())).toList();
        boolean byTime = by == Alignment.By.START && concerned.stream().anyMatch(series -> series.xType() == XType.TIME);
        if (!byTime) {
            String unit = concerned.stream().filter(series -> series.xType() == XType.NUMBER).map(SignalSeries::xUnit).findFirst().orElse("");
            notes.add(new Note(note.timeNs() + (long) offset.on(XType.TIME, ""), note.x() + offset.on(XType.NUMBER, unit), note.level(),
                note.channel().isEmpty() ? "" : prefix + note.channel(), note.text()));
            return;
        }
        for (String channel : concerned.stream().map(SignalSeries::channel).distinct().toList()) {
            SignalSeries series = concerned.stream().filter(its -> its.channel().equals(channel)).findFirst().orElseThrow();
            double x = series.xType() == XType.TIME ? Samples.nsBetween(layer.startNs(), note.timeNs()) / SECOND_NS + offset.on(XType.NUMBER, "s")
                : note.x() + offset.on(XType.NUMBER, series.xUnit());
            notes.add(new Note(note.timeNs(), x, note.level(), prefix + channel, note.text()));
        }
    }

    private List<String> names() {
        List<String> runs = layers.stream().map(layer -> layer.snapshot().runName()).toList();
        Map<String, Long> counts = runs.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Map<String, Integer> numbers = new TreeMap<>();
        return runs.stream().map(name -> counts.get(name) == 1 ? name : name + "#" + numbers.merge(name, 1, Integer::sum)).toList();
    }
}
