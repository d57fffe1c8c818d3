// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The trust figures in words: pairs of a label and a value. */
final class TrustLine {
    private static final String NONE = "\u2013";
    private static final char THIN_SPACE = '\u2009';

    private TrustLine() {
    }

    /**
     * Part of the line.
     *
     * @param label  muted; possibly empty
     * @param value  the figure
     * @param after  muted; possibly empty
     */
    record Part(String label, String value, String after) {
        String text() {
            return (label + " " + value + " " + after).strip();
        }
    }

    static List<Part> of(TrustFigures figures) {
        return List.of(
            new Part("latency", milliseconds(figures.p50Ns()), "p50"),
            new Part("", milliseconds(figures.p99Ns()), "p99"),
            new Part("", String.valueOf(Math.round(figures.fps())), "fps"),
            new Part("seen", count(figures.samples().seen()), ""),
            new Part("conflated", count(figures.samples().conflated()), "samples"),
            new Part("", count(figures.frames().conflated()), "frames"),
            new Part("dropped", count(figures.dropped()), ""));
    }

    static String milliseconds(OptionalLong ns) {
        if (ns.isEmpty()) {
            return NONE;
        }
        double ms = ns.getAsLong() * 1e-6;
        return String.format(Locale.ROOT, ms < 100 ? "%.1f ms" : "%.0f ms", ms);
    }

    /** In full up to 999 999, then in millions and billions with three digits. */
    static String count(long count) {
        if (count >= 1_000_000) {
            boolean billions = count >= 1_000_000_000;
            double shown = count / (billions ? 1e9 : 1e6);
            // Cut off, not rounded: what is shown has been reached.
            double cut = Math.floor(shown * (shown < 100 ? 10 : 1)) / (shown < 100 ? 10 : 1);
            return String.format(Locale.ROOT, shown < 100 ? "%.1f" : "%.0f", cut) + " " + (billions ? "G" : "M");
        }
        String digits = Long.toString(count);
        return count < 10_000 ? digits : digits.substring(0, digits.length() - 3) + THIN_SPACE + digits.substring(digits.length() - 3);
    }
}
