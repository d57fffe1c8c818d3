// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.viewer.plot.Tokens;
import org.asyncplot.viewer.source.Playback;

/** The whole course of a run: how much came when, its notes, and the moment that is shown, which the mouse moves. The toolkit's thread. */
final class TimelineView extends Pane {
    private static final double TOP = 10;
    private static final double BAND = 30;
    private static final double LABEL_BASELINE = 55;
    private static final double MARK_WIDTH = 3;
    private static final double MARK_HEIGHT = 7;
    private static final double RADIUS = 4;
    private static final double BEHIND = 0.22;
    private static final double PLAYED = 0.55;

    private final Playback playback;
    private final Canvas canvas = new Canvas();
    /** What has not been played yet is paler. */
    private final Rectangle veil = new Rectangle();
    private final Line head = new Line();
    private final Rectangle knob = new Rectangle(7, 7);
    private final Font font = Shades.font(false, 11);
    private final Text measure = new Text();
    private Tokens tokens;
    private Playback.Course drawn;
    private long drawnEndNs;
    private double drawnWidth;
    private Playback.State state;

    TimelineView(Playback playback, Runnable taken) {
        this.playback = playback;
        measure.setFont(font);
        head.setStrokeWidth(1.5);
        knob.setArcWidth(7);
        knob.setArcHeight(7);
        veil.setMouseTransparent(true);
        head.setMouseTransparent(true);
        knob.setMouseTransparent(true);
        getChildren().addAll(canvas, veil, head, knob);
        setCursor(Cursor.HAND);
        setOnMousePressed(event -> {
            taken.run();
            seek(event);
        });
        setOnMouseDragged(this::seek);
    }

    private void seek(MouseEvent event) {
        event.consume();
        if (state != null && state.endNs() > 0 && getWidth() > 0) {
            playback.seek(Math.round(event.getX() / getWidth() * state.endNs()));
        }
    }

    void paint(Tokens colours) {
        tokens = colours;
        veil.setFill(Shades.color(tokens.background(), 0.6));
        head.setStroke(Shades.color(tokens.text()));
        knob.setFill(Shades.color(tokens.text()));
        drawn = null;
    }

    void update(Playback.State now) {
        state = now;
        Playback.Course course = playback.course();
        if (course != drawn || now.endNs() != drawnEndNs || getWidth() != drawnWidth) {
            drawn = course;
            drawnEndNs = now.endNs();
            drawnWidth = getWidth();
            draw(course);
        }
        double width = getWidth();
        double x = now.endNs() == 0 ? 0 : Math.max(0.75, Math.min(width - 0.75, (double) now.momentNs() / now.endNs() * width));
        boolean shown = now.recorded() && now.mode() != Playback.Mode.LIVE;
        head.setVisible(shown);
        knob.setVisible(shown);
        veil.setVisible(shown);
        head.setStartX(x);
        head.setEndX(x);
        head.setStartY(TOP - 4);
        head.setEndY(TOP + BAND);
        knob.setX(x - knob.getWidth() / 2);
        knob.setY(TOP - 7);
        veil.setX(x);
        veil.setY(TOP);
        veil.setWidth(Math.max(0, width - x));
        veil.setHeight(BAND);
    }

    private void draw(Playback.Course course) {
        double width = getWidth();
        canvas.setWidth(width);
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, getHeight());
        g.setFill(Shades.color(tokens.accent(), BEHIND));
        g.fillRoundRect(0, TOP, width, BAND, 2 * RADIUS, 2 * RADIUS);
        if (width <= 0 || state.endNs() <= 0) {
            return;
        }
        drawActivity(g, course, width);
        drawNotes(g, course, width);
        drawLabels(g, width);
    }

    private void drawActivity(GraphicsContext g, Playback.Course course, double width) {
        long most = 1;
        for (long count : course.activity()) {
            most = Math.max(most, count);
        }
        // A run that grows is longer than its course by now.
        double covered = width * course.lengthNs() / state.endNs();
        g.setFill(Shades.color(tokens.accent(), PLAYED));
        for (int i = 0; i < course.activity().length; i++) {
            double left = Math.floor(covered * i / course.activity().length);
            double right = Math.floor(covered * (i + 1) / course.activity().length);
            // By the root, or a single burst would leave nothing to be seen of the rest.
            double height = (BAND - 2 * RADIUS) * Math.sqrt((double) course.activity()[i] / most);
            g.fillRect(left, Math.round(TOP + BAND - RADIUS - height), Math.max(0, right - left), Math.round(height));
        }
    }

    private void drawNotes(GraphicsContext g, Playback.Course course, double width) {
        for (Note note : course.marks()) {
            double x = Math.max(0, Math.min(1, (double) playback.momentNs(note) / state.endNs())) * (width - MARK_WIDTH);
            g.setFill(Shades.color(note.level() == NoteLevel.ERROR ? tokens.limit() : note.level() == NoteLevel.WARNING ? tokens.warning()
                : tokens.muted()));
            g.fillRoundRect(Math.round(x), TOP - 4, MARK_WIDTH, MARK_HEIGHT, MARK_WIDTH, MARK_WIDTH);
        }
    }

    private void drawLabels(GraphicsContext g, double width) {
        TimelineScale scale = TimelineScale.of(state.endNs() * 1e-9, width);
        g.setFont(font);
        for (int i = 0; i < scale.count(); i++) {
            measure.setText(scale.label(i));
            double half = measure.getLayoutBounds().getWidth() / 2;
            double x = scale.at(i) / scale.lengthS() * width;
            g.setFill(Shades.color(tokens.background(), 0.5));
            g.fillRect(Math.round(x), TOP, 1, BAND);
            g.setFill(Shades.color(tokens.muted()));
            g.fillText(measure.getText(), Math.max(0, Math.min(width - 2 * half, x - half)), LABEL_BASELINE);
        }
    }
}
