// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * The head of a card: title, then each curve's colour, name and current value, in as many rows as it takes; where there is no room for all
 * of it the values go first, then the ends of long names, then the last curves.
 */
final class Legend {
    /**
     * One curve.
     *
     * @param rgb   its colour, 0 for an entry without one
     * @param name  its name, possibly empty
     * @param value its newest value, possibly empty
     */
    record Entry(int rgb, String name, String value) {
    }

    /** A piece of text or a swatch and where it lies, counted from the card's corner. */
    private record Piece(String text, TextStyle style, int rgb, double x, int row) {
    }

    private static final String SWATCH = "";
    private static final double ROW = 18;
    private static final double HEIGHT = 34;
    private static final double LEAST_HEIGHT = 29;
    private static final double FIRST_BASELINE = 21;
    private static final double PADDING = 14;
    private static final double SWATCH_WIDTH = 11;
    private static final double SWATCH_HEIGHT = 3.5;
    private static final double SWATCH_GAP = 6;
    private static final double VALUE_GAP = 6;
    private static final double ENTRY_GAP = 18;
    private static final double SHORT_NAME = 90;
    private static final double MOST_OF_CARD = 0.4;
    private static final double MOST_FOR_NAME = 0.6;
    private static final double MOST_FOR_VALUE = 0.3;

    private final Typesetter typesetter;
    private final Tokens tokens;
    private final double scale;
    private final List<Piece> pieces = new ArrayList<>();
    private double widthPx;
    private int rows;

    Legend(Typesetter typesetter, Tokens tokens, double scale) {
        this.typesetter = typesetter;
        this.tokens = tokens;
        this.scale = scale;
    }

    /**
     * Finds places for a card of a size.
     *
     * @param title   bold, possibly empty
     * @param entries in drawing order
     * @param remark  said at the right end of the first row, possibly empty
     * @param card    the card
     */
    void layout(String title, List<Entry> entries, String remark, Box card) {
        int mostRows = (int) Math.max(1, Math.floor(card.height() * MOST_OF_CARD / (ROW * scale)));
        for (int effort = 0; ; effort++) {
            double nameWidth = effort < 2 ? Double.MAX_VALUE : SHORT_NAME * scale;
            int shown = place(title, entries, remark, card, mostRows, effort < 1, nameWidth);
            if (shown == entries.size() || effort == 2) {
                return;
            }
        }
    }

    int heightPx() {
        return (int) Math.round((rows - 1) * ROW * scale + HEIGHT * scale);
    }

    /** What it takes where every pixel counts. */
    int leastHeightPx() {
        return (int) Math.round((rows - 1) * ROW * scale + LEAST_HEIGHT * scale);
    }

    void clear() {
        pieces.clear();
    }

    private int place(String title, List<Entry> entries, String remark, Box card, int mostRows, boolean values, double nameWidth) {
        pieces.clear();
        rows = 1;
        widthPx = card.width() - PADDING * scale;
        double x = PADDING * scale;
        double firstRowEnd = widthPx;
        if (!remark.isEmpty()) {
            String text = typesetter.shorten(remark, TextStyle.TICK, card.width() * 0.5);
            firstRowEnd -= typesetter.width(text, TextStyle.TICK);
            write(text, TextStyle.TICK, tokens.faint(), firstRowEnd, 0);
            firstRowEnd -= ENTRY_GAP * scale;
        }
        if (!title.isEmpty()) {
            double room = (entries.isEmpty() ? 1 : 0.6) * (firstRowEnd - x);
            String text = typesetter.shorten(title, TextStyle.TITLE, room);
            write(text, TextStyle.TITLE, tokens.text(), x, 0);
            x += typesetter.width(text, TextStyle.TITLE) + ENTRY_GAP * scale;
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String name = typesetter.shorten(entry.name(), TextStyle.LEGEND, Math.min(nameWidth, MOST_FOR_NAME * widthPx));
            String value = values || name.isEmpty() ? entry.value() : "";
            // Else a long unit would be cut by the card's edge.
            value = typesetter.shorten(value, TextStyle.LEGEND, (name.isEmpty() ? 2 : 1) * MOST_FOR_VALUE * widthPx);
            double width = width(entry, name, value);
            double more = i + 1 < entries.size() && rows == mostRows ? typesetter.width("+99", TextStyle.LEGEND) + ENTRY_GAP * scale : 0;
            if (x + width + more > (rows == 1 ? firstRowEnd : widthPx) && x > PADDING * scale) {
                if (rows == mostRows) {
                    write("+" + (entries.size() - i), TextStyle.LEGEND, tokens.faint(), x, rows - 1);
                    return i;
                }
                rows++;
                x = PADDING * scale;
            }
            x = add(entry, name, value, x);
        }
        return entries.size();
    }

    private double width(Entry entry, String name, String value) {
        double width = entry.rgb() == 0 ? 0 : (SWATCH_WIDTH + SWATCH_GAP) * scale;
        width += typesetter.width(name, TextStyle.LEGEND) + typesetter.width(value, TextStyle.LEGEND);
        return width + (name.isEmpty() || value.isEmpty() ? 0 : VALUE_GAP * scale);
    }

    private double add(Entry entry, String name, String value, double start) {
        double x = start;
        if (entry.rgb() != 0) {
            pieces.add(new Piece(SWATCH, TextStyle.LEGEND, entry.rgb(), x, rows - 1));
            x += (SWATCH_WIDTH + SWATCH_GAP) * scale;
        }
        if (!name.isEmpty()) {
            write(name, TextStyle.LEGEND, tokens.muted(), x, rows - 1);
            x += typesetter.width(name, TextStyle.LEGEND) + (value.isEmpty() ? 0 : VALUE_GAP * scale);
        }
        if (!value.isEmpty()) {
            write(value, TextStyle.LEGEND, tokens.text(), x, rows - 1);
            x += typesetter.width(value, TextStyle.LEGEND);
        }
        return x + ENTRY_GAP * scale;
    }

    private void write(String text, TextStyle style, int rgb, double x, int row) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, style, rgb, x, row));
        }
    }

    void paint(Canvas canvas, Box card) {
        for (Piece piece : pieces) {
            double x = card.x() + piece.x();
            double baseline = card.y() + (FIRST_BASELINE + piece.row() * ROW) * scale;
            if (piece.text().equals(SWATCH)) {
                double middle = baseline - typesetter.capHeight(piece.style()) / 2;
                int height = (int) Math.max(2, Math.round(SWATCH_HEIGHT * scale));
                Box swatch = new Box((int) Math.round(x), (int) Math.round(middle - height / 2.0), (int) Math.round(SWATCH_WIDTH * scale),
                    height);
                canvas.card(swatch, height / 2.0, 1, piece.rgb(), piece.rgb());
            } else {
                canvas.text(piece.text(), piece.style(), x, baseline, piece.rgb());
            }
        }
    }
}
