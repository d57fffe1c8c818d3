// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import org.asyncplot.core.run.XType;

/** Counts the samples that are read of another, of which it shows the first so many. */
final class CountingSeries {
    long copied;
    private final SignalSeries all;

    CountingSeries(SignalSeries all) {
        this.all = all;
    }

    SignalSeries until(long count) {
        return new Part(count);
    }

    private final class Part implements SignalSeries, SampleColumn {
        private final long count;

        private Part(long count) {
            this.count = count;
        }

        @Override
        public String name() {
            return all.name();
        }

        @Override
        public String channel() {
            return all.channel();
        }

        @Override
        public String unit() {
            return all.unit();
        }

        @Override
        public String xName() {
            return all.xName();
        }

        @Override
        public String xUnit() {
            return all.xUnit();
        }

        @Override
        public XType xType() {
            return all.xType();
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public XRange extent() {
            return all.extent();
        }

        @Override
        public double lastY() {
            return all.lastY();
        }

        @Override
        public Trace trace(XRange range, int columns) {
            return all.trace(range, columns);
        }

        @Override
        public SampleColumn samples() {
            return this;
        }

        @Override
        public Object data() {
            return all.samples().data();
        }

        @Override
        public long first() {
            return 0;
        }

        @Override
        public boolean isSorted() {
            return true;
        }

        @Override
        public void copy(long from, long to, long originNs, double[] x, double[] y) {
            copied += to - from;
            all.samples().copy(from, to, originNs, x, y);
        }
    }
}
