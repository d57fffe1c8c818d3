// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.series.YRange;

/** A vertical axis of values: its range, its scale in pixels and what is written at its end. */
final class ValueAxis {
    private static final double HEAD_ROOM = 0.05;
    /** Values above 0 that come so near to it show it, so that heights can be compared. */
    private static final double NEAR_ZERO = 0.15;
    private static final double LEAST_SPAN = 1e-12;
    private static final double LEAST_POSITIVE = 1e-304;
    private static final double MOST_OF_AXIS_FOR_LIMITS = 0.8;

    private ValueAxis() {
    }

    /**
     * The scale of an axis.
     *
     * @param spec     what was asked for
     * @param extremes of the data; on a logarithmic axis of the values above 0
     * @param limits   reference levels to show if that does not squeeze the data
     * @param lengthPx its length
     */
    static AxisScale scale(AxisSpec spec, YRange extremes, List<Double> limits, double lengthPx) {
        boolean log = spec.scale() == Scale.LOG;
        YRange shown = withLimits(extremes, limits, log);
        if (shown.isEmpty()) {
            shown = log ? new YRange(0.1, 10) : new YRange(0, 1);
        }
        YRange roomy = log ? logRoom(shown) : linearRoom(shown);
        double low = spec.low().orElse(roomy.low());
        double high = spec.high().orElse(roomy.high());
        if (low >= high) {
            low = spec.low().isPresent() ? low : log ? high / 10 : high - Math.max(1, Math.abs(high));
            high = spec.high().isPresent() ? high : log ? low * 10 : low + Math.max(1, Math.abs(low));
        }
        return log ? new LogScale(low, high, lengthPx) : new LinearScale(low, high, lengthPx);
    }

    /** The grid lines of an axis. */
    static Ticks ticks(AxisScale scale, AxisRoom room) {
        if (scale instanceof LinearScale linear) {
            return room.best(DecimalStep.of(linear));
        }
        LogScale log = (LogScale) scale;
        List<AxisRoom.Candidate> candidates = new ArrayList<>(LogStep.of(log));
        Ticks ticks = room.best(candidates);
        if (ticks.labels() >= AxisRoom.FEWEST_LABELS) {
            return ticks;
        }
        List<AxisRoom.Candidate> even = new ArrayList<>();
        DecimalStep.of(new LinearScale(log.low(), log.high(), log.lengthPx())).forEach(step -> even.add(new EvenStepOnLog(step, log)));
        Ticks fallback = room.best(even);
        return fallback.labels() > ticks.labels() ? fallback : ticks;
    }

    /** Name and unit, scale, and what the labels leave out. */
    static String title(AxisSpec spec, String unit, String note) {
        List<String> parts = new ArrayList<>();
        String shownUnit = spec.unit().isEmpty() ? unit : spec.unit();
        if (!spec.label().isEmpty() || !shownUnit.isEmpty()) {
            parts.add(nameAndUnit(spec.label(), shownUnit));
        }
        if (spec.scale() == Scale.LOG) {
            parts.add("log");
        }
        if (!note.isEmpty()) {
            parts.add(note);
        }
        return String.join(" \u00b7 ", parts);
    }

    static String nameAndUnit(String name, String unit) {
        return name.isEmpty() ? unit : unit.isEmpty() ? name : name + " / " + unit;
    }

    private static YRange withLimits(YRange extremes, List<Double> limits, boolean log) {
        YRange shown = extremes;
        for (double limit : limits) {
            if (!Double.isFinite(limit) || log && limit <= 0) {
                continue;
            }
            YRange more = shown.union(new YRange(limit, limit));
            double before = length(extremes, log);
            if (extremes.isEmpty() || before == 0 || before >= (1 - MOST_OF_AXIS_FOR_LIMITS) * length(more, log)) {
                shown = more;
            }
        }
        return shown;
    }

    private static double length(YRange range, boolean log) {
        return log ? Math.log10(range.high()) - Math.log10(range.low()) : range.high() / 2 - range.low() / 2;
    }

    private static YRange linearRoom(YRange range) {
        double size = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        double half = range.high() / 2 - range.low() / 2;
        if (half <= size * LEAST_SPAN || half < LEAST_POSITIVE) {
            double room = Math.max(size * HEAD_ROOM, size < LEAST_POSITIVE ? 1 : 0);
            return new YRange(finite(range.low() - room), finite(range.high() + room));
        }
        double room = Math.min(half * 2 * HEAD_ROOM, Double.MAX_VALUE / 4);
        double low = range.low() >= 0 && range.low() < NEAR_ZERO * range.high() ? 0 : finite(range.low() - room);
        return new YRange(low, finite(range.high() + room));
    }

    private static YRange logRoom(YRange range) {
        double low = Math.max(range.low(), LEAST_POSITIVE);
        double high = Math.max(range.high(), LEAST_POSITIVE);
        double decades = Math.log10(high) - Math.log10(low);
        double factor = decades < LEAST_SPAN ? 2 : Math.pow(10, decades * HEAD_ROOM);
        return new YRange(Math.max(low / factor, Double.MIN_NORMAL), finite(high * factor));
    }

    private static double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
