// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/** Samples of a derived signal, one by one; of a long integral the first takes as long as all before it. */
record DerivedColumn(FormulaNode node) implements SampleColumn {
    @Override
    public Object data() {
        return node.x().samples().data();
    }

    @Override
    public long first() {
        return node.x().samples().first();
    }

    @Override
    public long count() {
        return node.x().samples().count();
    }

    @Override
    public boolean isSorted() {
        return node.x().samples().isSorted();
    }

    @Override
    public void copy(long from, long to, long originNs, double[] x, double[] y) {
        node.x().samples().copy(from, to, originNs, x, y);
        System.arraycopy(node.y(from, to), 0, y, 0, Math.toIntExact(to - from));
    }

    @Override
    public long firstAtOrAfter(double place, long originNs) {
        return node.x().samples().firstAtOrAfter(place, originNs);
    }
}
