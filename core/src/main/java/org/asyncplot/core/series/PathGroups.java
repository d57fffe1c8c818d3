// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.run.Samples;

/**
 * A long path in groups of 2^k neighbours, k as small as {@value #MOST_GROUPS} groups allow, each by its first, its smallest, its largest and
 * its last sample. Groups that are complete are kept, and joined in pairs when there are too many, so that a path that grows is looked at
 * once. Inside {@link org.asyncplot.core.run.BlockTree#read}.
 */
final class PathGroups {
    static final int MOST_GROUPS = 50_000;

    private static final int FIRST = 0;
    private static final int SMALLEST = 1;
    private static final int LARGEST = 2;
    private static final int LAST = 3;
    private static final int CHOSEN = 4;
    private static final long NONE = -1;

    private final int column;
    private final int most;
    /** Four of each group: x as it is stored, y, and the number of the sample. */
    private long[] x = new long[0];
    private double[] y = new double[0];
    private long[] number = new long[0];
    private long group = 1;
    private int complete;
    /** The oldest sample that was there; groups are counted from it. */
    private long first;
    private boolean isWhole = true;

    PathGroups(int column, int most) {
        this.column = column;
        this.most = most;
    }

    /** The path of all samples, in the order in which they came. */
    Points of(Samples samples, XRange range) {
        if (samples.first() != first || !isWhole) {
            // The oldest are gone, and what was read while they went may have been holes.
            first = samples.first();
            complete = 0;
            group = 1;
        }
        long count = samples.count() - first;
        if (count < complete * group) {
            return new PathGroups(column, most).of(samples, range);
        }
        while ((count + group - 1) / group > most) {
            join();
        }
        grow((int) ((count + group - 1) / group) * CHOSEN);
        isWhole = false;
        samples.forEachBlock(first + complete * group, samples.count(), (block, from, to, firstSample) -> {
            for (int i = from; i < to; i++) {
                add(block, i, firstSample + i);
            }
        });
        isWhole = true;
        return points(samples, range, (int) ((count + group - 1) / group));
    }

    private void grow(int length) {
        if (x.length < length) {
            int room = Math.min(most * CHOSEN, Math.max(length, 2 * x.length));
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
            number = Arrays.copyOf(number, room);
        }
    }

    private void add(SignalBlock block, int i, long sample) {
        double value = block.y(column, i);
        int at = complete * CHOSEN;
        if ((sample - first) % group == 0) {
            Arrays.fill(number, at, at + CHOSEN, NONE);
            choose(at + FIRST, block, i, sample, value);
        }
        if (value - value == 0) {
            if (number[at + SMALLEST] == NONE || value < y[at + SMALLEST]) {
                choose(at + SMALLEST, block, i, sample, value);
            }
            if (number[at + LARGEST] == NONE || value > y[at + LARGEST]) {
                choose(at + LARGEST, block, i, sample, value);
            }
        }
        choose(at + LAST, block, i, sample, value);
        if ((sample - first) % group == group - 1) {
            complete++;
        }
    }

    private void choose(int at, SignalBlock block, int i, long sample, double value) {
        x[at] = block.timeNs(i);
        y[at] = value;
        number[at] = sample;
    }

    /** Makes one group of each two; one that is left over is looked at again. */
    private void join() {
        complete /= 2;
        for (int pair = 0; pair < complete; pair++) {
            int to = pair * CHOSEN;
            int left = 2 * to;
            int right = left + CHOSEN;
            boolean lower = number[right + SMALLEST] != NONE && (number[left + SMALLEST] == NONE || y[right + SMALLEST] < y[left + SMALLEST]);
            boolean higher = number[right + LARGEST] != NONE && (number[left + LARGEST] == NONE || y[right + LARGEST] > y[left + LARGEST]);
            copy(left + FIRST, to + FIRST);
            copy((lower ? right : left) + SMALLEST, to + SMALLEST);
            copy((higher ? right : left) + LARGEST, to + LARGEST);
            copy(right + LAST, to + LAST);
        }
        group *= 2;
    }

    private void copy(int from, int to) {
        x[to] = x[from];
        y[to] = y[from];
        number[to] = number[from];
    }

    private Points points(Samples samples, XRange range, int groups) {
        double[] xs = new double[groups * CHOSEN];
        double[] ys = new double[groups * CHOSEN];
        int filled = 0;
        for (int at = 0; at < groups * CHOSEN; at += CHOSEN) {
            boolean smallestFirst = number[at + SMALLEST] <= number[at + LARGEST];
            int[] order = {at + FIRST, at + (smallestFirst ? SMALLEST : LARGEST), at + (smallestFirst ? LARGEST : SMALLEST), at + LAST};
            for (int from : order) {
                if (number[from] != NONE) {
                    xs[filled] = samples.number(x[from], range.originNs());
                    ys[filled] = y[from];
                    filled++;
                }
            }
        }
        return new Points(range, Arrays.copyOf(xs, filled), Arrays.copyOf(ys, filled), YRange.NONE);
    }
}
