// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** Takes rows one by one; only one of the two methods is called, as the layout says. The array is only lent. */
interface RowSink {
    /** Stands for no value at all, where that is not a gap: a NaN that no number reads as. */
    double ABSENT = Double.longBitsToDouble(0x7ff8_0000_0000_0abcL);

    static boolean isAbsent(double value) {
        return Double.doubleToRawLongBits(value) == 0x7ff8_0000_0000_0abcL;
    }

    /** A row whose x is a number. */
    void numberRow(double x, double[] values);

    /** A row whose x is a moment, in ns since 1970-01-01T00:00:00Z. */
    void timeRow(long epochNs, double[] values);
}
