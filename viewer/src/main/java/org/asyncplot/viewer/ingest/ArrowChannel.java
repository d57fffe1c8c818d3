// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.TimeSignal;

/** One signal out of the batches of an Arrow file. */
abstract class ArrowChannel {
    private final FieldVector x;
    private final FieldVector[] y;
    private final double[] values;

    private ArrowChannel(FieldVector x, FieldVector[] y) {
        this.x = x;
        this.y = y;
        this.values = new double[y.length];
    }

    static ArrowChannel open(Plot plot, ArrowLayout layout, ArrowLayout.Signal signal, VectorSchemaRoot root) {
        FieldVector x = layout.x() < 0 ? null : root.getVector(layout.x());
        FieldVector[] y = signal.fields().stream().map(root::getVector).toArray(FieldVector[]::new);
        String[] columns = signal.columns().toArray(String[]::new);
        return layout.unitNs() > 0
            ? new Times(plot.timeSignal(signal.name(), signal.unit(), columns), layout.unitNs(), x, y)
            : new Numbers(plot.signal(signal.name(), signal.unit(), columns), x, y);
    }

    /** Adds the rows of a batch that have an x and a y. */
    void add(long rowsBefore, int rows) {
        for (int row = 0; row < rows; row++) {
            if (x != null && x.isNull(row) || !read(row)) {
                continue;
            }
            add(x, row, rowsBefore, values);
        }
    }

    /** Reads a row; of a signal with several columns a missing one is a gap, unless all are missing. */
    private boolean read(int row) {
        boolean any = false;
        for (int i = 0; i < y.length; i++) {
            boolean there = !y[i].isNull(row);
            values[i] = there ? number(y[i], row) : Double.NaN;
            any |= there;
        }
        return any;
    }

    private static double number(FieldVector vector, int row) {
        return vector instanceof FloatingPointVector floating ? floating.getValueAsDouble(row) : ((BaseIntVector) vector).getValueAsLong(row);
    }

    abstract void add(FieldVector places, int row, long rowsBefore, double[] y);

    /** Over numbers. */
    private static final class Numbers extends ArrowChannel {
        private final Signal signal;

        private Numbers(Signal signal, FieldVector x, FieldVector[] y) {
            super(x, y);
            this.signal = signal;
        }

        @Override
        void add(FieldVector places, int row, long rowsBefore, double[] y) {
            double x = places == null ? rowsBefore + row + 1 : number(places, row);
            switch (y.length) {
                case 1 -> signal.add(x, y[0]);
                case 2 -> signal.add(x, y[0], y[1]);
                case 3 -> signal.add(x, y[0], y[1], y[2]);
                default -> signal.add(x, y[0], y[1], y[2], y[3]);
            }
        }
    }

    /** Over time. */
    private static final class Times extends ArrowChannel {
        private final TimeSignal signal;
        private final long unitNs;

        private Times(TimeSignal signal, long unitNs, FieldVector x, FieldVector[] y) {
            super(x, y);
            this.signal = signal;
            this.unitNs = unitNs;
        }

        @Override
        void add(FieldVector places, int row, long rowsBefore, double[] y) {
            long epochNs = ((TimeStampVector) places).get(row) * unitNs;
            switch (y.length) {
                case 1 -> signal.add(epochNs, y[0]);
                case 2 -> signal.add(epochNs, y[0], y[1]);
                case 3 -> signal.add(epochNs, y[0], y[1], y[2]);
                default -> signal.add(epochNs, y[0], y[1], y[2], y[3]);
            }
        }
    }
}
