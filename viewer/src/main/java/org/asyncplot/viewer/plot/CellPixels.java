// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * The cells of a field that pixels show. A pixel competes for the cells whose middles lie in it: it shows the one whose colour is farthest
 * from the mean of the whole field, so that no extreme vanishes where a field is drawn smaller than it is; a missing value shows only
 * where all are missing. A pixel without the middle of a cell shows the cell that its own middle lies in.
 */
final class CellPixels {
    private final double[] values;
    private final int columns;
    private final ColorScale colors;
    private final int[] firstColumn;
    private final int[] endColumn;
    private final int[] firstRow;
    private final int[] endRow;
    private final double mean;

    /**
     * The cells for a plot.
     *
     * @param values  of the field, row by row
     * @param columns of the field
     * @param colors  what makes cells differ
     * @param x       columns of the field for each column of pixels
     * @param y       rows of the field for each row of pixels, from above
     */
    CellPixels(double[] values, int columns, ColorScale colors, Axis x, Axis y) {
        this.values = values;
        this.columns = columns;
        this.colors = colors;
        firstColumn = new int[x.pixels()];
        endColumn = new int[x.pixels()];
        firstRow = new int[y.pixels()];
        endRow = new int[y.pixels()];
        x.fill(firstColumn, endColumn);
        y.fill(firstRow, endRow);
        mean = mean();
    }

    /**
     * Cells along an axis.
     *
     * @param fromCell position of the first pixel's edge in cells, the middle of cell k being at k
     * @param toCell   position of the last pixel's other edge
     * @param count    how many cells there are
     * @param pixels   how many pixels
     */
    record Axis(double fromCell, double toCell, int count, int pixels) {
        private void fill(int[] first, int[] end) {
            for (int i = 0; i < pixels; i++) {
                double low = Math.min(edge(i), edge(i + 1));
                double high = Math.max(edge(i), edge(i + 1));
                first[i] = clamp(Math.ceil(low));
                end[i] = clamp(Math.ceil(high));
                if (first[i] >= end[i]) {
                    double middle = Math.floor(low * 0.5 + high * 0.5 + 0.5);
                    boolean inside = middle >= 0 && middle < count;
                    first[i] = inside ? (int) middle : 0;
                    end[i] = inside ? first[i] + 1 : 0;
                }
            }
        }

        private double edge(int pixel) {
            double part = (double) pixel / pixels;
            return fromCell * (1 - part) + toCell * part;
        }

        private int clamp(double cell) {
            return (int) Math.max(0, Math.min(count, cell));
        }
    }

    private double mean() {
        double sum = 0;
        long count = 0;
        for (double value : values) {
            double part = colors.part(value);
            if (part - part == 0) {
                sum += part;
                count++;
            }
        }
        return sum / count;
    }

    /** Whether no cell has a finite value with a colour. */
    boolean isBlank() {
        return Double.isNaN(mean);
    }

    /** Whether a row of pixels shows what the row above it shows. */
    boolean sameAsAbove(int row) {
        return row > 0 && firstRow[row] == firstRow[row - 1] && endRow[row] == endRow[row - 1];
    }

    /** The value that a pixel shows; NaN where there is none. */
    double value(int column, int row) {
        int first = firstColumn[column];
        int end = endColumn[column];
        if (end - first == 1 && endRow[row] - firstRow[row] == 1) {
            return values[firstRow[row] * columns + first];
        }
        double shown = Double.NaN;
        double farthest = -1;
        for (int cellRow = firstRow[row]; cellRow < endRow[row]; cellRow++) {
            for (int cell = cellRow * columns + first; cell < cellRow * columns + end; cell++) {
                double distance = Math.abs(colors.part(values[cell]) - mean);
                if (distance > farthest) {
                    farthest = distance;
                    shown = values[cell];
                }
            }
        }
        return shown;
    }
}
