// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * One frame of an image channel, copied out of the run: {@code rows * columns} values, row by row; row 0 lies at y0 and the first column at
 * x0, both the middles of their cells. The array belongs to this object: do not change it.
 *
 * @param name    channel name
 * @param unit    unit of the values, possibly empty
 * @param xName   name of the x axis, possibly empty
 * @param xUnit   unit of x, possibly empty
 * @param yName   name of the y axis, possibly empty
 * @param yUnit   unit of y, possibly empty
 * @param number  frame number in its channel, -1 before the first, less if it was not recorded
 * @param timeNs  when it was published, epoch ns
 * @param rows    rows, at least 1, but 0 before the first frame
 * @param columns columns, at least 1, but 0 before the first frame
 * @param x0      x of the first column's middle
 * @param dx      step from column to column, not 0
 * @param y0      y of the first row's middle
 * @param dy      step from row to row, not 0
 * @param values  the field
 */
public record ImageSnapshot(String name, String unit, String xName, String xUnit, String yName, String yUnit, long number, long timeNs,
                            int rows, int columns, double x0, double dx, double y0, double dy, double[] values) {
    private static final long LOST = -2;

    /**
     * A channel before its first frame.
     *
     * @param name  channel name
     * @param unit  unit of the values
     * @param xName name of the x axis
     * @param xUnit unit of x
     * @param yName name of the y axis
     * @param yUnit unit of y
     * @return a field without cells
     */
    public static ImageSnapshot empty(String name, String unit, String xName, String xUnit, String yName, String yUnit) {
        return new ImageSnapshot(name, unit, xName, xUnit, yName, yUnit, -1, 0, 0, 0, 0, 1, 0, 1, new double[0]);
    }

    /**
     * The channel at a moment whose frame was overwritten by later ones.
     *
     * @return nothing to draw, in place of that frame
     */
    public ImageSnapshot lost() {
        return new ImageSnapshot(name, unit, xName, xUnit, yName, yUnit, LOST, 0, 0, 0, 0, 1, 0, 1, new double[0]);
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
