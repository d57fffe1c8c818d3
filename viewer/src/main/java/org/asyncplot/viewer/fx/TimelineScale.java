// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Locale;

/**
 * The time axis of a run's whole length: where labels stand and what they say.
 *
 * @param lengthS seconds, more than 0
 * @param stepS   seconds from label to label
 */
record TimelineScale(double lengthS, double stepS) {
    private static final double[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400};
    private static final double LEAST_DISTANCE_PX = 76;
    private static final int MINUTE_S = 60;
    private static final int HOUR_S = 3600;

    /** Labels that do not touch each other on an axis of a width. */
    static TimelineScale of(double lengthS, double widthPx) {
        double least = lengthS * LEAST_DISTANCE_PX / Math.max(1, widthPx);
        for (double step : STEPS) {
            if (step >= least && least > STEPS[0] / 2) {
                return new TimelineScale(lengthS, step);
            }
        }
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        double step = least <= decade ? decade : least <= 2 * decade ? 2 * decade : least <= 5 * decade ? 5 * decade : 10 * decade;
        return new TimelineScale(lengthS, step);
    }

    /** How many labels there are, that of the start included. */
    int count() {
        return (int) Math.floor(lengthS / stepS + 1e-9) + 1;
    }

    double at(int label) {
        return label * stepS;
    }

    String label(int label) {
        return text(at(label), stepS >= 1 ? 0 : (int) Math.ceil(-Math.log10(stepS) - 1e-9));
    }

    /** A moment, as exact as its run is short. */
    String position(double seconds) {
        return text(seconds, lengthS < 10 ? 3 : lengthS < HOUR_S ? 2 : 1);
    }

    private String text(double seconds, int decimals) {
        if (lengthS < MINUTE_S) {
            return String.format(Locale.ROOT, "%." + decimals + "f s", seconds);
        }
        double unit = Math.pow(10, decimals);
        long units = Math.round(seconds * unit);
        long whole = (long) (units / unit);
        String rest = decimals == 0 ? "" : String.format(Locale.ROOT, ".%0" + decimals + "d", units - (long) (whole * unit));
        String clock = lengthS < HOUR_S ? String.format(Locale.ROOT, "%d:%02d", whole / MINUTE_S, whole % MINUTE_S)
            : String.format(Locale.ROOT, "%d:%02d:%02d", whole / HOUR_S, whole / MINUTE_S % MINUTE_S, whole % MINUTE_S);
        return clock + rest;
    }
}
