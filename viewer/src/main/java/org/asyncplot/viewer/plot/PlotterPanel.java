// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.plotter.PlotColors;
import org.asyncplot.core.plotter.PlotView;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.RunState;
import org.asyncplot.viewer.source.Snapshot;

/**
 * A page with one panel that a user's plotter fills. An instance belongs to one thread. What the plotter throws is shown in the panel; the
 * plotter may loop, so call this only where somebody else can give up waiting.
 */
public final class PlotterPanel {
    private static final double PAGE_MARGIN = 8;
    private static final double RADIUS = 9;
    /** Red, green, blue, alpha of 0xAARRGGBB. */
    private static final int[] MASKS = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
    private static final int OPAQUE = 0xFF000000;

    private final Plotter plotter;
    private final Map<String, String> options;
    private final double scale;
    private final Kit kit;
    private final RasterCanvas raster;
    private Font font;
    private int[] wrapped;
    private BufferedImage image;

    /**
     * A panel.
     *
     * @param plotter fills it
     * @param options of the plotter
     * @param theme   colours
     * @param scale   pixels per logical pixel
     */
    public PlotterPanel(Plotter plotter, Map<String, String> options, Theme theme, double scale) {
        this.plotter = plotter;
        this.options = options;
        this.scale = scale;
        kit = new Kit(theme.tokens(), scale);
        raster = new RasterCanvas(kit.typesetter());
    }

    /**
     * Draws the page into pixels of the caller, all of them.
     *
     * @param argb       0xAARRGGBB, opaque, row by row without a gap
     * @param widthPx    logical width times scale
     * @param heightPx   logical height times scale
     * @param snapshot   the data
     * @param state      how the run is
     * @param parameters of the run
     * @return what the plotter threw, for the log; empty if it drew
     * @throws RunException  where the run's files are damaged
     * @throws InternalError where they were cut short meanwhile
     */
    public Optional<Throwable> paint(int[] argb, int widthPx, int heightPx, Snapshot snapshot, RunState state, Map<String, String> parameters) {
        raster.wrap(argb, widthPx, heightPx);
        Box page = new Box(0, 0, widthPx, heightPx);
        Box card = frame(page, snapshot.runName());
        int edge = kit.px(1);
        Box panel = card.inset(edge, edge, edge, edge);
        if (panel.isEmpty()) {
            return Optional.empty();
        }
        Optional<Throwable> failure = fill(argb, widthPx, heightPx, panel, snapshot, state, parameters);
        if (failure.isPresent()) {
            say(frame(page, snapshot.runName()), plotterName() + " failed: " + line(failure.get()));
        }
        return failure;
    }

    /**
     * Draws the page with a line of text in place of what the plotter draws; the plotter is not asked.
     *
     * @param argb     0xAARRGGBB, opaque, row by row without a gap
     * @param widthPx  logical width times scale
     * @param heightPx logical height times scale
     * @param runName  the run's name
     * @param text     one line
     */
    public void paintMessage(int[] argb, int widthPx, int heightPx, String runName, String text) {
        raster.wrap(argb, widthPx, heightPx);
        say(frame(new Box(0, 0, widthPx, heightPx), runName), text);
    }

    private void say(Box card, String text) {
        int edge = kit.px(1);
        Box panel = card.inset(2 * edge, edge, 2 * edge, edge);
        if (!panel.isEmpty()) {
            Messages.paint(raster, kit, panel, text);
        }
    }

    private Box frame(Box page, String runName) {
        raster.clip(page);
        raster.fill(page, kit.tokens().background());
        int margin = kit.px(PAGE_MARGIN);
        int top = runName.isEmpty() ? margin : PageHeader.paint(raster, kit, page, runName, plotterName());
        Box card = page.inset(margin, top, margin, margin);
        if (!card.isEmpty()) {
            raster.card(card, RADIUS * scale, scale, kit.tokens().panel(), kit.tokens().border());
        }
        return card;
    }

    private Optional<Throwable> fill(int[] argb, int widthPx, int heightPx, Box panel, Snapshot snapshot, RunState state,
                                     Map<String, String> parameters) {
        try {
            PlotView view = new PlotView(panel.width() / scale, panel.height() / scale, scale, colors(kit.tokens()), options,
                snapshot.runName(), state, parameters, snapshot.signals(), snapshot.waveforms(), snapshot.images(), snapshot.notes());
            Graphics2D graphics = graphics(argb, widthPx, heightPx, panel);
            try {
                plotter.paint(graphics, view);
            } finally {
                graphics.dispose();
            }
            restoreAlpha(argb, widthPx, panel);
            return Optional.empty();
        } catch (RunException | InternalError damaged) {
            throw damaged;
        } catch (Throwable thrown) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(thrown);
        }
    }

    private Graphics2D graphics(int[] argb, int widthPx, int heightPx, Box panel) throws IOException, FontFormatException {
        if (wrapped != argb || image.getWidth() != widthPx || image.getHeight() != heightPx) {
            DirectColorModel model = new DirectColorModel(32, MASKS[0], MASKS[1], MASKS[2], MASKS[3]);
            image = new BufferedImage(model, Raster.createPackedRaster(new DataBufferInt(argb, argb.length), widthPx, heightPx, widthPx, MASKS,
                null), false, null);
            wrapped = argb;
        }
        if (font == null) {
            font = font();
        }
        Graphics2D graphics = image.createGraphics();
        double corner = 2 * (RADIUS - 1) * scale;
        graphics.setClip(new RoundRectangle2D.Double(panel.x(), panel.y(), panel.width(), panel.height(), corner, corner));
        graphics.translate(panel.x(), panel.y());
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setFont(font);
        graphics.setColor(new Color(kit.tokens().text()));
        graphics.setBackground(new Color(kit.tokens().panel()));
        return graphics;
    }

    private static Font font() throws IOException, FontFormatException {
        try (InputStream in = PlotterPanel.class.getResourceAsStream(Typeface.REGULAR_FILE)) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) TextStyle.LEGEND.size());
        }
    }

    /** A plotter may clear to transparent; pictures are opaque. */
    private static void restoreAlpha(int[] argb, int widthPx, Box panel) {
        for (int row = panel.y(); row < panel.bottom(); row++) {
            for (int i = row * widthPx + panel.x(); i < row * widthPx + panel.right(); i++) {
                argb[i] |= OPAQUE;
            }
        }
    }

    private static PlotColors colors(Tokens tokens) {
        return new PlotColors(new Color(tokens.panel()), new Color(tokens.grid()), new Color(tokens.text()), new Color(tokens.muted()),
            new Color(tokens.faint()), new Color(tokens.accent()), new Color(tokens.good()), new Color(tokens.warning()),
            new Color(tokens.limit()), tokens.series().stream().map(Color::new).toList());
    }

    private String plotterName() {
        return plotter.getClass().getSimpleName();
    }

    private static String line(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message.strip().lines().findFirst().orElse("");
    }
}
