// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;
import java.util.Optional;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.XRange;

/**
 * A field in colours with a colour bar. A pixel that lies within a cell has that cell's colour; one that several cells fall on has that of
 * the {@linkplain CellPixels most conspicuous} among them, so that a single extreme cell is seen at every size.
 */
final class ImagePanel implements PanelView {
    private static final double BAR_GAP = 11;
    private static final double BAR_WIDTH = 10;
    private static final double BAR_LABEL_GAP = 6;
    private static final double EDGE = 9;
    private static final double LEAST_LABELLED_BAR = 40;

    private final Kit kit;
    private final PanelSpec spec;
    private final ImageSnapshot image;
    private final XRange xRange;
    private final AxesFrame axes;
    private final Legend legend;
    private final ColorScale colors;
    private final String[] barLabels = new String[3];
    private Box card = new Box(0, 0, 0, 0);
    private LinearScale x;
    private LinearScale y;
    private CellPixels cells;
    private int[] row = new int[0];

    ImagePanel(Kit kit, String name, PanelSpec spec, ImageSnapshot image, XRange xRange) {
        this.kit = kit;
        this.spec = spec;
        this.image = image;
        this.xRange = xRange;
        if (spec.xScale() == Scale.LOG || spec.y().scale() == Scale.LOG) {
            throw new IllegalArgumentException(name + ": the axes of an image are linear");
        }
        axes = new AxesFrame(kit);
        legend = kit.legend();
        colors = ColorScale.of(spec.color(), ColorMap.of(name, spec.colormap()), image.values());
        String unit = spec.color().unit().isEmpty() ? image.unit() : spec.color().unit();
        // A field of one value has one colour: three equal labels would tell of a range.
        boolean constant = colors.low() == colors.high();
        for (int i = 0; i < barLabels.length; i++) {
            double value = colors.at(i / 2.0);
            barLabels[i] = NumberText.value(colors.log() ? NumberText.digits(value, 2)
                : NumberText.rounded(value, colors.high() / 2 - colors.low() / 2));
        }
        String unitText = unit.isEmpty() ? "" : " " + unit;
        barLabels[0] = constant ? "" : barLabels[0];
        barLabels[1] += constant ? unitText : "";
        barLabels[2] = constant ? "" : barLabels[2] + unitText;
    }

    /** The stretch of x that the field covers. */
    static XRange extent(ImageSnapshot image) {
        double first = image.x0() - image.dx() / 2;
        double last = first + image.columns() * image.dx();
        return XRange.of(Math.min(first, last), Math.max(first, last));
    }

    @Override
    public void layout(Box newCard, int leftPx, int rightPx) {
        card = newCard;
        String size = image.isEmpty() ? ""
            : "frame " + NumberText.value(image.number()) + " \u00b7 " + image.columns() + " \u00d7 " + image.rows();
        legend.layout(spec.title(), List.of(), size, card);
        Box plot = PanelRoom.plot(kit, card, legend, leftPx, rightPx);
        axes.place(card, plot);
        if (image.isEmpty() || plot.isEmpty()) {
            x = null;
            return;
        }
        double first = image.y0() - image.dy() / 2;
        double last = first + image.rows() * image.dy();
        x = new LinearScale(xRange.from(), xRange.to(), plot.width());
        y = new LinearScale(spec.y().low().orElse(Math.min(first, last)), spec.y().high().orElse(Math.max(first, last)), plot.height());
        cells = new CellPixels(image.values(), image.columns(), colors,
            new CellPixels.Axis((x.value(0) - image.x0()) / image.dx(), (x.value(plot.width()) - image.x0()) / image.dx(), image.columns(),
                plot.width()),
            new CellPixels.Axis((y.value(plot.height()) - image.y0()) / image.dy(), (y.value(0) - image.y0()) / image.dy(), image.rows(),
                plot.height()));
        axes.numbers(x, image.xName(), image.xUnit());
        String yName = spec.y().label().isEmpty() ? image.yName() : spec.y().label();
        String yUnit = spec.y().unit().isEmpty() ? image.yUnit() : spec.y().unit();
        if (!PanelRoom.hasLabels(kit, card, plot)) {
            return;
        }
        axes.left(y, note -> joined(ValueAxis.nameAndUnit(yName, yUnit), note));
    }

    private static String joined(String name, String note) {
        return name.isEmpty() || note.isEmpty() ? name + note : name + " \u00b7 " + note;
    }

    @Override
    public int neededLeftPx() {
        return card.isEmpty() ? axes.likelyPx(image.yName() + image.yUnit()) : axes.neededLeftPx();
    }

    @Override
    public int neededRightPx() {
        double widest = 0;
        for (String label : barLabels) {
            widest = Math.max(widest, kit.typesetter().width(label, TextStyle.TICK));
        }
        return (int) Math.ceil(widest + (BAR_GAP + BAR_WIDTH + BAR_LABEL_GAP + EDGE) * kit.scale());
    }

    @Override
    public void paint(Canvas canvas) {
        legend.paint(canvas, card);
        if (x == null) {
            if (image.isEmpty() && !axes.plot().isEmpty()) {
                Messages.paint(canvas, kit, axes.plot(), image.isLost() ? Messages.NOT_RECORDED : "no samples yet");
            }
            return;
        }
        paintCells(canvas, axes.plot());
        if (PanelRoom.hasLabels(kit, card, axes.plot())) {
            paintBar(canvas, axes.plot());
        }
        axes.paintLabels(canvas);
    }

    @Override
    public Optional<PanelLayout> placed() {
        Box plot = axes.plot();
        return x == null ? Optional.empty() : Optional.of(new PanelLayout(spec, plot.x(), plot.y(), plot.width(), plot.height(),
            XType.NUMBER, image.xName(), image.xUnit(), xRange, false, y.low(), y.high(), false));
    }

    private void paintCells(Canvas canvas, Box plot) {
        if (row.length < plot.width()) {
            row = new int[plot.width()];
        }
        for (int i = 0; i < plot.height(); i++) {
            if (i == 0 || !cells.sameAsAbove(i)) {
                for (int column = 0; column < plot.width(); column++) {
                    double value = cells.value(column, i);
                    row[column] = Double.isNaN(value) ? 0 : colors.argb(value);
                }
            }
            canvas.pixels(plot.x(), plot.y() + i, row, plot.width());
        }
        if (cells.isBlank()) {
            Messages.paint(canvas, kit, plot, "no finite values");
        }
    }

    private void paintBar(Canvas canvas, Box plot) {
        int left = plot.right() + kit.px(BAR_GAP);
        int width = kit.px(BAR_WIDTH);
        for (int i = 0; i < plot.height(); i++) {
            double part = 1 - (i + 0.5) / plot.height();
            canvas.fill(new Box(left, plot.y() + i, width, 1), colors.map().rgb((int) (part * 256)));
        }
        if (plot.height() < kit.px(LEAST_LABELLED_BAR)) {
            return;
        }
        double capHeight = kit.typesetter().capHeight(TextStyle.TICK);
        for (int i = 0; i < barLabels.length; i++) {
            double inset = (1 - i) * capHeight / 2;
            double baseline = plot.bottom() - plot.height() * i / 2.0 + capHeight / 2 - inset;
            canvas.text(barLabels[i], TextStyle.TICK, left + width + BAR_LABEL_GAP * kit.scale(), baseline, kit.tokens().muted());
        }
    }
}
