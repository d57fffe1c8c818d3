// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Snapshot;

/** Paints into two buffers in turn: one is on the screen while the other is painted. The drawing thread. */
final class Easel {
    private static final double LEAST_SCALE = 0.5;
    private static final double MOST_SCALE = 8;

    private final int[][] buffers = new int[2][0];
    private FigurePainter painter;
    private Theme theme;
    private double scale;
    private int front;
    private Picture last;

    /**
     * Paints the back buffer and makes it the front.
     *
     * @param request  size, colours and part of the data
     * @param figure   what to draw
     * @param snapshot the data
     * @param probesNs what it shows for the first time
     * @return the picture
     */
    Picture paint(Request request, FigureSpec figure, Snapshot snapshot, List<Long> probesNs) {
        if (painter == null || theme != request.theme() || scale != request.scale()) {
            theme = request.theme();
            scale = request.scale();
            painter = new FigurePainter(theme, Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale)));
        }
        int back = 1 - front;
        int size = Math.multiplyExact(request.widthPx(), request.heightPx());
        if (buffers[back].length != size) {
            buffers[back] = new int[size];
        }
        int[] argb = buffers[back];
        FigureSpec shown = figure;
        String problem = "";
        try {
            shown = request.view().apply(figure, snapshot);
            painter.paint(argb, request.widthPx(), request.heightPx(), shown, snapshot);
        } catch (IllegalArgumentException notToBeDrawn) {
            problem = String.valueOf(notToBeDrawn.getMessage());
            painter.paint(argb, request.widthPx(), request.heightPx(), empty(figure), snapshot);
        }
        front = back;
        boolean titled = !figure.title().isEmpty();
        Picture.Heading heading = new Picture.Heading(titled ? figure.title() : snapshot.runName(), titled ? snapshot.runName() : "");
        last = new Picture(argb, request.widthPx(), request.heightPx(), request, painter.lastLayout(), heading, problem, probesNs);
        return last;
    }

    private static FigureSpec empty(FigureSpec figure) {
        return new FigureSpec(figure.title(), Map.of(), Optional.empty(), List.of());
    }

    /** The picture painted last; null before the first. */
    Picture last() {
        return last;
    }
}
