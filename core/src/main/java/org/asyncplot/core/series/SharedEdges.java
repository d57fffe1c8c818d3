// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;

/** Column edges as they were found last, since the columns of a signal share x. Inside {@link org.asyncplot.core.run.BlockTree#read}. */
final class SharedEdges {
    private final Samples samples;
    private XRange range;
    private long[] edges;

    SharedEdges(Samples samples) {
        this.samples = samples;
    }

    long[] of(XRange wanted, int columns, long from, long to, SampleSearch search) {
        if (!wanted.equals(range) || edges.length != columns + 1 || edges[0] != from || edges[columns] != to) {
            edges = new ColumnEdges(samples, search, wanted, columns, from, to).find();
            range = wanted;
        }
        return edges;
    }
}
