// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.BlockX;
import org.asyncplot.core.run.Samples;

/**
 * The x values of pinned samples: whether they are sorted, and where in them a place lies. What was found out is kept, since the columns of
 * a signal share it.
 */
final class SortedSamples {
    private final Samples samples;
    private BlockX x;

    SortedSamples(Samples samples) {
        this.samples = samples;
    }

    Samples samples() {
        return samples;
    }

    /** Whether x never goes backwards and is never NaN. */
    boolean isSorted() {
        return x().sorted();
    }

    /** Smallest x relative to the samples' origin; above {@link #largest()} if there is none that is finite. */
    double smallest() {
        return x().smallest();
    }

    double largest() {
        return x().largest();
    }

    private BlockX x() {
        if (x == null) {
            x = samples.x();
        }
        return x;
    }

    /** The number of the first sample at or after a place, by binary search; the count if there is none. Only where x is sorted. */
    long firstAtOrAfter(double x, long originNs) {
        return firstAtOrAfter(x, originNs, 0, samples.count());
    }

    /** The same among the samples from {@code low} to before {@code high}; {@code high} if there is none. */
    long firstAtOrAfter(double x, long originNs, long low, long high) {
        long least = low;
        long most = high;
        while (least < most) {
            long middle = (least + most) >>> 1;
            if (samples.x(middle, originNs) >= x) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }

    /** The same, looking around a guess first: for evenly spaced samples it takes a few steps instead of twenty. */
    long firstAtOrAfter(double x, long originNs, long low, long high, long guess) {
        if (guess <= low || guess >= high) {
            return firstAtOrAfter(x, originNs, low, high);
        }
        long step = 1;
        if (samples.x(guess, originNs) >= x) {
            long known = guess;
            while (known - step > low && samples.x(known - step, originNs) >= x) {
                known -= step;
                step *= 2;
            }
            return firstAtOrAfter(x, originNs, Math.max(low, known - step), known);
        }
        long known = guess;
        while (known + step < high && samples.x(known + step, originNs) < x) {
            known += step;
            step *= 2;
        }
        return firstAtOrAfter(x, originNs, known + 1, Math.min(high, known + step));
    }
}
