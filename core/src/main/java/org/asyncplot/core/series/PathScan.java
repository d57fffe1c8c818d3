// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.Samples;

/** Samples one by one: few of a sorted signal, or the path of an unsorted one. */
final class PathScan {
    private PathScan() {
    }

    /** Samples from number {@code from} to before {@code to}, and one neighbour on each side. */
    static Points points(Samples samples, int column, XRange range, long from, long to) {
        long first = Math.max(0, from - 1);
        long end = Math.min(samples.count(), to + 1);
        int count = (int) (end - first);
        double[] x = new double[count];
        double[] y = new double[count];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            x[i] = samples.x(first + i, range.originNs());
            y[i] = samples.y(column, first + i);
            boolean inside = first + i >= from && first + i < to;
            if (inside && y[i] - y[i] == 0) {
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
            }
        }
        return new Points(range, x, y, new YRange(low, high));
    }

    /**
     * The path of a signal whose x goes back and forth, in at most about {@code segments} pieces: where there are more samples, groups of n
     * neighbours are drawn by their first, smallest and largest y and last, each at its own x, in the order in which they came.
     */
    static Points scan(Samples samples, int column, XRange range, int segments) {
        long count = samples.count();
        if (count <= segments) {
            return inside(points(samples, column, range, 0, count));
        }
        long group = (4 * count + segments - 1) / segments;
        double[] x = new double[segments + 4];
        double[] y = new double[segments + 4];
        int filled = 0;
        for (long start = 0; start < count; start += group) {
            long end = Math.min(count, start + group);
            long smallest = start;
            long largest = start;
            for (long sample = start; sample < end; sample++) {
                double value = samples.y(column, sample);
                smallest = value < samples.y(column, smallest) ? sample : smallest;
                largest = value > samples.y(column, largest) ? sample : largest;
            }
            long[] chosen = {start, Math.min(smallest, largest), Math.max(smallest, largest), end - 1};
            for (long sample : chosen) {
                x[filled] = samples.x(sample, range.originNs());
                y[filled] = samples.y(column, sample);
                filled++;
            }
        }
        return inside(new Points(range, java.util.Arrays.copyOf(x, filled), java.util.Arrays.copyOf(y, filled), YRange.NONE));
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
