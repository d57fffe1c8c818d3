// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;

/** Samples one by one: few of a sorted signal, or the path of an unsorted one. */
final class PathScan {
    private PathScan() {
    }

    /** Samples from number {@code from} to before {@code to}, and one neighbour on each side. */
    static Points points(Samples samples, int column, XRange range, long from, long to) {
        long first = Math.max(samples.first(), from - 1);
        long end = Math.min(samples.count(), to + 1);
        double[] x = new double[(int) (end - first)];
        double[] y = new double[x.length];
        samples.forEachBlock(first, end, (block, start, stop, blockFirst) -> {
            int at = (int) (blockFirst - first);
            for (int i = start; i < stop; i++) {
                x[at + i] = samples.number(block.timeNs(i), range.originNs());
                y[at + i] = block.y(column, i);
            }
        });
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = (int) (from - first); i < to - first; i++) {
            if (y[i] - y[i] == 0) {
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
            }
        }
        return new Points(range, x, y, new YRange(low, high));
    }

    /**
     * The path of a signal whose x goes back and forth: every sample where there are at most four times as many as groups, else groups of 2^k
     * neighbours by their first, smallest and largest finite y and last, each at its own x, in the order in which they came.
     */
    static Points scan(Samples samples, int column, XRange range, int groups) {
        long first = samples.first();
        if (samples.count() - first <= 4L * groups) {
            return inside(points(samples, column, range, first, samples.count()));
        }
        PathGroups path = samples.tree().kept(PathGroups.class, column, () -> new PathGroups(column, groups));
        return inside(path.of(samples, range));
    }

    /** The extremes inside the range, which for an unsorted signal are not those of all samples. */
    private static Points inside(Points points) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.x().length; i++) {
            double y = points.y()[i];
            if (points.x()[i] >= points.range().from() && points.x()[i] <= points.range().to() && y - y == 0) {
                low = Math.min(low, y);
                high = Math.max(high, y);
            }
        }
        return new Points(points.range(), points.x(), points.y(), new YRange(low, high));
    }
}
