// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.WaveformSnapshot;

/** Several runs in one picture: names are led by the run's, and by its number where two runs are called the same. */
public final class Overlay {
    private Overlay() {
    }

    /**
     * Lays runs over each other.
     *
     * @param runs one or more snapshots; a single one is returned as it is
     * @return all their channels
     */
    public static Snapshot of(List<Snapshot> runs) {
        if (runs.size() == 1) {
            return runs.get(0);
        }
        List<PrefixedSeries> signals = new ArrayList<>();
        List<WaveformSnapshot> waveforms = new ArrayList<>();
        List<ImageSnapshot> images = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<String> names = names(runs);
        for (int i = 0; i < runs.size(); i++) {
            Snapshot run = runs.get(i);
            String prefix = names.get(i) + ":";
            run.signals().forEach(series -> signals.add(new PrefixedSeries(prefix, series)));
            run.waveforms().forEach(frame -> waveforms.add(new WaveformSnapshot(prefix + frame.name(), frame.unit(), frame.xName(), frame.xUnit(),
                frame.number(), frame.timeNs(), frame.x(), frame.y())));
            run.images().forEach(frame -> images.add(new ImageSnapshot(prefix + frame.name(), frame.unit(), frame.xName(), frame.xUnit(),
                frame.yName(), frame.yUnit(), frame.number(), frame.timeNs(), frame.rows(), frame.columns(), frame.x0(), frame.dx(),
                frame.y0(), frame.dy(), frame.values())));
            run.notes().forEach(note -> notes.add(new Note(note.timeNs(), note.x(), note.level(),
                note.channel().isEmpty() ? "" : prefix + note.channel(), note.text())));
        }
        long takenNs = runs.stream().mapToLong(Snapshot::takenNs).max().orElse(0);
        return new Snapshot(String.join(" + ", names), takenNs, new ArrayList<>(signals), waveforms, images, notes);
    }

    private static List<String> names(List<Snapshot> runs) {
        Map<String, Long> counts = runs.stream().collect(Collectors.groupingBy(Snapshot::runName, Collectors.counting()));
        Map<String, Integer> numbers = new TreeMap<>();
        return runs.stream().map(Snapshot::runName)
            .map(name -> counts.get(name) == 1 ? name : name + "#" + numbers.merge(name, 1, Integer::sum)).toList();
    }
}
