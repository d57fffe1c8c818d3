// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;

/** A few words in a rounded frame. */
final class Pill extends HBox {
    private static final CornerRadii ROUND = new CornerRadii(11);

    Pill(Node... content) {
        super(7, content);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(2, 10, 2, 10));
    }

    void paint(Color fill, Color border) {
        setBackground(new Background(new BackgroundFill(fill, ROUND, null)));
        setBorder(new Border(new BorderStroke(border, BorderStrokeStyle.SOLID, ROUND, new BorderWidths(1))));
    }
}
