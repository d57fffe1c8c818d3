// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * One frame of a waveform channel, copied out of the run. The arrays belong to this object: do not change them.
 *
 * @param name   channel name
 * @param unit   unit of y, possibly empty
 * @param xName  name of the x axis, possibly empty
 * @param xUnit  unit of x, possibly empty
 * @param number frame number in its channel, -1 before the first, less if it was not recorded
 * @param timeNs when it was published, epoch ns
 * @param x      x values
 * @param y      y values, as many
 */
public record WaveformSnapshot(String name, String unit, String xName, String xUnit, long number, long timeNs, double[] x, double[] y) {
    private static final long LOST = -2;

    /**
     * A channel before its first frame.
     *
     * @param name  channel name
     * @param unit  unit of y
     * @param xName name of the x axis
     * @param xUnit unit of x
     * @return a frame without points
     */
    public static WaveformSnapshot empty(String name, String unit, String xName, String xUnit) {
        return new WaveformSnapshot(name, unit, xName, xUnit, -1, 0, new double[0], new double[0]);
    }

    /**
     * The channel at a moment whose frame was overwritten by later ones.
     *
     * @return nothing to draw, in place of that frame
     */
    public WaveformSnapshot lost() {
        return new WaveformSnapshot(name, unit, xName, xUnit, LOST, 0, new double[0], new double[0]);
    }

    /**
     * Whether there was a frame that is not there any more.
     *
     * @return true if none may be shown in its place
     */
    public boolean isLost() {
        return number == LOST;
    }

    /**
     * Whether there is no frame to show.
     *
     * @return true before the first frame, and where it was not recorded
     */
    public boolean isEmpty() {
        return number < 0;
    }
}
