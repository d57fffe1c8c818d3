// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Arrays;

/**
 * What is known of a derived signal: the extremes of groups of 2^k neighbours, anchored to sample numbers, of those that pictures have
 * asked for. k is as small as {@value #MOST_GROUPS} groups allow; as the signal grows, groups are joined in pairs. At most 7 MB.
 */
final class DerivedGroups {
    static final int MOST_GROUPS = 1 << 17;
    private static final int LEAST_SIZE = 512;

    static final int KNOWN = 4;
    static final int GAP_FIRST = 8;
    static final int GAP_LAST = 16;

    private long size = LEAST_SIZE;
    private double[] firstX = new double[0];
    private double[] lastX = new double[0];
    private double[] min = new double[0];
    private double[] max = new double[0];
    private double[] first = new double[0];
    private double[] last = new double[0];
    private int[] finite = new int[0];
    private byte[] marks = new byte[0];

    /** Makes room for groups of a signal that has so many samples. */
    void fit(long count) {
        while (count / size > MOST_GROUPS) {
            join();
        }
        int needed = (int) (count / size);
        if (needed > marks.length) {
            int room = Math.min(MOST_GROUPS, Math.max(needed, 2 * marks.length));
            firstX = Arrays.copyOf(firstX, room);
            lastX = Arrays.copyOf(lastX, room);
            min = Arrays.copyOf(min, room);
            max = Arrays.copyOf(max, room);
            first = Arrays.copyOf(first, room);
            last = Arrays.copyOf(last, room);
            finite = Arrays.copyOf(finite, room);
            marks = Arrays.copyOf(marks, room);
        }
    }

    long size() {
        return size;
    }

    boolean isKnown(int group) {
        return (marks[group] & KNOWN) != 0;
    }

    /** Learns a group from its samples, which begin at a place of arrays. */
    void learn(int group, double[] x, double[] y, int from) {
        int end = from + (int) size;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int count = 0;
        int mark = KNOWN;
        for (int i = from; i < end; i++) {
            double value = y[i];
            if (value - value == 0) {
                first[group] = count == 0 ? value : first[group];
                last[group] = value;
                low = Math.min(low, value);
                high = Math.max(high, value);
                count++;
            } else {
                mark |= value == Double.POSITIVE_INFINITY ? Envelope.POSITIVE : value == Double.NEGATIVE_INFINITY ? Envelope.NEGATIVE : 0;
            }
        }
        mark |= y[from] - y[from] == 0 ? 0 : GAP_FIRST;
        mark |= y[end - 1] - y[end - 1] == 0 ? 0 : GAP_LAST;
        firstX[group] = x[from];
        lastX[group] = x[end - 1];
        min[group] = low;
        max[group] = high;
        finite[group] = count;
        marks[group] = (byte) mark;
    }

    /** Puts a group into the column that its first sample falls on; false, and nothing, if its samples lie too far apart for one column. */
    boolean fold(int group, double xShift, EnvelopeFold fold) {
        if (!fold.isTogether(firstX[group], lastX[group])) {
            return false;
        }
        int column = fold.column(firstX[group] + xShift);
        fold.infinity(column, marks[group] & (Envelope.POSITIVE | Envelope.NEGATIVE));
        if (finite[group] == 0 || (marks[group] & GAP_FIRST) != 0) {
            fold.gap();
        }
        if (finite[group] > 0) {
            fold.take(column, min[group], max[group], first[group], last[group], finite[group]);
            if ((marks[group] & GAP_LAST) != 0) {
                fold.gap();
            }
        }
        return true;
    }

    private void join() {
        for (int to = 0; to < marks.length / 2; to++) {
            join(2 * to, 2 * to + 1, to);
        }
        Arrays.fill(marks, marks.length / 2, marks.length, (byte) 0);
        size *= 2;
    }

    private void join(int left, int right, int to) {
        boolean known = isKnown(left) && isKnown(right);
        int both = (marks[left] | marks[right]) & (Envelope.POSITIVE | Envelope.NEGATIVE);
        int ends = marks[left] & GAP_FIRST | marks[right] & GAP_LAST;
        firstX[to] = firstX[left];
        lastX[to] = lastX[right];
        min[to] = Math.min(min[left], min[right]);
        max[to] = Math.max(max[left], max[right]);
        first[to] = finite[left] > 0 ? first[left] : first[right];
        last[to] = finite[right] > 0 ? last[right] : last[left];
        finite[to] = finite[left] + finite[right];
        marks[to] = (byte) (known ? KNOWN | both | ends : 0);
    }
}
