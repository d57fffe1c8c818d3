// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;

/** Samples of a run, one by one. */
record RunColumn(Samples samples, int column) implements SampleColumn {
    @Override
    public Object data() {
        return samples.tree();
    }

    @Override
    public long first() {
        return samples.first();
    }

    @Override
    public long count() {
        return samples.count();
    }

    @Override
    public boolean isSorted() {
        return samples.isSorted();
    }

    @Override
    public void copy(long from, long to, long originNs, double[] x, double[] y) {
        samples.forEachBlock(from, to, (block, start, end, blockFirst) -> {
            int at = (int) (blockFirst - from);
            for (int i = start; i < end; i++) {
                x[at + i] = samples.number(block.timeNs(i), originNs);
                y[at + i] = block.y(column, i);
            }
        });
    }
}
