// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;

/** Notes as small marks at the foot of a plot. */
final class NoteMarks {
    private static final int HEIGHT = 7;
    private static final double WIDTH = 3;
    private static final double LEAST_DISTANCE = 2;

    private NoteMarks() {
    }

    static void paint(Canvas canvas, Kit kit, Box plot, List<Note> notes, XAxis axis, AxisScale scale) {
        XRange range = axis.range().orElseThrow();
        int width = kit.px(WIDTH);
        int height = kit.px(HEIGHT);
        double painted = Double.NEGATIVE_INFINITY;
        NoteLevel level = NoteLevel.INFO;
        for (Note note : notes) {
            double px = scale.px(axis.type() == XType.TIME ? Samples.nsBetween(range.originNs(), note.timeNs()) : note.x());
            boolean visible = px >= 0 && px <= plot.width();
            if (!visible || Math.abs(px - painted) < LEAST_DISTANCE * kit.scale() && note.level().compareTo(level) <= 0) {
                continue;
            }
            painted = px;
            level = note.level();
            int x = (int) Math.max(0, Math.min(plot.width() - width, Math.round(px - width / 2.0)));
            canvas.card(new Box(plot.x() + x, plot.bottom() - height, width, height), width / 2.0, 1, rgb(kit.tokens(), level),
                rgb(kit.tokens(), level));
        }
    }

    private static int rgb(Tokens tokens, NoteLevel level) {
        return switch (level) {
            case INFO -> tokens.muted();
            case WARNING -> tokens.warning();
            case ERROR -> tokens.limit();
        };
    }
}
