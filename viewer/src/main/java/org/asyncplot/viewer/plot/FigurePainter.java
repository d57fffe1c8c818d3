// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.series.Derivation;
import org.asyncplot.viewer.source.Snapshot;

/**
 * Draws figures: line, waveform and image panels. The figure's stretch of x is that of its line panels; waveforms and images, whose x is
 * something else, show all of theirs unless their panel names one. Line panels over the same x show the same stretch. An image's pixel
 * takes the colour of a cell that lies there, of several the one farthest from the field's mean; nothing is interpolated. An instance belongs to one thread; it keeps its buffers
 * and rasterised text from frame to frame.
 */
public final class FigurePainter {
    private static final double PAGE_MARGIN = 8;
    private static final double GAP = 8;
    private static final double RADIUS = 9;
    private static final double MARGIN_STEP = 8;
    private static final double LEAST_LEFT_MARGIN = 40;
    private static final double LEAST_RIGHT_MARGIN = 24;

    private final Theme theme;
    private final double scale;
    private final Kit kit;
    private final RasterCanvas raster;
    private final Derivation derivation = new Derivation();
    private List<PanelLayout> lastLayout = List.of();
    private List<PanelView> lastViews = List.of();

    /**
     * A painter.
     *
     * @param theme colours
     * @param scale pixels per logical pixel, 0.5 to 8
     * @throws IllegalArgumentException if the scale is out of range
     */
    public FigurePainter(Theme theme, double scale) {
        if (!(scale >= 0.5 && scale <= 8)) {
            throw new IllegalArgumentException("scale " + scale + " is not between 0.5 and 8");
        }
        this.theme = theme;
        this.scale = scale;
        kit = new Kit(theme.tokens(), scale);
        raster = new RasterCanvas(kit.typesetter());
    }

    /**
     * Draws a figure into pixels of the caller, all of them.
     *
     * @param argb     0xAARRGGBB, opaque, row by row without a gap
     * @param widthPx  logical width times scale
     * @param heightPx logical height times scale
     * @param figure   what to draw
     * @param snapshot the data
     * @throws IllegalArgumentException with one line if the figure asks for what the snapshot or this painter does not have
     */
    public void paint(int[] argb, int widthPx, int heightPx, FigureSpec figure, Snapshot snapshot) {
        raster.wrap(argb, widthPx, heightPx);
        draw(raster, new Box(0, 0, widthPx, heightPx), figure, snapshot);
    }

    /**
     * Draws a figure into a new picture.
     *
     * @param width    logical width
     * @param height   logical height
     * @param figure   what to draw
     * @param snapshot the data
     * @return the picture, {@code scale} times as many pixels wide and high
     * @throws IllegalArgumentException with one line if the figure asks for what the snapshot or this painter does not have
     */
    public BufferedImage image(int width, int height, FigureSpec figure, Snapshot snapshot) {
        int widthPx = (int) Math.round(width * scale);
        int heightPx = (int) Math.round(height * scale);
        BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        paint(pixels, widthPx, heightPx, figure, snapshot);
        return image;
    }

    /**
     * Where the panels of the last picture lie, those that had room and something to show.
     *
     * @return the panels' plots, in the order of the figure
     */
    public List<PanelLayout> lastLayout() {
        return lastLayout;
    }

    /**
     * What the panels of the last picture could not draw, besides what they show.
     *
     * @return one line each
     */
    public List<String> lastProblems() {
        return lastViews.stream().flatMap(view -> view.problems().stream()).distinct().toList();
    }

    private void draw(Canvas canvas, Box page, FigureSpec figure, Snapshot snapshot) {
        List<PanelView> views = new PanelFactory(kit, figure, snapshot.with(figure, derivation)).panels();
        lastViews = views;
        lastLayout = List.of();
        canvas.fill(page, theme.tokens().background());
        int margin = kit.px(PAGE_MARGIN);
        String title = figure.title().isEmpty() ? snapshot.runName() : figure.title();
        int top = title.isEmpty() ? margin : PageHeader.paint(canvas, kit, page, title, figure.title().isEmpty() ? "" : snapshot.runName());
        Box area = page.inset(margin, top, margin, margin);
        if (views.isEmpty()) {
            card(canvas, area);
            Messages.paint(canvas, kit, area, "no samples yet");
            return;
        }
        List<Box> cards = PageGrid.place(figure.panels(), area, kit.px(GAP));
        align(views, cards);
        for (int i = 0; i < views.size(); i++) {
            if (!cards.get(i).isEmpty()) {
                canvas.clip(cards.get(i));
                card(canvas, cards.get(i));
                views.get(i).paint(canvas);
            }
        }
        canvas.clip(page);
        lastLayout = views.stream().flatMap(view -> view.placed().stream()).toList();
    }

    private void card(Canvas canvas, Box card) {
        canvas.card(card, RADIUS * scale, scale, theme.tokens().panel(), theme.tokens().border());
    }

    /**
     * Gives panels that share an edge the same margin there, so that their plots line up. Margins grow in steps, so that they do not follow
     * every change of a label.
     */
    private void align(List<PanelView> views, List<Box> cards) {
        int[] left = new int[views.size()];
        int[] right = new int[views.size()];
        while (widen(views, cards, left, right)) {
            for (int i = 0; i < views.size(); i++) {
                views.get(i).layout(cards.get(i), left[i], right[i]);
            }
        }
    }

    /** Grows margins to what is needed; false if none had to grow. */
    private boolean widen(List<PanelView> views, List<Box> cards, int[] left, int[] right) {
        boolean grown = false;
        for (int i = 0; i < views.size(); i++) {
            Box card = cards.get(i);
            int neededLeft = kit.px(LEAST_LEFT_MARGIN);
            int neededRight = kit.px(LEAST_RIGHT_MARGIN);
            for (int j = 0; j < views.size(); j++) {
                boolean sameKind = views.get(i).getClass() == views.get(j).getClass();
                if (card.x() == cards.get(j).x()) {
                    neededLeft = Math.max(neededLeft, stepped(views.get(j).neededLeftPx()));
                }
                if (sameKind && card.right() == cards.get(j).right()) {
                    neededRight = Math.max(neededRight, views.get(j).neededRightPx());
                }
            }
            grown |= neededLeft > left[i] || neededRight > right[i];
            left[i] = Math.max(left[i], neededLeft);
            right[i] = Math.max(right[i], neededRight);
        }
        return grown;
    }

    private int stepped(int px) {
        int step = kit.px(MARGIN_STEP);
        return (px + step - 1) / step * step;
    }
}
