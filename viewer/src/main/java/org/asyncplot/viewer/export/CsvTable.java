// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * CSV as RFC 4180 has it, in UTF-8: a header of names and units, then a row for each x. Numbers are the shortest that read back to the same
 * double, times ISO 8601 in UTC to the ns; {@code NaN} is a gap, an empty field is no sample.
 */
public final class CsvTable implements TableWriter {
    @Override
    public Written write(SignalTable table, OutputStream output, LongConsumer progress) throws IOException {
        AsciiOutput text = new AsciiOutput(output);
        CsvHeader.write(table, text);
        List<ExportColumn> columns = table.columns();
        ExportColumn[] fields = columns.toArray(ExportColumn[]::new);
        RowSource rows = table.rows();
        boolean time = table.isTime();
        long count = 0;
        while (rows.next()) {
            if (time) {
                text.time(rows.timeNs());
            } else {
                text.number(rows.x());
            }
            for (ExportColumn field : fields) {
                text.character(',');
                if (rows.has(field.signal())) {
                    text.number(rows.y(field));
                }
            }
            text.character('\n');
            if (++count % ROWS_PER_STEP == 0) {
                progress.accept(rows.samples());
            }
        }
        text.flush();
        progress.accept(rows.samples());
        return new Written(count, rows.samples(), rows.isSparse());
    }
}
