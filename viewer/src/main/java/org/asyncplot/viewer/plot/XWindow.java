// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Optional;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.figure.XSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;

/** The stretch of x that a panel shows, found from what was written and from the data. */
final class XWindow {
    private static final long SECOND_NS = 1_000_000_000L;
    /** Below this part of its size a range cannot be told from a point in doubles. */
    private static final double LEAST_SPAN = 1e-13;

    private final String panel;
    private final XType type;
    private final String unit;
    private final Optional<XRange> extent;
    /** 1 where the unit of x is no unit of time: then a length in seconds is taken as it is. */
    private final double secondsPerUnit;

    /**
     * A window on an axis.
     *
     * @param panel  how errors call the panel
     * @param type   numbers or time
     * @param unit   of x
     * @param extent of the data, absent if there are none
     */
    XWindow(String panel, XType type, String unit, Optional<XRange> extent) {
        this.panel = panel;
        this.type = type;
        this.unit = unit;
        this.extent = extent;
        this.secondsPerUnit = XPosition.SECONDS.getOrDefault(unit, 1.0);
    }

    /** The range; absent if there is nothing to find it from. */
    Optional<XRange> range(Optional<XSpec> spec) {
        return type == XType.TIME ? time(spec) : numbers(spec);
    }

    /** The stretch that holds both. */
    static XRange union(XType type, XRange a, XRange b) {
        if (type == XType.NUMBER) {
            return XRange.of(Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
        }
        return XRange.time(Math.min(a.floorNs(), b.floorNs()), Math.max(a.ceilingNs(), b.ceilingNs()));
    }

    private Optional<XRange> numbers(Optional<XSpec> spec) {
        double from = extent.map(XRange::from).orElse(Double.NaN);
        double to = extent.map(XRange::to).orElse(Double.NaN);
        if (spec.isPresent()) {
            double end = to;
            to = spec.get().to().map(text -> number(text, end)).orElse(end);
            from = spec.get().from().isPresent() ? number(spec.get().from().get(), end) : from;
            from = spec.get().last().isPresent() ? end - length(spec.get().last().get()) : from;
            check(from > to);
        }
        if (Double.isNaN(from) || Double.isNaN(to)) {
            return Optional.empty();
        }
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (to / 2 - from / 2 > size * LEAST_SPAN && to / 2 - from / 2 > Double.MIN_NORMAL) {
            return Optional.of(XRange.of(from, to));
        }
        double room = Math.max(0.5, size * 0.05);
        return Optional.of(XRange.of(Math.max(-Double.MAX_VALUE, from - room), Math.min(Double.MAX_VALUE, to + room)));
    }

    private double number(String text, double end) {
        try {
            return XPosition.onNumbers(text, end, unit);
        } catch (IllegalArgumentException noNumber) {
            throw wrong(noNumber.getMessage());
        }
    }

    private double length(String text) {
        XPosition position = XPosition.parseLength(text);
        return position instanceof XPosition.BeforeEnd before ? inUnit(before.seconds()) : ((XPosition.Value) position).x();
    }

    private double inUnit(double seconds) {
        return seconds / secondsPerUnit;
    }

    private Optional<XRange> time(Optional<XSpec> spec) {
        Optional<Long> from = extent.map(XRange::floorNs);
        Optional<Long> to = extent.map(XRange::ceilingNs);
        if (spec.isPresent()) {
            Optional<Long> end = to;
            to = spec.get().to().isPresent() ? moment(spec.get().to().get(), end) : end;
            from = spec.get().from().isPresent() ? moment(spec.get().from().get(), end) : from;
            from = spec.get().last().isPresent() ? beforeEnd(spec.get().last().get(), end) : from;
            check(from.isPresent() && to.isPresent() && from.get() > to.get());
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean point = from.get().equals(to.get());
        long room = point ? SECOND_NS / 2 : 0;
        return Optional.of(XRange.time(Math.max(from.get(), Long.MIN_VALUE + room) - room, Math.min(to.get(), Long.MAX_VALUE - room) + room));
    }

    private Optional<Long> moment(String text, Optional<Long> end) {
        if (end.isEmpty() && XPosition.parse(text) instanceof XPosition.BeforeEnd) {
            return Optional.empty();
        }
        try {
            return Optional.of(XPosition.onTime(text, end.orElse(0L)));
        } catch (IllegalArgumentException noMoment) {
            throw wrong(noMoment.getMessage());
        }
    }

    private static long before(long endNs, double seconds) {
        long lengthNs = Math.round(seconds * SECOND_NS);
        return lengthNs > 0 && endNs < Long.MIN_VALUE + lengthNs ? Long.MIN_VALUE : endNs - lengthNs;
    }

    private Optional<Long> beforeEnd(String text, Optional<Long> end) {
        if (XPosition.parseLength(text) instanceof XPosition.BeforeEnd before) {
            return end.map(ns -> before(ns, before.seconds()));
        }
        throw wrong("last '" + text + "' is a number, but its x axis is time; write a length like 30 s");
    }

    private void check(boolean reversed) {
        if (reversed) {
            throw wrong("the stretch of x ends before it begins" + extent.map(range -> "; the data reach from " + name(range)).orElse(""));
        }
    }

    private String name(XRange range) {
        return type == XType.NUMBER ? range.from() + " to " + range.to()
            : new Moment(range.floorNs(), 0).time() + "Z to " + new Moment(range.ceilingNs(), 0).time() + "Z";
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(panel + ": " + what);
    }
}
