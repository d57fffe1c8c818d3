// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.SampleColumn;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.series.YRange;

/** A signal of so many samples. */
public record CountedSeries(String name, long count) implements SignalSeries {
    @Override
    public String channel() {
        return name;
    }

    @Override
    public String unit() {
        return "V";
    }

    @Override
    public String xName() {
        return "t";
    }

    @Override
    public String xUnit() {
        return "s";
    }

    @Override
    public XType xType() {
        return XType.NUMBER;
    }

    @Override
    public XRange extent() {
        return XRange.of(0, count);
    }

    @Override
    public double lastY() {
        return count;
    }

    @Override
    public Trace trace(XRange range, int columns) {
        return new Points(range, new double[] {0, count}, new double[] {0, count}, new YRange(0, count));
    }

    @Override
    public SampleColumn samples() {
        return new SampleColumn() {
            @Override
            public Object data() {
                return name;
            }

            @Override
            public long first() {
                return 0;
            }

            @Override
            public long count() {
                return CountedSeries.this.count();
            }

            @Override
            public boolean isSorted() {
                return true;
            }

            @Override
            public void copy(long from, long to, long originNsAsked, double[] x, double[] y) {
                for (int i = 0; i < to - from; i++) {
                    x[i] = from + i;
                    y[i] = x[i];
                }
            }
        };
    }
}
