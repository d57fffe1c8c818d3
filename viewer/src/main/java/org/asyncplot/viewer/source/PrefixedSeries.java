// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;

/** A signal under a longer name. */
record PrefixedSeries(String prefix, SignalSeries series) implements SignalSeries {
    @Override
    public String name() {
        return prefix + series.name();
    }

    @Override
    public String channel() {
        return prefix + series.channel();
    }

    @Override
    public String unit() {
        return series.unit();
    }

    @Override
    public String xName() {
        return series.xName();
    }

    @Override
    public String xUnit() {
        return series.xUnit();
    }

    @Override
    public XType xType() {
        return series.xType();
    }

    @Override
    public long count() {
        return series.count();
    }

    @Override
    public XRange extent() {
        return series.extent();
    }

    @Override
    public double lastY() {
        return series.lastY();
    }

    @Override
    public Trace trace(XRange range, int columns) {
        return series.trace(range, columns);
    }
}
