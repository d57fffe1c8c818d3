// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.asyncplot.viewer.plot.Tokens;
import org.asyncplot.viewer.source.Playback;

/** The foot of a window whose runs can be replayed: what is done about time, and the whole course of the run. The toolkit's thread. */
final class PlayBar extends Pane {
    static final double HEIGHT = 62;
    private static final double EDGE = 16;
    private static final double GAP = 8;
    private static final double BUTTON_HEIGHT = 26;
    private static final double STATE_WIDTH = 76;
    private static final double POSITION_WIDTH = 70;
    private static final double SPEED_WIDTH = 58;
    private static final double NARROW = 560;
    private static final String BACK = "M6 0 L0 5 L6 10 Z";
    private static final String FORTH = "M0 0 L6 5 L0 10 Z";
    private static final String PLAY = "M0 0 L8 5 L0 10 Z";
    private static final String BARS = "M0 0 H3 V10 H0 Z M5 0 H8 V10 H5 Z";
    private static final String DOT = "M0 5 A4 4 0 1 1 8 5 A4 4 0 1 1 0 5 Z";

    private final Playback playback;
    private final SVGPath back = new SVGPath();
    private final SVGPath forth = new SVGPath();
    private final SVGPath sign = new SVGPath();
    private final Text word = new Text();
    private final Pill backPill = new Pill(back);
    private final Pill statePill = new Pill(sign, word);
    private final Pill forthPill = new Pill(forth);
    private final Text position = new Text();
    private final Text speed = new Text();
    private final TimelineView timeline;
    private Tokens tokens;
    private Playback.State shown;

    PlayBar(Playback playback, PlayKeys keys) {
        this.playback = playback;
        timeline = new TimelineView(playback, keys::unfreeze);
        back.setContent(BACK);
        forth.setContent(FORTH);
        word.setFont(Shades.font(true, 12));
        position.setFont(Shades.font(false, 12));
        speed.setFont(Shades.font(false, 12));
        for (Pill pill : new Pill[] {backPill, statePill, forthPill}) {
            pill.setAlignment(Pos.CENTER);
            pill.setCursor(Cursor.HAND);
        }
        backPill.setOnMousePressed(pressed -> keys.step(-1));
        forthPill.setOnMousePressed(pressed -> keys.step(1));
        statePill.setOnMousePressed(pressed -> keys.toggle());
        speed.setCursor(Cursor.HAND);
        speed.setOnMousePressed(pressed -> playback.nextSpeed(pressed.getButton() == MouseButton.PRIMARY ? 1 : -1));
        // What happens here is not for the picture.
        setOnMousePressed(event -> event.consume());
        setOnMouseDragged(event -> event.consume());
        setOnMouseReleased(event -> event.consume());
        setOnMouseClicked(event -> event.consume());
        setOnScroll(event -> {
            keys.step(event.getDeltaY() + event.getDeltaX() > 0 ? -1 : 1);
            event.consume();
        });
        getChildren().addAll(backPill, statePill, forthPill, position, speed, timeline);
    }

    void paint(Tokens colours) {
        tokens = colours;
        setBackground(new Background(new BackgroundFill(Shades.color(tokens.background()), CornerRadii.EMPTY, null)));
        backPill.paint(Shades.color(tokens.bar()), Shades.color(tokens.border()));
        forthPill.paint(Shades.color(tokens.bar()), Shades.color(tokens.border()));
        back.setFill(Shades.color(tokens.text()));
        forth.setFill(Shades.color(tokens.text()));
        position.setFill(Shades.color(tokens.text()));
        speed.setFill(Shades.color(tokens.muted()));
        timeline.paint(tokens);
        shown = null;
        update();
    }

    /** Shows how it is by now; what stays causes no picture. */
    void update() {
        Playback.State now = playback.state();
        timeline.update(now);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        boolean live = now.mode() == Playback.Mode.LIVE;
        boolean growing = live && now.grows();
        sign.setContent(growing ? DOT : now.mode() == Playback.Mode.PLAYING ? BARS : PLAY);
        set(word, !now.recorded() ? "Whole run" : growing ? "Live" : now.mode() == Playback.Mode.PLAYING ? "Pause" : live ? "Replay" : "Play");
        boolean accent = !live;
        sign.setFill(Shades.color(growing ? tokens.good() : accent ? tokens.bar() : tokens.text()));
        sign.setVisible(now.recorded());
        sign.setManaged(now.recorded());
        word.setFill(Shades.color(accent ? tokens.bar() : tokens.text()));
        statePill.paint(Shades.color(accent ? tokens.accent() : tokens.bar()), Shades.color(accent ? tokens.accent() : tokens.border()));
        TimelineScale scale = TimelineScale.of(Math.max(1e-9, now.endNs() * 1e-9), 1000);
        set(position, !now.recorded() ? "no clock" : live ? scale.position(now.endNs() * 1e-9) : scale.position(now.momentNs() * 1e-9));
        set(speed, now.recorded() ? times(now.speed()) + (now.loops() ? " loop" : "") : "");
        backPill.setDisable(!now.recorded());
        forthPill.setDisable(!now.recorded());
    }

    private static String times(double speed) {
        return BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString() + "\u00d7";
    }

    private void set(Text node, String text) {
        if (!node.getText().equals(text)) {
            node.setText(text);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double x = EDGE;
        double top = Math.round((HEIGHT - BUTTON_HEIGHT) / 2) - 4;
        for (Pill pill : new Pill[] {backPill, statePill, forthPill}) {
            double width = pill == statePill ? Math.max(STATE_WIDTH, Math.ceil(pill.prefWidth(-1))) : BUTTON_HEIGHT + 2;
            pill.resizeRelocate(x, top, width, BUTTON_HEIGHT);
            x += width + GAP;
        }
        boolean narrow = getWidth() < NARROW;
        position.setVisible(!narrow);
        speed.setVisible(!narrow);
        if (!narrow) {
            place(position, x + GAP / 2, top);
            place(speed, x + GAP / 2 + POSITION_WIDTH, top);
            x += POSITION_WIDTH + SPEED_WIDTH;
        }
        timeline.resizeRelocate(x + GAP, 0, Math.max(0, getWidth() - EDGE - x - GAP), HEIGHT);
    }

    private static void place(Node text, double x, double top) {
        text.relocate(Math.round(x), Math.round(top + (BUTTON_HEIGHT - text.prefHeight(-1)) / 2));
    }
}
