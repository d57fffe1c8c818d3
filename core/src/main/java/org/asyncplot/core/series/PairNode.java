// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * Two signals combined at the samples of the left one; the right one is interpolated linearly there, unless its x is the same, and missing
 * outside of its stretch.
 *
 * @param operator what is done
 * @param left     one, which lends its x
 * @param right    the other
 */
record PairNode(char operator, FormulaNode left, FormulaNode right) implements FormulaNode {
    /** A right signal that is this much denser is asked for by pieces of the left one. */
    private static final int MUCH_DENSER = 8;
    private static final int LEAST_SPLIT = 1 << 16;

    @Override
    public NodeX x() {
        return left.x();
    }

    @Override
    public double[] y(long from, long to) {
        if (left.x().sharesX(right.x())) {
            return FormulaCalculus.combine(operator, left.y(from, to), right.y(from, to));
        }
        double[] values = new double[Math.toIntExact(to - from)];
        if (from < to) {
            fill(values, from, from, to);
        }
        return values;
    }

    private void fill(double[] values, long first, long from, long to) {
        double[] places = left.x().arrays(from, to).x();
        NodeX other = right.x();
        long low = Math.max(other.samples().first(), other.firstAtOrAfter(places[0]) - 1);
        long high = Math.min(other.samples().count(), other.firstAtOrAfter(places[places.length - 1]) + 1);
        if (high - low > LEAST_SPLIT && high - low > MUCH_DENSER * (to - from) && to - from > 1) {
            long middle = (from + to) >>> 1;
            fill(values, first, from, middle);
            fill(values, first, middle, to);
            return;
        }
        // One place needs its two neighbours only, however many samples have its x.
        double[] there = high <= low ? FormulaCalculus.at(places, new double[0], new double[0])
            : FormulaCalculus.at(places, other.arrays(low, high).x(), right.y(low, high));
        double[] combined = FormulaCalculus.combine(operator, left.y(from, to), there);
        System.arraycopy(combined, 0, values, (int) (from - first), combined.length);
    }

    @Override
    public long settled() {
        if (left.x().sharesX(right.x())) {
            return Math.min(left.settled(), right.settled());
        }
        long last = right.settled() - 1;
        NodeX other = right.x();
        if (last < other.samples().first()) {
            return left.x().samples().first();
        }
        double reached = other.arrays(last, last + 1).x()[0];
        return Math.min(left.settled(), left.x().firstAtOrAfter(Math.nextUp(reached)));
    }

    @Override
    public long reach() {
        return Math.max(left.reach(), right.reach());
    }

    @Override
    public long history(long from) {
        long behind = left.x().sharesX(right.x()) ? right.history(from) : right.history(right.x().samples().count());
        return Math.max(left.history(from), behind);
    }
}
