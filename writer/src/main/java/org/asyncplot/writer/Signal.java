// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import org.asyncplot.core.format.SignalBlock;

/**
 * A signal over an x axis of numbers: one or several y columns. Belongs to one thread at a time; signals of different threads need no lock
 * between them. {@code add} never throws, waits for no viewer, takes no lock and allocates nothing: it stores the sample into mapped
 * memory, where every viewer sees it at once.
 */
public final class Signal {
    private final long startNs;
    private final SampleSink sink;

    Signal(SampleSink sink, long startNs) {
        this.sink = sink;
        this.startNs = startNs;
    }

    /**
     * Adds a sample. Columns beyond the first get NaN, which is a gap.
     *
     * @param x in the unit of the x axis
     * @param y in the signal's unit
     */
    public void add(double x, double y) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.x(sample, x);
        to.block.y(0, sample, y);
        to.publish(sample, 1);
    }

    /**
     * Adds a sample at the time since the plot was opened.
     *
     * @param y in the signal's unit; x is in seconds
     */
    public void add(double y) {
        add((System.nanoTime() - startNs) * 1e-9, y);
    }

    /**
     * Adds a row of two. Columns that the signal lacks are left out, columns beyond get NaN.
     *
     * @param x  in the unit of the x axis
     * @param y0 of the first column
     * @param y1 of the second column
     */
    public void add(double x, double y0, double y1) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.x(sample, x);
        to.block.y(0, sample, y0);
        to.y(1, sample, y1);
        to.publish(sample, 2);
    }

    /**
     * Adds a row of three. Columns that the signal lacks are left out, columns beyond get NaN.
     *
     * @param x  in the unit of the x axis
     * @param y0 of the first column
     * @param y1 of the second column
     * @param y2 of the third column
     */
    public void add(double x, double y0, double y1, double y2) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.x(sample, x);
        to.block.y(0, sample, y0);
        to.y(1, sample, y1);
        to.y(2, sample, y2);
        to.publish(sample, 3);
    }

    /**
     * Adds a row of four. Columns that the signal lacks are left out, columns beyond get NaN.
     *
     * @param x  in the unit of the x axis
     * @param y0 of the first column
     * @param y1 of the second column
     * @param y2 of the third column
     * @param y3 of the fourth column
     */
    public void add(double x, double y0, double y1, double y2, double y3) {
        SampleSink to = sink;
        int sample = to.begin();
        if (sample < 0) {
            return;
        }
        to.block.x(sample, x);
        to.block.y(0, sample, y0);
        to.y(1, sample, y1);
        to.y(2, sample, y2);
        to.y(3, sample, y3);
        to.publish(sample, 4);
    }

    /**
     * Adds many samples of one column; they become visible block by block.
     *
     * @param x     in the unit of the x axis
     * @param y     in the signal's unit
     * @param from  index of the first to add in both
     * @param count how many
     */
    public void add(double[] x, double[] y, int from, int count) {
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
            SignalBlock block = to.block;
            for (int i = 0; i < length; i++) {
                block.x(sample + i, x[index + i]);
            }
            for (int i = 0; i < length; i++) {
                block.y(0, sample + i, y[index + i]);
            }
            for (int i = 0; i < length && to.columns != 1; i++) {
                to.fill(sample + i, 1);
            }
            index += length;
            to.position = sample + length;
            block.publish(sample + length);
        }
        assert to.confinement.leave();
    }
}
