// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;

/** What an integral has come to at every 65536th sample, as far as it has been looked at: 2 MB for 10^10 samples. */
final class IntegralSums {
    private static final int STEP = 1 << 16;

    private long first = -1;
    private double[] sums = new double[16];
    private double[] rests = new double[16];
    /** How many are known; that at the first sample is 0. */
    private int known = 1;

    /** A sum, and what its additions have lost. */
    static final class Sum {
        private double sum;
        private double rest;

        private Sum(double sum, double rest) {
            this.sum = sum;
            this.rest = rest;
        }

        void add(double piece) {
            double next = sum + piece;
            rest += Math.abs(sum) >= Math.abs(piece) ? sum - next + piece : piece - next + sum;
            sum = next;
        }

        double value() {
            return sum + rest;
        }
    }

    /** It begins at the oldest sample; where all that was kept lies before it, anew. */
    void begin(long oldest) {
        if (first < 0 || first + (known - 1L) * STEP < oldest && first < oldest) {
            first = oldest;
            known = 1;
        }
    }

    long first() {
        return first;
    }

    long lastAtOrBefore(long sample) {
        return first + STEP * Math.min(known - 1, Math.max(0, sample - first) / STEP);
    }

    /** The next sample behind one at which a sum is kept. */
    long next(long sample) {
        return first + ((sample - first) / STEP + 1) * STEP;
    }

    Sum at(long sample) {
        int place = (int) ((sample - first) / STEP);
        return new Sum(sums[place], rests[place]);
    }

    void keep(long sample, Sum sum) {
        if (sample - first != (long) known * STEP) {
            return;
        }
        if (known == sums.length) {
            sums = Arrays.copyOf(sums, 2 * known);
            rests = Arrays.copyOf(rests, 2 * known);
        }
        sums[known] = sum.sum;
        rests[known] = sum.rest;
        known++;
    }
}
