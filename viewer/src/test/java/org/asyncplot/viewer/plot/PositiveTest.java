// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.Trace;
import org.junit.jupiter.api.Test;

class PositiveTest {
    @Test
    void shouldCountEveryValueWhenSamplesAreSparse() {
        Trace trace = trace(8, (i, n) -> i % 4 - 1, Points.class);
        assertThat(Positive.notShown(trace)).isEqualTo(new Positive.Hidden(4, true));
        assertThat(Positive.extremes(trace).low()).isEqualTo(1);
    }

    @Test
    void shouldCountWhatIsKnownForCertainWhenSamplesAreDense() {
        Trace above = trace(1000, (i, n) -> 1 + i, Envelope.class);
        assertThat(Positive.notShown(above)).isEqualTo(Positive.Hidden.NONE);
        Trace half = trace(1000, (i, n) -> i < n / 2 ? -1 : 1, Envelope.class);
        assertThat(Positive.notShown(half)).isEqualTo(new Positive.Hidden(500, true));
        Trace mixed = trace(1000, (i, n) -> i % 2 == 0 ? -1 : 1, Envelope.class);
        assertThat(Positive.notShown(mixed)).as("one for each of ten columns").isEqualTo(new Positive.Hidden(10, false));
        assertThat(Positive.notShown(half).and(Positive.notShown(mixed))).isEqualTo(new Positive.Hidden(510, false));
    }

    private interface Value {
        double at(int i, int n);
    }

    private static Trace trace(int count, Value value, Class<? extends Trace> kind) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i;
            y[i] = value.at(i, count);
        }
        ArraySeries series = ArraySeries.numbers("a", "", x, y);
        Trace trace = series.trace(series.extent(), 10);
        assertThat(trace).isInstanceOf(kind);
        return trace;
    }
}
