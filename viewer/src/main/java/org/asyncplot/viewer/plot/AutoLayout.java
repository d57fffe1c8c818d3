// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.PanelSpec.Cell;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.viewer.source.Snapshot;

/** A figure for a run that came without one. */
public final class AutoLayout {
    /** Divisible by the 1, 2, 3 and 6 panels that a row may hold. */
    private static final int GRID_COLUMNS = 6;
    private static final int FRAME_ROWS = 5;
    private static final int LINE_ROWS = 4;
    private static final int MANY = 36;

    private AutoLayout() {
    }

    /**
     * Lays out every channel of a snapshot: waveforms and images side by side on top, lines below. Signals of one unit share a panel;
     * without a unit they share one if they belong together by name and each remains readable on the common axis: the axis must not be
     * longer than ten times any of their ranges. Signals with different x axes never share. A panel holds eight signals at most.
     * Channels without samples are left out unless there are no others. What would not fit on a page of 100 rows of six panels is left out.
     *
     * @param all what there is to show
     * @return the figure; without panels if the snapshot has no channels
     */
    public static FigureSpec of(Snapshot all) {
        Snapshot begun = begun(all);
        Snapshot snapshot = begun.signals().isEmpty() && begun.waveforms().isEmpty() && begun.images().isEmpty() ? all : begun;
        List<PanelSpec> frames = new ArrayList<>();
        snapshot.waveforms().forEach(frame -> frames.add(panel(frame.name(), PanelKind.WAVEFORM, List.of(area(frame.name())))));
        snapshot.images().forEach(frame -> frames.add(panel(frame.name(), PanelKind.IMAGE, List.of(series(frame.name(), "")))));
        List<PanelSpec> lines = new ArrayList<>();
        for (SignalGroup group : SignalGroup.group(snapshot.signals())) {
            lines.add(linePanel(group));
        }
        List<PanelSpec> panels = new ArrayList<>();
        int framesPerRow = framesPerRow(frames.size());
        int linesPerRow = linesPerRow(lines.size(), frames.isEmpty());
        boolean many = FRAME_ROWS * rows(frames, framesPerRow) + LINE_ROWS * rows(lines, linesPerRow) > Cell.GRID_MAX;
        int row = place(frames, panels, framesPerRow, many ? 1 : FRAME_ROWS, 0);
        place(lines, panels, linesPerRow, many ? 1 : LINE_ROWS, row);
        return new FigureSpec("", Map.of(), Optional.empty(), List.copyOf(panels));
    }

    private static Snapshot begun(Snapshot all) {
        return new Snapshot(all.runName(), all.takenNs(), all.signals().stream().filter(signal -> signal.count() > 0).toList(),
            all.waveforms().stream().filter(frame -> !frame.isEmpty() || frame.isLost()).toList(),
            all.images().stream().filter(frame -> !frame.isEmpty() || frame.isLost()).toList(), all.notes());
    }

    private static int rows(List<PanelSpec> panels, int perRow) {
        return (panels.size() + perRow - 1) / perRow;
    }

    private static int framesPerRow(int frames) {
        if (frames > MANY) {
            return GRID_COLUMNS;
        }
        return frames == 3 || frames > 4 ? 3 : 2;
    }

    private static int linesPerRow(int lines, boolean alone) {
        if (lines <= (alone ? 5 : 3)) {
            return 1;
        }
        return lines <= 12 ? 2 : lines <= MANY ? 3 : GRID_COLUMNS;
    }

    private static int place(List<PanelSpec> from, List<PanelSpec> to, int perRow, int rows, int firstRow) {
        int row = firstRow;
        for (int start = 0; start < from.size(); start += perRow) {
            if (row + rows > Cell.GRID_MAX) {
                break;
            }
            int inRow = Math.min(perRow, from.size() - start);
            int columns = GRID_COLUMNS / (inRow < 4 ? inRow : GRID_COLUMNS);
            for (int i = 0; i < inRow; i++) {
                PanelSpec panel = from.get(start + i);
                to.add(new PanelSpec(panel.title(), panel.kind(), Optional.of(new Cell(row, i * columns, rows, columns)), panel.x(),
                    panel.xScale(), panel.y(), panel.right(), panel.color(), panel.colormap(), panel.series(), panel.limits()));
            }
            row += rows;
        }
        return row;
    }

    private static PanelSpec linePanel(SignalGroup group) {
        String title = group.title();
        List<SeriesSpec> series = group.members().stream()
            .map(member -> series(member.name(), SignalGroup.label(member, title)))
            .collect(Collectors.toUnmodifiableList());
        return panel(title, PanelKind.LINE, series);
    }

    private static PanelSpec panel(String title, PanelKind kind, List<SeriesSpec> series) {
        return new PanelSpec(title, kind, Optional.empty(), Optional.empty(), Scale.LINEAR, AxisSpec.AUTO, AxisSpec.AUTO, AxisSpec.AUTO, "",
            series, List.of());
    }

    private static SeriesSpec area(String waveform) {
        return new SeriesSpec(waveform, "", OptionalInt.empty(), LineStyle.AREA, AxisSide.LEFT);
    }

    private static SeriesSpec series(String signal, String label) {
        return new SeriesSpec(signal, label, OptionalInt.empty(), LineStyle.LINE, AxisSide.LEFT);
    }
}
