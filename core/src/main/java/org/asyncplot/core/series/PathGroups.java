// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.run.Samples;

/** A long path in groups of equally many neighbours, each by four of its samples. Inside {@link org.asyncplot.core.run.BlockTree#read}. */
final class PathGroups {
    private static final int CHOSEN = 4;

    private final Samples samples;
    private final int column;
    private final XRange range;
    private final long group;
    private final double[] x;
    private final double[] y;
    private int filled;
    /** Of the group that is being looked at: x and y of its first, smallest, largest and last sample, and their numbers. */
    private final double[] groupX = new double[CHOSEN];
    private final double[] groupY = new double[CHOSEN];
    private final long[] number = new long[CHOSEN];

    PathGroups(Samples samples, int column, XRange range, long group) {
        this.samples = samples;
        this.column = column;
        this.range = range;
        this.group = group;
        int groups = (int) ((samples.count() + group - 1) / group);
        this.x = new double[CHOSEN * groups];
        this.y = new double[CHOSEN * groups];
    }

    Points scan() {
        samples.forEachBlock(0, samples.count(), (block, from, to, firstSample) -> {
            for (int i = from; i < to; i++) {
                add(block, i, firstSample + i);
            }
        });
        return new Points(range, Arrays.copyOf(x, filled), Arrays.copyOf(y, filled), YRange.NONE);
    }

    private void add(SignalBlock block, int i, long sample) {
        double value = block.y(column, i);
        boolean begins = sample % group == 0;
        if (begins) {
            choose(0, block, i, sample, value);
            Arrays.fill(number, 1, CHOSEN, -1);
        }
        boolean finite = value - value == 0;
        if (finite && (number[1] < 0 || value < groupY[1])) {
            choose(1, block, i, sample, value);
        }
        if (finite && (number[2] < 0 || value > groupY[2])) {
            choose(2, block, i, sample, value);
        }
        if (sample % group == group - 1 || sample == samples.count() - 1) {
            choose(CHOSEN - 1, block, i, sample, value);
            emit(0);
            int earlier = number[1] <= number[2] ? 1 : 2;
            emit(earlier);
            emit(CHOSEN - 1 - earlier);
            emit(CHOSEN - 1);
        }
    }

    private void choose(int which, SignalBlock block, int i, long sample, double value) {
        groupX[which] = samples.number(block.timeNs(i), range.originNs());
        groupY[which] = value;
        number[which] = sample;
    }

    private void emit(int which) {
        if (number[which] >= 0) {
            x[filled] = groupX[which];
            y[filled] = groupY[which];
            filled++;
        }
    }
}
