// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/** A recorded signal. */
record SignalNode(NodeX x) implements FormulaNode {
    @Override
    public double[] y(long from, long to) {
        return x.arrays(from, to).y();
    }

    @Override
    public long settled() {
        return x.samples().count();
    }

    @Override
    public long reach() {
        return 0;
    }

    @Override
    public SignalSeries monotoneOf() {
        return x.series();
    }

    @Override
    public double map(double value) {
        return value;
    }
}
