// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.SampleColumn;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.series.YRange;

/** A signal over time with a sample at each of two moments, in seconds after an origin. */
record TimedSeries(String name, long originNs, double first, double second) implements SignalSeries {
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
        return "";
    }

    @Override
    public String xUnit() {
        return "";
    }

    @Override
    public XType xType() {
        return XType.TIME;
    }

    @Override
    public long count() {
        return 2;
    }

    @Override
    public XRange extent() {
        return new XRange(originNs, first * 1e9, second * 1e9);
    }

    @Override
    public double lastY() {
        return 2;
    }

    @Override
    public Trace trace(XRange range, int columns) {
        double shiftNs = Samples.nsBetween(range.originNs(), originNs);
        return new Points(range, new double[] {first * 1e9 + shiftNs, second * 1e9 + shiftNs}, new double[] {1, 2}, new YRange(1, 2));
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
                return TimedSeries.this.count();
            }

            @Override
            public boolean isSorted() {
                return true;
            }

            @Override
            public void copy(long from, long to, long originNsAsked, double[] x, double[] y) {
                for (int i = 0; i < to - from; i++) {
                    x[i] = (from + i == 0 ? first : second) * 1e9 + Samples.nsBetween(originNsAsked, originNs);
                    y[i] = from + i + 1;
                }
            }
        };
    }
}
