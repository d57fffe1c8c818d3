// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * The area under a signal from its oldest sample on, by trapezoids; pieces with an end that is not finite are passed over. The sum is kept at
 * every 65536th sample, so that a stretch anywhere needs no more than those behind the last of them.
 *
 * @param operand of what
 * @param sums    what is kept
 */
record IntegralNode(FormulaNode operand, IntegralSums sums) implements FormulaNode {
    @Override
    public NodeX x() {
        return operand.x();
    }

    @Override
    public double[] y(long from, long to) {
        sums.begin(x().samples().first());
        double[] result = new double[Math.toIntExact(to - from)];
        long at = sums.lastAtOrBefore(from);
        IntegralSums.Sum sum = sums.at(at);
        long settled = operand.settled();
        while (at < to) {
            long end = Math.min(at < from ? Math.min(from, sums.next(at)) : sums.next(at), to);
            integrate(sum, at, end, from, result);
            at = end;
            if (at <= settled) {
                sums.keep(at, sum);
            }
        }
        return result;
    }

    /** Sums with the remainder of each addition (Neumaier 1974), lest small pieces be lost in a long run. */
    private void integrate(IntegralSums.Sum sum, long from, long to, long wanted, double[] result) {
        long start = Math.max(sums.first(), from - 1);
        double[] y = operand.y(start, to);
        double[] x = x().arrays(start, to).x();
        double xPerUnit = x().xPerUnit();
        for (int i = (int) (from - start); i < y.length; i++) {
            double piece = i == 0 ? 0 : (x[i] - x[i - 1]) / xPerUnit * (y[i] + y[i - 1]) / 2;
            if (piece - piece == 0) {
                sum.add(piece);
            }
            if (start + i >= wanted) {
                result[(int) (start + i - wanted)] = y[i] - y[i] == 0 ? sum.value() : Double.NaN;
            }
        }
    }

    @Override
    public long settled() {
        return operand.settled();
    }

    @Override
    public long reach() {
        return 1 + operand.reach();
    }

    @Override
    public long history(long from) {
        sums.begin(x().samples().first());
        return Math.max(from - sums.lastAtOrBefore(from), operand.history(from));
    }
}
