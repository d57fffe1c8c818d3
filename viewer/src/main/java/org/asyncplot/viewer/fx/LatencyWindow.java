// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Arrays;
import java.util.OptionalLong;

/** Latencies of the last seconds. One thread. */
final class LatencyWindow {
    private static final int CAPACITY = 1024;

    private final long keptNs;
    private final long[] atNs = new long[CAPACITY];
    private final long[] valueNs = new long[CAPACITY];
    private long count;

    /**
     * A window.
     *
     * @param keptNs how long a value counts
     */
    LatencyWindow(long keptNs) {
        this.keptNs = keptNs;
    }

    void record(long nowNs, long latencyNs) {
        int slot = (int) (count++ % CAPACITY);
        atNs[slot] = nowNs;
        valueNs[slot] = latencyNs;
    }

    /**
     * A quantile by the nearest rank.
     *
     * @param nowNs the moment
     * @param part  0 to 1
     * @return ns; absent if nothing was recorded lately
     */
    OptionalLong quantile(long nowNs, double part) {
        long[] fresh = new long[(int) Math.min(count, CAPACITY)];
        int found = 0;
        for (int i = 0; i < fresh.length; i++) {
            if (nowNs - atNs[i] <= keptNs) {
                fresh[found++] = valueNs[i];
            }
        }
        if (found == 0) {
            return OptionalLong.empty();
        }
        Arrays.sort(fresh, 0, found);
        return OptionalLong.of(fresh[(int) Math.max(0, Math.ceil(part * found) - 1)]);
    }

    /** How many were recorded lately. */
    int size(long nowNs) {
        int found = 0;
        for (int i = 0; i < Math.min(count, CAPACITY); i++) {
            found += nowNs - atNs[i] <= keptNs ? 1 : 0;
        }
        return found;
    }
}
