// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

/**
 * A signal over absolute time: one or several y columns. Belongs to one thread at a time; {@code add} never throws, waits for no viewer,
 * takes no lock and allocates nothing.
 */
public final class TimeSignal {
    private final SampleSink sink;

    TimeSignal(SampleSink sink) {
        this.sink = sink;
    }

    /**
     * Adds a sample. Columns beyond the first get NaN, which is a gap.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     * @param y       in the signal's unit
     */
    public void add(long epochNs, double y) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.timeNs(sample, epochNs);
        to.block.y(0, sample, y);
        to.publish(sample, 1);
    }

    /**
     * Adds a row of two. Columns that the signal lacks are left out, columns beyond get NaN.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     * @param y0      of the first column
     * @param y1      of the second column
     */
    public void add(long epochNs, double y0, double y1) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.timeNs(sample, epochNs);
        to.block.y(0, sample, y0);
        to.y(1, sample, y1);
        to.publish(sample, 2);
    }

    /**
     * Adds a row of three. Columns that the signal lacks are left out, columns beyond get NaN.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     * @param y0      of the first column
     * @param y1      of the second column
     * @param y2      of the third column
     */
    public void add(long epochNs, double y0, double y1, double y2) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.timeNs(sample, epochNs);
        to.block.y(0, sample, y0);
        to.y(1, sample, y1);
        to.y(2, sample, y2);
        to.publish(sample, 3);
    }

    /**
     * Adds a row of four. Columns that the signal lacks are left out, columns beyond get NaN.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     * @param y0      of the first column
     * @param y1      of the second column
     * @param y2      of the third column
     * @param y3      of the fourth column
     */
    public void add(long epochNs, double y0, double y1, double y2, double y3) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.timeNs(sample, epochNs);
        to.block.y(0, sample, y0);
        to.y(1, sample, y1);
        to.y(2, sample, y2);
        to.y(3, sample, y3);
        to.publish(sample, 4);
    }

    /**
     * Adds many samples of one column; they become visible block by block.
     *
     * @param epochNs ns since 1970-01-01T00:00:00Z
     * @param y       in the signal's unit
     * @param from    index of the first to add in both
     * @param count   how many
     */
    public void add(long[] epochNs, double[] y, int from, int count) {
        SampleSink to = sink;
        assert to.confinement.enter();
        int index = from;
        int end = from + count;
        while (index < end) {
            // Read once: the agent may set it to 0 at any time.
            int limit = to.limit;
            if (to.position >= limit) {
                if (!to.next(end - index)) {
                    break;
                }
                continue;
            }
            int sample = to.position;
            int length = Math.min(end - index, limit - sample);
            for (int i = 0; i < length; i++) {
                to.block.timeNs(sample + i, epochNs[index + i]);
                to.block.y(0, sample + i, y[index + i]);
                to.fill(sample + i, 1);
            }
            index += length;
            to.position = sample + length;
            to.block.publish(sample + length);
        }
        assert to.confinement.leave();
    }
}
