// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RowReaderTest {
    private static final int ROWS = 20_000;

    /** Adds up what it is given. */
    private static final class SummingSink implements RowSink {
        private double sum;

        @Override
        public void numberRow(double x, double[] values) {
            sum += x + values[0] + values[1];
        }

        @Override
        public void timeRow(long epochNs, double[] values) {
            sum += epochNs + values[0] + values[1];
        }
    }

    private static void read(RowReader reader, char[][] fields) {
        for (int row = 0; row < ROWS; row++) {
            reader.begin(row);
            for (int field = 0; field < fields.length; field++) {
                reader.field(field, fields[field], 0, fields[field].length);
            }
            reader.end();
        }
    }

    private static long allocatedBytes(Optional<TimeFormat> time, String x) {
        Layout layout = new Layout(Dialect.COMMA, 4, false, 0, time, new ColumnName("t", ""),
            List.of(new Column(1, "a", ""), new Column(3, "b", "")));
        SummingSink sink = new SummingSink();
        RowReader reader = new RowReader(layout, sink, new RowProblems(true, notice -> { }), Double.NaN);
        char[][] fields = {x.toCharArray(), "0.30000000000000004".toCharArray(), "words".toCharArray(), " -12.5e3".toCharArray()};
        read(reader, fields);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read(reader, fields);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(reader.report().rows()).isEqualTo(2 * ROWS);
        assertThat(sink.sum).isNotNaN();
        return allocated;
    }

    @Test
    void shouldAllocateNothingForRowsThatFit() {
        // Less than a byte a row is the noise of the measurement itself.
        assertThat(allocatedBytes(Optional.empty(), "17.25")).isLessThan(ROWS);
        assertThat(allocatedBytes(Optional.of(TimeFormat.ISO), "2026-11-21 14:30:05.123Z")).isLessThan(ROWS);
        assertThat(allocatedBytes(Optional.of(TimeFormat.of("ms")), "1795219200000.5")).isLessThan(ROWS);
    }
}
