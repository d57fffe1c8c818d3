// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.asyncplot.viewer.plot.PanelLayout;
import org.asyncplot.viewer.plot.Tokens;

/** What lies over the picture: crosshair and its values, the box that is drawn, help, messages. The toolkit's thread. */
final class OverlayView extends Pane {
    private static final double CARD_GAP = 14;
    private static final double MESSAGE_EDGE = 18;
    private static final Duration MESSAGE_SHOWN = Duration.seconds(5);

    private final Line vertical = new Line();
    private final Line horizontal = new Line();
    private final Rectangle box = new Rectangle();
    /** Takes the picture back while the help is read. */
    private final Rectangle veil = new Rectangle();
    private final Card values = new Card(Shades.font(false, 12), Shades.font(false, 12));
    private final Card help = new Card(Shades.font(true, 12), Shades.font(false, 12));
    private final Text message = new Text();
    private final Pill messagePill = new Pill(message);
    private final PauseTransition messageTime = new PauseTransition(MESSAGE_SHOWN);
    private Tokens tokens;
    private String standing = "";

    OverlayView() {
        message.setFont(Shades.font(false, 12));
        messagePill.setVisible(false);
        messagePill.setManaged(false);
        messageTime.setOnFinished(over -> message(standing));
        vertical.setVisible(false);
        horizontal.setVisible(false);
        box.setVisible(false);
        veil.setVisible(false);
        getChildren().addAll(vertical, horizontal, box, values, messagePill, veil, help);
        setMouseTransparent(true);
    }

    void paint(Tokens colours) {
        tokens = colours;
        vertical.setStroke(Shades.color(tokens.faint(), 0.8));
        horizontal.setStroke(Shades.color(tokens.faint(), 0.8));
        veil.setFill(Shades.color(tokens.background(), 0.6));
        box.setFill(Shades.color(tokens.accent(), 0.14));
        box.setStroke(Shades.color(tokens.accent()));
        message.setFill(Shades.color(tokens.text()));
        messagePill.paint(Shades.color(tokens.bar()), Shades.color(tokens.border()));
        values.paint(tokens);
        help.paint(tokens);
        help.show(KeyHelp.ROWS, tokens);
    }

    void crosshair(Optional<Readout> readout, double scale) {
        boolean shown = readout.isPresent();
        vertical.setVisible(shown);
        horizontal.setVisible(shown);
        values.setVisible(shown);
        if (shown) {
            Readout read = readout.get();
            PanelLayout panel = read.panel();
            double x = Math.floor(read.xPx() / scale) + 0.5;
            double y = Math.floor(read.yPx() / scale) + 0.5;
            line(vertical, x, panel.top() / scale, x, (panel.top() + panel.height()) / scale);
            line(horizontal, panel.left() / scale, y, (panel.left() + panel.width()) / scale, y);
            List<Card.Row> rows = new ArrayList<>();
            rows.add(new Card.Row(panel.xName().isEmpty() ? "x" : panel.xName(), read.x(), 0));
            read.values().forEach(value -> rows.add(new Card.Row(value.name(), value.text(), value.rgb())));
            values.show(rows, tokens);
            boolean right = x + CARD_GAP + values.getWidth() <= getWidth();
            boolean below = y + CARD_GAP + values.getHeight() <= getHeight();
            values.relocate(Math.max(0, Math.round(right ? x + CARD_GAP : x - CARD_GAP - values.getWidth())),
                Math.max(0, Math.round(below ? y + CARD_GAP : y - CARD_GAP - values.getHeight())));
        }
    }

    private static void line(Line line, double x0, double y0, double x1, double y1) {
        line.setStartX(x0);
        line.setStartY(y0);
        line.setEndX(x1);
        line.setEndY(y1);
    }

    void box(double x0, double y0, double x1, double y1) {
        box.setX(Math.min(x0, x1));
        box.setY(Math.min(y0, y1));
        box.setWidth(Math.abs(x1 - x0));
        box.setHeight(Math.abs(y1 - y0));
        box.setVisible(true);
    }

    void withoutBox() {
        box.setVisible(false);
    }

    boolean helpShown() {
        return help.isVisible();
    }

    void help(boolean shown) {
        help.setVisible(shown);
        veil.setVisible(shown);
        requestLayout();
    }

    /** Says something for a few seconds. */
    void say(String text) {
        message(text);
        messageTime.playFromStart();
    }

    /** Says something as long as it is true; empty for nothing. */
    void stand(String text) {
        if (!standing.equals(text)) {
            standing = text;
            messageTime.stop();
            message(text);
        }
    }

    private void message(String text) {
        message.setText(text);
        messagePill.setVisible(!text.isEmpty());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        message.setWrappingWidth(0);
        double room = getWidth() - 4 * MESSAGE_EDGE;
        if (room > 0 && message.prefWidth(-1) > room) {
            message.setWrappingWidth(room);
        }
        veil.setWidth(getWidth());
        veil.setHeight(getHeight());
        messagePill.autosize();
        messagePill.relocate(Math.round((getWidth() - messagePill.getWidth()) / 2), Math.round(getHeight() - messagePill.getHeight() - MESSAGE_EDGE));
        help.autosize();
        help.relocate(Math.round((getWidth() - help.getWidth()) / 2), Math.round(Math.max(0, (getHeight() - help.getHeight()) / 2)));
    }
}
