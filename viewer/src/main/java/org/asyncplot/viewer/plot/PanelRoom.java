// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * How much of a card is its plot. Where there is no room for the labels of an axis the plot takes theirs, where there is none for the legend
 * that as well: data come first.
 */
final class PanelRoom {
    private static final double LEAST_LABELLED = 24;
    private static final double LEAST = 8;
    private static final double LEAST_WIDTH = 24;
    private static final double MARGIN = 6;
    private static final double LEAST_MARGIN = 3;

    private PanelRoom() {
    }

    /** The plot of a card whose legend is laid out; the legend is emptied if there is no room for it. An empty box if there is for nothing. */
    static Box plot(Kit kit, Box card, Legend legend, int leftPx, int rightPx) {
        int margin = kit.px(MARGIN);
        boolean wide = card.width() - leftPx - rightPx >= kit.px(LEAST_WIDTH);
        int left = wide ? leftPx : margin;
        int right = wide ? rightPx : margin;
        Box plot = card.inset(left, legend.heightPx(), right, kit.px(AxesFrame.BOTTOM));
        if (!wide || plot.height() < kit.px(LEAST_LABELLED)) {
            plot = card.inset(left, legend.leastHeightPx(), right, margin);
        }
        if (plot.height() < kit.px(LEAST)) {
            legend.clear();
            int least = kit.px(LEAST_MARGIN);
            plot = card.inset(left, least, right, least);
        }
        return plot.width() >= kit.px(LEAST) && plot.height() >= kit.px(LEAST) ? plot : none(card);
    }

    /** Whether a plot is large enough for labels at its left and right. */
    static boolean hasLabels(Kit kit, Box card, Box plot) {
        return plot.height() >= kit.px(LEAST_LABELLED) && plot.x() - card.x() > kit.px(MARGIN);
    }

    private static Box none(Box card) {
        return new Box(card.x(), card.y(), 0, 0);
    }
}
