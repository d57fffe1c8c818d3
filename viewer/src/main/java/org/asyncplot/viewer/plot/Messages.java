// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/** A calm line in the middle of a plot that has nothing else to show. */
final class Messages {
    /** In place of a frame that was overwritten by later ones. */
    static final String NOT_RECORDED = "not recorded";
    private static final double MARGIN = 8;

    private Messages() {
    }

    static void paint(Canvas canvas, Kit kit, Box box, String message) {
        String text = kit.typesetter().shorten(message, TextStyle.MESSAGE, box.width());
        double width = kit.typesetter().width(text, TextStyle.MESSAGE);
        double baseline = box.y() + (box.height() + kit.typesetter().capHeight(TextStyle.MESSAGE)) / 2;
        int margin = kit.px(MARGIN);
        canvas.fill(new Box((int) (box.x() + (box.width() - width) / 2) - margin, (int) baseline - 2 * margin, (int) width + 2 * margin,
            3 * margin),
            kit.tokens().panel());
        canvas.text(text, TextStyle.MESSAGE, box.x() + (box.width() - width) / 2, baseline, kit.tokens().muted());
    }
}
