// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Optional;
import org.asyncplot.core.figure.FigureException;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.series.Derivation;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Snapshot;

/** Paints figures at once, into two buffers in turn: one is on the screen while the other is painted. The drawing thread. */
final class FigureEasel implements Easel {
    private final LiveFigure figure;
    private final Derivation derivation = new Derivation();
    private final int[][] buffers = new int[2][0];
    private FigurePainter painter;
    private Theme theme;
    private double scale;
    private int front;
    private Picture last;
    private Snapshot data;

    FigureEasel(LiveFigure figure) {
        this.figure = figure;
    }

    @Override
    public void listener(Runnable told) {
        // Nothing comes later.
    }

    @Override
    public Optional<Picture> paint(Work work) {
        Request request = work.request();
        FigureSpec asked = figureOf(work);
        Snapshot snapshot = work.snapshot().with(asked, derivation);
        data = snapshot;
        if (painter == null || theme != request.theme() || scale != request.scale()) {
            theme = request.theme();
            scale = request.scale();
            painter = new FigurePainter(theme, request.drawnScale());
        }
        int back = 1 - front;
        int size = Math.multiplyExact(request.widthPx(), request.heightPx());
        if (buffers[back].length != size) {
            buffers[back] = new int[size];
        }
        int[] argb = buffers[back];
        FigureSpec shown = asked;
        String problem = "";
        try {
            shown = request.view().apply(asked, snapshot);
            painter.paint(argb, request.widthPx(), request.heightPx(), shown, snapshot);
        } catch (IllegalArgumentException notToBeDrawn) {
            problem = String.valueOf(notToBeDrawn.getMessage());
            painter.paint(argb, request.widthPx(), request.heightPx(), empty(asked), snapshot);
        }
        front = back;
        boolean titled = !asked.title().isEmpty();
        Picture.Heading heading = new Picture.Heading(titled ? asked.title() : snapshot.runName(), titled ? snapshot.runName() : "");
        last = new Picture(argb, request.widthPx(), request.heightPx(), request, painter.lastLayout(), heading, problem,
            work.probesNs());
        return Optional.of(last);
    }

    private FigureSpec figureOf(Work work) {
        try {
            return figure.of(work.snapshot(), work.sentFigure());
        } catch (FigureException unreadable) {
            return new LiveFigure(Optional.empty(), false).of(work.snapshot(), Optional.empty());
        }
    }

    private static FigureSpec empty(FigureSpec figure) {
        return new FigureSpec(figure.title(), figure.signals(), Optional.empty(), List.of());
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public Optional<Picture> finished(Request wanted) {
        return Optional.empty();
    }

    @Override
    public Picture last() {
        return last;
    }

    @Override
    public Snapshot data(Snapshot shown) {
        return data == null ? shown : data;
    }

    @Override
    public boolean isOutdated(RunState state) {
        return false;
    }

    @Override
    public String complaint() {
        return "";
    }

    @Override
    public void close() {
        // Nothing is being painted between two calls.
    }
}
