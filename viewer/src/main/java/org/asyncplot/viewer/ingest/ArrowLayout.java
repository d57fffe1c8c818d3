// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * What the columns of an Arrow file mean. x is the column asked for, else the first one if it holds numbers or timestamps and is not the only
 * one, else the number of the row.
 *
 * @param x       place of x, {@link Layout#ROW_NUMBER} if rows are numbered from 1 on
 * @param xName   its name
 * @param xUnit   its unit, possibly empty
 * @param unitNs  ns in a unit of time, 0 if x is a number
 * @param signals the signals
 * @param leftOut columns that are none
 */
record ArrowLayout(int x, String xName, String xUnit, long unitNs, List<Signal> signals, List<String> leftOut) {
    /** Metadata that our own files have; others may have it as well. */
    static final String UNIT = "unit";
    static final String SIGNAL = "asyncplot.signal";
    static final String COLUMN = "asyncplot.column";
    static final String PARAMETER = "asyncplot.parameter.";

    private static final int MOST_COLUMNS = 4;

    /**
     * A signal.
     *
     * @param name    its name
     * @param unit    its unit, possibly empty
     * @param columns names of its columns, empty if it has one
     * @param fields  the places of its columns
     */
    record Signal(String name, String unit, List<String> columns, List<Integer> fields) {
    }

    static ArrowLayout of(Schema schema, Optional<String> asked) {
        List<Field> fields = schema.getFields();
        int x = asked.map(name -> find(name, fields)).orElseGet(() -> first(fields));
        Map<String, Signal> signals = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (i != x && isNumeric(fields.get(i))) {
                add(signals, i, fields.get(i));
            } else if (i != x) {
                leftOut.add(Excerpt.ofName(fields.get(i).getName()));
            }
        }
        if (signals.isEmpty()) {
            throw new IngestException("no column of numbers" + (x < 0 ? "" : " beside x") + ", nothing to record");
        }
        Optional<Field> chosen = x < 0 ? Optional.empty() : Optional.of(fields.get(x));
        return new ArrowLayout(x, chosen.map(Field::getName).orElse("row"), chosen.map(ArrowLayout::unit).orElse(""),
            chosen.map(field -> nsOf(field.getType())).orElse(0L), List.copyOf(signals.values()), leftOut);
    }

    int columns() {
        return signals.stream().mapToInt(signal -> signal.fields().size()).sum();
    }

    private static void add(Map<String, Signal> signals, int place, Field field) {
        String owner = field.getMetadata().get(SIGNAL);
        String column = field.getMetadata().get(COLUMN);
        Signal known = owner == null ? null : signals.get("of " + owner);
        if (owner != null && column != null && (known == null || known.fields().size() < MOST_COLUMNS)) {
            Signal whole = known == null ? new Signal(owner, unit(field), new ArrayList<>(), new ArrayList<>()) : known;
            whole.columns().add(column);
            whole.fields().add(place);
            signals.put("of " + owner, whole);
        } else {
            signals.put(place + " " + field.getName(), new Signal(field.getName(), unit(field), List.of(), List.of(place)));
        }
    }

    private static String unit(Field field) {
        return field.getMetadata().getOrDefault(UNIT, "");
    }

    private static int find(String name, List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getName().equals(name)) {
                return usable(i, fields);
            }
        }
        if (name.matches("[0-9]{1,5}") && Integer.parseInt(name) >= 1 && Integer.parseInt(name) <= fields.size()) {
            return usable(Integer.parseInt(name) - 1, fields);
        }
        throw new IngestException("no column " + Excerpt.of(name) + " for x; there are "
            + Excerpt.list(fields.stream().map(field -> Excerpt.ofName(field.getName())).toList()));
    }

    private static int usable(int place, List<Field> fields) {
        Field field = fields.get(place);
        if (!isNumeric(field) && nsOf(field.getType()) == 0) {
            throw new IngestException("column " + Excerpt.of(field.getName()) + " cannot be x: it holds " + field.getType());
        }
        return place;
    }

    private static int first(List<Field> fields) {
        boolean another = fields.stream().skip(1).anyMatch(ArrowLayout::isNumeric);
        boolean usable = !fields.isEmpty() && (isNumeric(fields.get(0)) || nsOf(fields.get(0).getType()) > 0);
        return usable && another ? 0 : Layout.ROW_NUMBER;
    }

    private static boolean isNumeric(Field field) {
        ArrowType type = field.getType();
        boolean half = type instanceof ArrowType.FloatingPoint floating
            && floating.getPrecision() == org.apache.arrow.vector.types.FloatingPointPrecision.HALF;
        return field.getDictionary() == null && !half && (type instanceof ArrowType.FloatingPoint || type instanceof ArrowType.Int);
    }

    private static long nsOf(ArrowType type) {
        if (!(type instanceof ArrowType.Timestamp timestamp)) {
            return 0;
        }
        TimeUnit unit = timestamp.getUnit();
        return switch (unit) {
            case SECOND -> 1_000_000_000L;
            case MILLISECOND -> 1_000_000L;
            case MICROSECOND -> 1_000L;
            case NANOSECOND -> 1L;
        };
    }
}
