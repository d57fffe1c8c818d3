// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampNanoTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * An Arrow IPC file: x first, doubles or UTC timestamps in ns, then a column of doubles for each y; null is no sample, NaN a gap. The units,
 * and which columns are of one signal, stand in the metadata of the fields; name and parameters of the run in that of the schema.
 */
public final class ArrowTable implements TableWriter {
    /** Metadata of a field: its unit. */
    public static final String UNIT = "unit";
    /** Metadata of a field: the signal that it is a column of, where that has several. */
    public static final String SIGNAL = "asyncplot.signal";
    /** Metadata of a field: what the column is called in its signal. */
    public static final String COLUMN = "asyncplot.column";
    /** Metadata of the schema: the name of the run. */
    public static final String RUN = "asyncplot.run";
    /** Metadata of the schema: what the names of the run's parameters are put behind. */
    public static final String PARAMETER = "asyncplot.parameter.";

    private static final int BATCH_ROWS = 8 * ROWS_PER_STEP;
    private static final ArrowType DOUBLE = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    private static final ArrowType UTC = new ArrowType.Timestamp(TimeUnit.NANOSECOND, "UTC");

    @Override
    public Written write(SignalTable table, OutputStream output, LongConsumer progress) throws IOException {
        try (BufferAllocator allocator = new RootAllocator(); VectorSchemaRoot root = VectorSchemaRoot.create(schema(table), allocator);
             ArrowFileWriter writer = new ArrowFileWriter(root, null, Channels.newChannel(output))) {
            Columns columns = new Columns(table, root);
            RowSource rows = table.rows();
            writer.start();
            long count = 0;
            boolean more = true;
            while (more) {
                int filled = 0;
                while (filled < BATCH_ROWS && (more = rows.next())) {
                    columns.row(filled++, rows);
                    if (filled % ROWS_PER_STEP == 0) {
                        progress.accept(rows.samples());
                    }
                }
                if (filled > 0) {
                    root.setRowCount(filled);
                    writer.writeBatch();
                    columns.clear();
                }
                count += filled;
            }
            writer.end();
            output.flush();
            progress.accept(rows.samples());
            return new Written(count, rows.samples(), rows.isSparse());
        }
    }

    private static Schema schema(SignalTable table) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(table.xName(), new FieldType(false, table.isTime() ? UTC : DOUBLE, null, unit(table.xUnit())), null));
        for (ExportColumn column : table.columns()) {
            Map<String, String> metadata = unit(column.unit());
            List<String> siblings = table.signals().get(column.signal()).columns();
            if (siblings.size() > 1) {
                metadata.put(SIGNAL, table.signals().get(column.signal()).name());
                metadata.put(COLUMN, siblings.get(column.column()));
            }
            fields.add(new Field(column.name(), new FieldType(true, DOUBLE, null, metadata), null));
        }
        Map<String, String> run = new LinkedHashMap<>();
        run.put(RUN, table.name());
        table.parameters().forEach((key, value) -> run.put(PARAMETER + key, value));
        return new Schema(fields, run);
    }

    private static Map<String, String> unit(String unit) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (!unit.isEmpty()) {
            metadata.put(UNIT, unit);
        }
        return metadata;
    }

    /** The vectors of a batch, whose room is taken once and used again. */
    private static final class Columns {
        private final boolean time;
        private final ExportColumn[] columns;
        private final FieldVector x;
        private final Float8Vector[] y;

        private Columns(SignalTable table, VectorSchemaRoot root) {
            time = table.isTime();
            columns = table.columns().toArray(ExportColumn[]::new);
            for (FieldVector vector : root.getFieldVectors()) {
                ((BaseFixedWidthVector) vector).allocateNew(BATCH_ROWS);
            }
            x = root.getVector(0);
            y = new Float8Vector[columns.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = (Float8Vector) root.getVector(i + 1);
            }
        }

        private void row(int at, RowSource rows) {
            if (time) {
                ((TimeStampNanoTZVector) x).set(at, rows.timeNs());
            } else {
                ((Float8Vector) x).set(at, rows.x());
            }
            for (int i = 0; i < columns.length; i++) {
                if (rows.has(columns[i].signal())) {
                    y[i].set(at, rows.y(columns[i]));
                } else {
                    y[i].setNull(at);
                }
            }
        }

        private void clear() {
            ((BaseFixedWidthVector) x).reset();
            for (Float8Vector vector : y) {
                vector.reset();
            }
        }
    }
}
