// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.asyncplot.viewer.plot.PanelLayout;
import org.asyncplot.viewer.plot.Theme;

/** What the window shows and what keys and mouse make of it, without a toolkit. One thread changes it, any may look. Places are device pixels. */
final class WindowModel {
    private static final double WHEEL_FACTOR = 0.85;
    /** Half of this is a click whose hand shook. */
    private static final double LEAST_BOX_PX = 6;

    private final Consumer<Request> ask;
    private volatile View view = View.START;
    private volatile Theme theme;
    private volatile boolean paused;
    private int widthPx;
    private int heightPx;
    private double scale;
    private volatile List<PanelLayout> panels = List.of();
    private PanelLayout dragged;
    private View dragStart;
    private double startXPx;
    private double startYPx;

    WindowModel(Theme theme, int width, int height, Consumer<Request> ask) {
        this.theme = theme;
        this.ask = ask;
        widthPx = width;
        heightPx = height;
        scale = 1;
    }

    /** The window has another size; nothing is asked for where it has not. */
    void resize(double width, double height, double newScale) {
        int newWidth = (int) Math.max(1, Math.round(width * newScale));
        int newHeight = (int) Math.max(1, Math.round(height * newScale));
        if (newWidth != widthPx || newHeight != heightPx || newScale != scale) {
            widthPx = newWidth;
            heightPx = newHeight;
            scale = newScale;
            ask();
        }
    }

    /** Where the panels of the picture on the screen lie. */
    void shown(List<PanelLayout> layout) {
        panels = layout;
    }

    void ask() {
        ask.accept(new Request(view, theme, widthPx, heightPx, scale, paused));
    }

    List<PanelLayout> panels() {
        return panels;
    }

    private void show(View other) {
        view = other;
        ask();
    }

    void togglePause() {
        paused = !paused;
        ask();
    }

    void toggleTheme() {
        theme = theme == Theme.DARK ? Theme.LIGHT : Theme.DARK;
        ask();
    }

    /** Back to the newest data. */
    void live() {
        paused = false;
        show(view.live());
    }

    void whole() {
        show(view.whole());
    }

    /** Follows so many times the length that is shown now. */
    void follow(double factor) {
        paused = false;
        show(view.following(panels, factor));
    }

    /** Turns the wheel by so many notches, positive to come nearer. */
    void wheel(double xPx, double yPx, double notches, boolean values) {
        double factor = Math.pow(WHEEL_FACTOR, notches);
        at(xPx, yPx).ifPresent(panel -> show(values ? view.zoomedY(panel, yPx, factor) : view.zoomed(panel, xPx, factor)));
    }

    /** Begins to drag; false outside the plots. */
    boolean press(double xPx, double yPx) {
        dragged = at(xPx, yPx).orElse(null);
        dragStart = view;
        startXPx = xPx;
        startYPx = yPx;
        return dragged != null;
    }

    /** Moves what is shown along with the pointer. */
    void pan(double xPx, double yPx) {
        if (dragged != null && (xPx != startXPx || yPx != startYPx)) {
            show(dragStart.panned(dragged, xPx - startXPx, yPx - startYPx));
        }
    }

    /** Ends a box that was drawn from where the drag began; a flat one is a stretch of x. */
    void box(double xPx, double yPx) {
        if (dragged == null || Math.abs(xPx - startXPx) < LEAST_BOX_PX * scale / 2) {
            return;
        }
        boolean flat = Math.abs(yPx - startYPx) < LEAST_BOX_PX * scale;
        show(flat ? view.boxedX(dragged, startXPx, xPx) : view.boxed(dragged, startXPx, startYPx, xPx, yPx));
    }

    private Optional<PanelLayout> at(double xPx, double yPx) {
        return panels.stream().filter(panel -> panel.contains(xPx, yPx)).findFirst();
    }

    Theme theme() {
        return theme;
    }

    double scale() {
        return scale;
    }

    boolean paused() {
        return paused;
    }

    View view() {
        return view;
    }

    /** How the picture departs from the newest data, and what leads back; empty where it does not. */
    String mode() {
        if (paused) {
            return "paused \u00b7 Space goes on";
        }
        return view.isLive() ? "" : "zoomed \u00b7 L goes back";
    }
}
