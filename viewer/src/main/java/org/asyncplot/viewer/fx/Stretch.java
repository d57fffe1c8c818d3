// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;

/**
 * Part of an axis in the coordinate in which its pixels are evenly spaced: the value itself, ns from an origin, or the logarithm.
 *
 * @param originNs of a time axis, else 0
 * @param low      at the left or lower edge
 * @param high     at the right or upper edge
 * @param log      whether low and high are logarithms to base 10
 */
record Stretch(long originNs, double low, double high, boolean log) {
    /** Shorter than this part of its size a stretch of doubles has no inner structure. */
    private static final double LEAST_PART = 1e-12;
    private static final double LEAST_NS = 16;
    private static final double LEAST_DECADES = 1e-9;
    private static final double MOST_DECADES = 600;
    private static final double MOST = 1e300;
    /** Times end where epoch ns do: in the year 2262. */
    private static final double MOST_NS = 3e18;

    static Stretch of(XRange range, boolean log) {
        return log ? new Stretch(0, Math.log10(range.from()), Math.log10(range.to()), true)
            : new Stretch(range.originNs(), range.from(), range.to(), false);
    }

    static Stretch values(double low, double high, boolean log) {
        return log ? new Stretch(0, Math.log10(low), Math.log10(high), true) : new Stretch(0, low, high, false);
    }

    /** The coordinate at a part of the way from low to high. */
    double at(double part) {
        return low * (1 - part) + high * part;
    }

    double span() {
        return high - low;
    }

    /** What lies at a part of the way stays there, the rest comes nearer (factor below 1) or goes away. */
    Stretch zoomed(double part, double factor, XType type) {
        double pivot = at(part);
        return sane(pivot - (pivot - low) * factor, pivot + (high - pivot) * factor, type);
    }

    /** Moved by a part of its own length. */
    Stretch moved(double part, XType type) {
        double by = span() * part;
        return sane(low + by, high + by, type);
    }

    /** The part between two parts of it, in either order. */
    Stretch between(double one, double other, XType type) {
        return sane(at(Math.min(one, other)), at(Math.max(one, other)), type);
    }

    /** The stretch itself if another would be too short or too long to be shown. */
    private Stretch sane(double newLow, double newHigh, XType type) {
        double size = Math.max(Math.abs(newLow), Math.abs(newHigh));
        double least = log ? LEAST_DECADES : type == XType.TIME ? LEAST_NS : Math.max(size * LEAST_PART, Double.MIN_NORMAL);
        double most = log ? MOST_DECADES : type == XType.TIME ? MOST_NS : MOST;
        boolean shown = newHigh - newLow >= least && size <= most && (type != XType.TIME || Math.abs(originNs + newLow) < MOST_NS * 2
            && Math.abs(originNs + newHigh) < MOST_NS * 2);
        boolean within = !log || size <= MOST_DECADES / 2;
        return shown && within ? new Stretch(originNs, newLow, newHigh, log) : this;
    }

    double lowValue() {
        return log ? Math.pow(10, low) : low;
    }

    double highValue() {
        return log ? Math.pow(10, high) : high;
    }
}
