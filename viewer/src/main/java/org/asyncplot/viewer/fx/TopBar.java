// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.asyncplot.viewer.plot.Tokens;
import org.asyncplot.viewer.source.RunStatus;

/** Run, state and trust figures, where a picture has its header. The toolkit's thread. */
final class TopBar extends Pane {
    static final double HEIGHT = 34;
    private static final double EDGE = 16;
    private static final double GAP = 14;
    private static final double SMALL_GAP = 4;
    private static final double DOT = 3.5;
    /** What goes first where the window is narrow: places in {@link TrustLine}. */
    private static final int[] LEAST_IMPORTANT = {3, 2, 5, 4, 6, 1, 0};

    private final Text title = new Text();
    private final Text run = new Text();
    private final Circle dot = new Circle(DOT);
    private final Text state = new Text();
    private final Pill statePill = new Pill(dot, state);
    private final Text mode = new Text();
    private final Pill modePill = new Pill(mode);
    private final List<HBox> trust = new ArrayList<>();
    private final Font regular = Shades.font(false, 12);
    private final Font bold = Shades.font(true, 12);
    private Tokens tokens;
    private StateText.Mood mood = StateText.Mood.ENDED;

    TopBar() {
        title.setFont(Shades.font(true, 13.5));
        run.setFont(regular);
        state.setFont(regular);
        mode.setFont(regular);
        modePill.setVisible(false);
        getChildren().addAll(title, run, statePill, modePill);
        for (int i = 0; i < LEAST_IMPORTANT.length; i++) {
            HBox part = new HBox(SMALL_GAP, text(regular), text(bold), text(regular));
            part.setAlignment(Pos.CENTER_LEFT);
            trust.add(part);
            getChildren().add(part);
        }
        setMouseTransparent(true);
    }

    private static Text text(Font font) {
        Text text = new Text();
        text.setFont(font);
        return text;
    }

    void paint(Tokens colours) {
        tokens = colours;
        setBackground(new Background(new BackgroundFill(Shades.color(tokens.background()), CornerRadii.EMPTY, null)));
        title.setFill(Shades.color(tokens.text()));
        run.setFill(Shades.color(tokens.muted()));
        state.setFill(Shades.color(tokens.muted()));
        mode.setFill(Shades.color(tokens.accent()));
        statePill.paint(Shades.color(tokens.bar()), Shades.color(tokens.border()));
        modePill.paint(Shades.color(tokens.bar()), Shades.color(tokens.accent()));
        for (HBox part : trust) {
            ((Text) part.getChildren().get(0)).setFill(Shades.color(tokens.muted()));
            ((Text) part.getChildren().get(1)).setFill(Shades.color(tokens.text()));
            ((Text) part.getChildren().get(2)).setFill(Shades.color(tokens.muted()));
        }
        dot.setFill(Shades.color(dotRgb()));
    }

    private int dotRgb() {
        return switch (mood) {
            case GOOD -> tokens.good();
            case ENDED -> tokens.muted();
            case WARNING -> tokens.warning();
            case BAD -> tokens.limit();
        };
    }

    void heading(Picture.Heading heading) {
        set(title, heading.title());
        set(run, heading.run());
    }

    /** Says how the view departs from the newest data; empty where it does not. */
    void mode(String text) {
        set(mode, text);
        modePill.setVisible(!text.isEmpty());
        requestLayout();
    }

    void tell(StatusReport report) {
        if (!report.runs().isEmpty()) {
            StateText worst = null;
            for (RunStatus status : report.runs()) {
                StateText its = StateText.of(status, Instant.now(), ZoneId.systemDefault());
                worst = worst == null || its.mood().compareTo(worst.mood()) > 0 ? its : worst;
            }
            String more = report.runs().size() == 1 ? "" : report.runs().size() + " runs \u00b7 ";
            set(state, more + worst.text());
            if (mood != worst.mood()) {
                mood = worst.mood();
                dot.setFill(Shades.color(dotRgb()));
            }
        }
        List<TrustLine.Part> parts = TrustLine.of(report.figures());
        for (int i = 0; i < trust.size(); i++) {
            set(trust.get(i), 0, parts.get(i).label());
            set(trust.get(i), 1, parts.get(i).value());
            set(trust.get(i), 2, parts.get(i).after());
        }
    }

    private void set(HBox part, int place, String text) {
        Text node = (Text) part.getChildren().get(place);
        node.setManaged(!text.isEmpty());
        node.setVisible(!text.isEmpty());
        set(node, text);
    }

    /** A text that stays causes no picture. */
    private void set(Text node, String text) {
        if (!node.getText().equals(text)) {
            node.setText(text);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double x = EDGE;
        for (Node node : List.of(title, run, statePill, modePill)) {
            boolean shown = node.isVisible() && !(node instanceof Text text && text.getText().isEmpty());
            if (shown) {
                place(node, x);
                x += node.prefWidth(-1) + GAP;
            }
        }
        double room = getWidth() - EDGE - x;
        double needed = -GAP;
        for (HBox part : trust) {
            needed += part.prefWidth(-1) + GAP;
        }
        List<HBox> shown = new ArrayList<>(trust);
        for (int i = 0; i < LEAST_IMPORTANT.length && needed > room; i++) {
            HBox part = trust.get(LEAST_IMPORTANT[i]);
            shown.remove(part);
            needed -= part.prefWidth(-1) + GAP;
        }
        double at = getWidth() - EDGE - needed;
        for (HBox part : trust) {
            part.setVisible(shown.contains(part));
            if (part.isVisible()) {
                place(part, at);
                at += part.prefWidth(-1) + GAP;
            }
        }
    }

    private static void place(Node node, double x) {
        double width = Math.ceil(node.prefWidth(-1));
        double height = node.prefHeight(-1);
        if (node.isResizable()) {
            node.resize(width, height);
        }
        node.relocate(Math.round(x), Math.round((HEIGHT - height) / 2));
    }
}
