// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/** The line at the top of a page: a title, and a quieter word after it. */
final class PageHeader {
    private static final double MARGIN = 16;
    private static final double HEIGHT = 34;
    private static final double BASELINE = 23;

    private PageHeader() {
    }

    /** Paints it; returns the device pixels it takes from the top of the page. */
    static int paint(Canvas canvas, Kit kit, Box page, String title, String quiet) {
        double margin = MARGIN * kit.scale();
        double room = page.width() - 2 * margin;
        double baseline = page.y() + BASELINE * kit.scale();
        String shown = kit.typesetter().shorten(title, TextStyle.HEADER, room);
        canvas.text(shown, TextStyle.HEADER, page.x() + margin, baseline, kit.tokens().text());
        double after = kit.typesetter().width(shown, TextStyle.HEADER) + margin;
        canvas.text(kit.typesetter().shorten(quiet, TextStyle.LEGEND, room - after), TextStyle.LEGEND, page.x() + margin + after, baseline,
            kit.tokens().muted());
        return kit.px(HEIGHT);
    }
}
