// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.LimitSpec;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.TooManySamplesException;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.series.YRange;

/** A panel of y over x: signals or waveforms, on one or two axes, with limits and notes. */
final class XyPanel implements PanelView {
    private final Kit kit;
    private final PanelSpec spec;
    private final List<Line> lines;
    private final XAxis xAxis;
    private final List<Note> notes;
    private final List<String> absent;
    private final List<String> tooLong = new ArrayList<>();
    private final AxesFrame axes;
    private final Legend legend;
    private final List<Curve> curves = new ArrayList<>();
    private Box card = new Box(0, 0, 0, 0);
    private AxisScale xScale;
    private AxisScale leftScale;
    private AxisScale rightScale;
    private final boolean begun;
    private String message = "";
    private boolean empty;

    XyPanel(Kit kit, PanelSpec spec, List<Line> lines, XAxis xAxis, List<Note> notes, List<String> absent) {
        this.kit = kit;
        this.spec = spec;
        this.lines = lines;
        this.xAxis = xAxis;
        this.notes = notes;
        this.absent = absent;
        begun = lines.stream().anyMatch(line -> !line.value().isEmpty());
        axes = new AxesFrame(kit);
        legend = kit.legend();
    }

    @Override
    public void layout(Box newCard, int leftPx, int rightPx) {
        card = newCard;
        curves.clear();
        tooLong.clear();
        legend.layout(spec.title(), entries(false), lines.isEmpty() ? "" : String.join("; ", absent), card);
        Box plot = PanelRoom.plot(kit, card, legend, leftPx, rightPx);
        axes.place(card, plot);
        message = "";
        if (plot.isEmpty()) {
            return;
        }
        if (xAxis.range().isEmpty()) {
            boolean lost = lines.stream().anyMatch(line -> line.value().equals(Messages.NOT_RECORDED));
            boolean nothing = lines.isEmpty() && !absent.isEmpty();
            message = nothing ? absent.get(0) : lost ? Messages.NOT_RECORDED : begun ? "no finite x" : "no samples yet";
            return;
        }
        XRange range = xAxis.range().get();
        xScale = xAxis.log() ? new LogScale(range.from(), range.to(), plot.width())
            : new LinearScale(range.from(), range.to(), plot.width());
        for (Line line : lines) {
            curves.add(new Curve(line.rgb(), line.spec().style(), line.spec().axis(), traces(line, range, plot.width())));
        }
        empty = curves.stream().allMatch(curve -> curve.extremes().isEmpty() && curve.crossing(xScale).isEmpty());
        message = !empty ? "" : !problems().isEmpty() ? problems().get(0)
            : curves.stream().anyMatch(Curve::hasSamples) ? "no finite values" : "no samples here";
        layoutAxes(range, plot);
        legend.layout(spec.title(), entries(true), remark(), card);
        // Laid out anew, with what the axes told; where there is no room for it, it stays away.
        PanelRoom.plot(kit, card, legend, leftPx, rightPx);
    }

    private List<Trace> traces(Line line, XRange range, int columns) {
        try {
            return xAxis.log() ? LogStretches.traces(line.source(), range, columns) : List.of(line.source().trace(range, columns));
        } catch (TooManySamplesException refused) {
            tooLong.add(refused.getMessage());
            return List.of();
        }
    }

    @Override
    public List<String> problems() {
        return Stream.concat(absent.stream(), tooLong.stream()).distinct().toList();
    }

    private void layoutAxes(XRange range, Box plot) {
        if (xAxis.type() == XType.TIME) {
            axes.time(range, xAxis.name());
        } else {
            axes.numbers(xScale, xAxis.name(), xAxis.unit());
        }
        List<Double> limits = spec.limits().stream().map(LimitSpec::y).collect(Collectors.toList());
        boolean onRight = lines.stream().anyMatch(line -> line.spec().axis() == AxisSide.RIGHT);
        boolean onLeft = lines.stream().anyMatch(line -> line.spec().axis() == AxisSide.LEFT) || !limits.isEmpty();
        leftScale = ValueAxis.scale(spec.y(), extremes(AxisSide.LEFT, spec.y()), limits, plot.height());
        rightScale = ValueAxis.scale(spec.right(), extremes(AxisSide.RIGHT, spec.right()), List.of(), plot.height());
        if (!PanelRoom.hasLabels(kit, card, plot)) {
            return;
        }
        if (onLeft && !(empty && limits.isEmpty())) {
            axes.left(leftScale, note -> ValueAxis.title(spec.y(), unit(AxisSide.LEFT), note));
        }
        if (onRight && !empty) {
            axes.right(rightScale, note -> ValueAxis.title(spec.right(), unit(AxisSide.RIGHT), note));
        }
    }

    private YRange extremes(AxisSide side, AxisSpec axis) {
        YRange samples = curves.stream().filter(curve -> curve.side() == side).flatMap(curve -> curve.traces().stream())
            .map(trace -> axis.scale() == Scale.LOG ? Positive.extremes(trace) : trace.extremes())
            .reduce(YRange.NONE, YRange::union);
        return !samples.isEmpty() ? samples : curves.stream().filter(curve -> curve.side() == side).map(curve -> curve.crossing(xScale))
            .filter(seen -> axis.scale() != Scale.LOG || seen.low() > 0).reduce(YRange.NONE, YRange::union);
    }

    /** The unit that all series of an axis share, else none. */
    private String unit(AxisSide side) {
        List<String> units = lines.stream().filter(line -> line.spec().axis() == side).map(Line::unit).distinct()
            .collect(Collectors.toList());
        return units.size() == 1 ? shown(units.get(0)) : "";
    }

    /** The unit of pure numbers says nothing. */
    private static String shown(String unit) {
        return unit.equals("1") ? "" : unit;
    }

    private List<Legend.Entry> entries(boolean placed) {
        List<Legend.Entry> entries = new ArrayList<>();
        String unitShown = "";
        for (Line line : lines) {
            if (spec.kind() == PanelKind.WAVEFORM) {
                entries.add(new Legend.Entry(line.rgb(), line.name().equals(spec.title()) ? "" : line.name(), line.value()));
                continue;
            }
            boolean repeated = shown(line.unit()).equals(unitShown);
            unitShown = shown(line.unit());
            String unit = repeated || unitShown.isEmpty() || line.value().isEmpty() ? "" : " " + unitShown;
            String label = line.name().equals(spec.title()) ? "" : line.name();
            entries.add(new Legend.Entry(line.rgb(), label, line.value() + unit));
        }
        for (LimitSpec limit : spec.limits()) {
            String where = !placed || limit.y() <= leftScale.high() && limit.y() >= leftScale.low() ? ""
                : limit.y() > leftScale.high() ? " \u2191" : " \u2193";
            entries.add(new Legend.Entry(kit.tokens().limit(), limit.label().isEmpty() ? "limit" : limit.label(),
                NumberText.value(limit.y()) + where));
        }
        return entries;
    }

    private String remark() {
        if (!problems().isEmpty()) {
            return empty ? "" : String.join("; ", problems());
        }
        Positive.Hidden hidden = curves.stream()
            .filter(curve -> (curve.side() == AxisSide.LEFT ? spec.y() : spec.right()).scale() == Scale.LOG)
            .flatMap(curve -> curve.traces().stream()).map(Positive::notShown).reduce(Positive.Hidden.NONE, Positive.Hidden::and);
        return hidden.least() == 0 ? "" : (hidden.exact() ? "" : "at least ") + NumberText.value(hidden.least())
            + (hidden.least() == 1 ? " value" : " values") + " \u2264 0 not shown";
    }

    @Override
    public int neededLeftPx() {
        boolean known = !card.isEmpty();
        return known ? axes.neededLeftPx() : axes.likelyPx(ValueAxis.title(spec.y(), unit(AxisSide.LEFT), ""));
    }

    @Override
    public int neededRightPx() {
        boolean known = !card.isEmpty();
        boolean used = lines.stream().anyMatch(line -> line.spec().axis() == AxisSide.RIGHT);
        return known ? axes.neededRightPx() : used ? axes.likelyPx(ValueAxis.title(spec.right(), unit(AxisSide.RIGHT), "")) : 0;
    }

    @Override
    public void paint(Canvas canvas) {
        legend.paint(canvas, card);
        Box plot = axes.plot();
        if (plot.isEmpty()) {
            return;
        }
        axes.paintGrid(canvas);
        if (!message.isEmpty() && PanelRoom.hasLabels(kit, card, plot)) {
            Messages.paint(canvas, kit, plot, message);
        }
        if (curves.isEmpty()) {
            return;
        }
        for (Curve curve : curves) {
            kit.curves().paint(canvas, plot, curve, xScale, curve.side() == AxisSide.LEFT ? leftScale : rightScale);
        }
        for (LimitSpec limit : spec.limits()) {
            paintLimit(canvas, plot, limit);
        }
        NoteMarks.paint(canvas, kit, plot, notes, xAxis, xScale);
        axes.paintLabels(canvas);
    }

    @Override
    public Optional<PanelLayout> placed() {
        Box plot = axes.plot();
        if (curves.isEmpty() || plot.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PanelLayout(spec, plot.x(), plot.y(), plot.width(), plot.height(), xAxis.type(), xAxis.name(), xAxis.unit(),
            xAxis.range().orElseThrow(), xAxis.log(), leftScale.low(), leftScale.high(), spec.y().scale() == Scale.LOG));
    }

    private void paintLimit(Canvas canvas, Box plot, LimitSpec limit) {
        double px = leftScale.px(limit.y());
        if (!(px >= 0 && px <= plot.height())) {
            return;
        }
        int thick = kit.px(1);
        int y = (int) Math.max(plot.y(), Math.min(plot.bottom() - thick, Math.round(plot.bottom() - px - thick / 2.0)));
        int dash = kit.px(5);
        for (int x = plot.x(); x < plot.right(); x += 2 * dash - kit.px(1)) {
            canvas.fill(new Box(x, y, Math.min(dash, plot.right() - x), thick), kit.tokens().limit());
        }
    }
}
