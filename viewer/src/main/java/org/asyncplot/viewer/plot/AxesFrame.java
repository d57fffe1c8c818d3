// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.asyncplot.core.series.XRange;

/** The axes around a plot: grid, labels, names. Ticks carry no marks of their own; the grid does. */
final class AxesFrame {
    static final double BOTTOM = 27;
    static final double LABEL_GAP = 7;
    private static final double NAME_ROOM = 16;
    private static final double EDGE = 8;
    private static final double NAME_EDGE = 14;
    private static final double LINE_HEIGHT = 13;
    private static final double LABEL_BASELINE = 18;
    private static final double VALUE_GAP = 0;
    private static final double VALUE_COMFORT = 20;
    private static final double X_GAP = 9;
    private static final double X_COMFORT = 40;
    private static final double NAME_GAP = 14;
    private static final double MOST_FOR_NAME = 0.35;
    private static final String TYPICAL_LABEL = "0.25";

    private final Kit kit;
    private Box card = new Box(0, 0, 0, 0);
    private Box plot = card;
    private Ticks xTicks = Ticks.NONE;
    private Ticks left = Ticks.NONE;
    private Ticks right = Ticks.NONE;
    private String xName = "";
    private double xNameAt;
    private String leftName = "";
    private String rightName = "";

    AxesFrame(Kit kit) {
        this.kit = kit;
    }

    void place(Box newCard, Box newPlot) {
        card = newCard;
        plot = newPlot;
        xTicks = Ticks.NONE;
        left = Ticks.NONE;
        right = Ticks.NONE;
        xName = "";
        leftName = "";
        rightName = "";
    }

    Box plot() {
        return plot;
    }

    Ticks xTicks() {
        return xTicks;
    }

    Ticks leftTicks() {
        return left;
    }

    /** Whether the name of the x axis, if it has one, keeps its distance from what reaches from one place to another. */
    boolean isClearOfXName(double fromPx, double toPx) {
        return xName.isEmpty() || toPx <= xNameAt || fromPx >= xNameAt + kit.typesetter().width(xName, TextStyle.TICK);
    }

    /** An axis of time; its name says the zone. */
    void time(XRange range, String name) {
        List<TimeStep> steps = TimeStep.of(range, plot.width());
        String full = fitName(name.isEmpty() ? "UTC" : name + " \u00b7 UTC", "UTC");
        if (besideName(room -> room.best(steps), note -> full)) {
            return;
        }
        xName = full;
        xTicks = xRoom(xName, X_COMFORT).best(steps);
        if (xTicks.labels() < AxisRoom.FEWEST_LABELS) {
            xName = "UTC";
            xTicks = xRoom(xName, X_COMFORT).best(steps);
        }
        xNameAt = xNameStart(xName);
    }

    /** An axis of numbers. */
    void numbers(AxisScale scale, String name, String unit) {
        String plain = ValueAxis.nameAndUnit(name, unit) + (scale instanceof LogScale ? " \u00b7 log" : "");
        String fitting = fitName(plain.startsWith(" \u00b7 ") ? plain.substring(3) : plain, unit);
        if (besideName(room -> ValueAxis.ticks(scale, room), note -> joined(fitting, note))) {
            return;
        }
        xTicks = ValueAxis.ticks(scale, xRoom(fitting, X_COMFORT));
        xName = joined(fitting, xTicks.note());
        xTicks = ValueAxis.ticks(scale, xRoom(xName, X_COMFORT));
        if (xTicks.labels() < AxisRoom.FEWEST_LABELS && !xName.equals(xTicks.note())) {
            xName = xTicks.note();
            xTicks = ValueAxis.ticks(scale, xRoom(xName, X_COMFORT));
        }
        xNameAt = xNameStart(xName);
    }

    /**
     * Labels along the whole axis with its name among them, farther apart if need be; false if there is no room for both.
     *
     * @param ticks the ticks for a room
     * @param name  the name for the note of those
     */
    private boolean besideName(Function<AxisRoom, Ticks> ticks, UnaryOperator<String> name) {
        xTicks = ticks.apply(xRoom("", X_COMFORT));
        if (placeName(name.apply(xTicks.note()))) {
            return true;
        }
        double length = kit.typesetter().width(xName, TextStyle.TICK) / kit.scale();
        xTicks = ticks.apply(xRoom("", length + 2 * NAME_GAP));
        return xTicks.labels() >= AxisRoom.FEWEST_LABELS && placeName(name.apply(xTicks.note()));
    }

    private static String joined(String name, String note) {
        return name.isEmpty() || note.isEmpty() ? name + note : name + " \u00b7 " + note;
    }

    /** Names the x axis where its labels leave room: at its end, else just before the last label; false if there is none. */
    private boolean placeName(String name) {
        xName = name;
        xNameAt = xNameStart(name);
        double gap = NAME_GAP * kit.scale();
        List<Tick> labelled = xTicks.ticks().stream().filter(Tick::labelled).toList();
        if (name.isEmpty() || labelled.isEmpty()) {
            return true;
        }
        Tick last = labelled.get(labelled.size() - 1);
        if (plot.x() + last.startPx() + last.extentPx() + gap <= xNameAt) {
            return true;
        }
        xNameAt = plot.x() + last.startPx() - gap - kit.typesetter().width(name, TextStyle.TICK);
        Tick before = labelled.size() > 1 ? labelled.get(labelled.size() - 2) : null;
        return before == null ? xNameAt >= card.x() + EDGE * kit.scale()
            : plot.x() + before.startPx() + before.extentPx() + gap <= xNameAt;
    }

    void left(AxisScale scale, UnaryOperator<String> nameWithNote) {
        left = ValueAxis.ticks(scale, valueRoom());
        leftName = fitUpwards(nameWithNote.apply(left.note()), left.note());
    }

    void right(AxisScale scale, UnaryOperator<String> nameWithNote) {
        right = ValueAxis.ticks(scale, valueRoom());
        rightName = fitUpwards(nameWithNote.apply(right.note()), right.note());
    }

    int neededLeftPx() {
        return needed(left, leftName);
    }

    int neededRightPx() {
        return needed(right, rightName);
    }

    /** What an axis takes whose labels are not known yet. */
    int likelyPx(String name) {
        double typical = kit.typesetter().width(TYPICAL_LABEL, TextStyle.TICK);
        return (int) Math.ceil(typical + (LABEL_GAP + EDGE + (name.isEmpty() ? 0 : NAME_ROOM)) * kit.scale());
    }

    private int needed(Ticks ticks, String name) {
        if (ticks.ticks().isEmpty()) {
            return 0;
        }
        double widest = 0;
        for (Tick tick : ticks.ticks()) {
            widest = Math.max(widest, kit.typesetter().width(tick.label(), TextStyle.TICK));
        }
        return (int) Math.ceil(widest + (LABEL_GAP + EDGE + (name.isEmpty() ? 0 : NAME_ROOM)) * kit.scale());
    }

    private AxisRoom valueRoom() {
        double scale = kit.scale();
        return new AxisRoom(plot.height(), LINE_HEIGHT / 2 * scale, LINE_HEIGHT / 2 * scale, VALUE_GAP * scale, VALUE_COMFORT * scale,
            text -> LINE_HEIGHT * scale);
    }

    private AxisRoom xRoom(String name, double comfort) {
        double scale = kit.scale();
        double before = plot.x() - card.x() - EDGE * scale;
        double after = card.right() - EDGE * scale - plot.right();
        if (!name.isEmpty()) {
            after = xNameStart(name) - X_GAP * scale - plot.right();
        }
        return new AxisRoom(plot.width(), before, after, X_GAP * scale, comfort * scale,
            text -> kit.typesetter().width(text, TextStyle.TICK));
    }

    private double xNameStart(String name) {
        return card.right() - NAME_EDGE * kit.scale() - kit.typesetter().width(name, TextStyle.TICK);
    }

    private String fitName(String name, String shorter) {
        double room = MOST_FOR_NAME * plot.width();
        return kit.typesetter().width(name, TextStyle.TICK) <= room ? name
            : kit.typesetter().width(shorter, TextStyle.TICK) <= room ? shorter : "";
    }

    /** What the labels leave out must be said, whatever the room; a name is shortened. */
    private String fitUpwards(String name, String note) {
        double room = plot.height() + 2 * EDGE * kit.scale();
        if (kit.typesetter().width(name, TextStyle.TICK) <= room) {
            return name;
        }
        return note.isEmpty() ? kit.typesetter().shorten(name, TextStyle.TICK, room) : note;
    }

    void paintGrid(Canvas canvas) {
        int line = kit.px(1);
        int rgb = kit.tokens().grid();
        for (Tick tick : xTicks.ticks()) {
            canvas.fill(new Box(gridX(tick, line), plot.y(), line, plot.height()), rgb);
        }
        for (Tick tick : left.ticks().isEmpty() ? right.ticks() : left.ticks()) {
            canvas.fill(new Box(plot.x(), gridY(tick, line), plot.width(), line), rgb);
        }
        canvas.fill(new Box(plot.x(), plot.bottom() - line, plot.width(), line), rgb);
    }

    private int gridX(Tick tick, int line) {
        return (int) Math.max(plot.x(), Math.min(plot.right() - line, Math.floor(plot.x() + tick.atPx() - (line - 1) / 2.0)));
    }

    private int gridY(Tick tick, int line) {
        return (int) Math.max(plot.y(), Math.min(plot.bottom() - line, Math.floor(plot.bottom() - tick.atPx() - (line - 1) / 2.0)));
    }

    void paintLabels(Canvas canvas) {
        double scale = kit.scale();
        int muted = kit.tokens().muted();
        double baseline = plot.bottom() + LABEL_BASELINE * scale;
        boolean roomBelow = card.bottom() - plot.bottom() >= kit.px(BOTTOM);
        for (Tick tick : roomBelow ? xTicks.ticks() : List.<Tick>of()) {
            canvas.text(tick.label(), TextStyle.TICK, plot.x() + tick.startPx(), baseline, muted);
        }
        if (roomBelow && !xName.isEmpty()) {
            canvas.text(xName, TextStyle.TICK, xNameAt, baseline, muted);
        }
        double capHeight = kit.typesetter().capHeight(TextStyle.TICK);
        for (Tick tick : left.ticks()) {
            double width = kit.typesetter().width(tick.label(), TextStyle.TICK);
            canvas.text(tick.label(), TextStyle.TICK, plot.x() - LABEL_GAP * scale - width, labelBaseline(tick, capHeight), muted);
        }
        for (Tick tick : right.ticks()) {
            canvas.text(tick.label(), TextStyle.TICK, plot.right() + LABEL_GAP * scale, labelBaseline(tick, capHeight), muted);
        }
        upwards(canvas, leftName, card.x() + EDGE * scale + capHeight + 3 * scale);
        upwards(canvas, rightName, card.right() - EDGE * scale - 2 * scale);
    }

    private double labelBaseline(Tick tick, double capHeight) {
        return plot.bottom() - tick.startPx() - tick.extentPx() / 2 + capHeight / 2;
    }

    private void upwards(Canvas canvas, String name, double baseline) {
        if (!name.isEmpty()) {
            double length = kit.typesetter().width(name, TextStyle.TICK);
            canvas.textUpwards(name, TextStyle.TICK, baseline, plot.y() + (plot.height() + length) / 2, kit.tokens().muted());
        }
    }
}
