// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.asyncplot.viewer.plot.Tokens;

/** Rows of two columns on a card: keys and what they do, names and values. */
final class Card extends GridPane {
    private static final CornerRadii ROUND = new CornerRadii(7);

    private final Font left;
    private final Font right;
    private List<Row> rows = List.of();

    /**
     * One row.
     *
     * @param left  first column
     * @param right second column
     * @param rgb   colour of the first column, 0 for muted
     */
    record Row(String left, String right, int rgb) {
    }

    Card(Font left, Font right) {
        this.left = left;
        this.right = right;
        setHgap(14);
        setVgap(4);
        setPadding(new Insets(9, 13, 10, 13));
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    void paint(Tokens tokens) {
        setBackground(new Background(new BackgroundFill(Shades.color(tokens.bar()), ROUND, null)));
        setBorder(new Border(new BorderStroke(Shades.color(tokens.border()), BorderStrokeStyle.SOLID, ROUND, new BorderWidths(1))));
        show(rows, tokens);
    }

    /** Fills it and gives it the size it needs. */
    void show(List<Row> newRows, Tokens tokens) {
        rows = List.copyOf(newRows);
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            texts.add(text(row.left(), left, row.rgb() == 0 ? tokens.muted() : row.rgb(), 0, i));
            texts.add(text(row.right(), right, tokens.text(), 1, i));
        }
        getChildren().setAll(texts);
        autosize();
    }

    private static Text text(String words, Font font, int rgb, int column, int row) {
        Text text = new Text(words);
        text.setFont(font);
        text.setFill(Shades.color(rgb));
        GridPane.setConstraints(text, column, row);
        return text;
    }
}
