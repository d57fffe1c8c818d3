// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The dialect: which keys there are, what they hold, and what they mean where they are missing. */
final class FigureReader {
    static final String AUTO = "auto";

    private FigureReader() {
    }

    static FigureSpec figure(YamlValue root) {
        Map<String, YamlValue> keys = root.entries("figure", "signals", "x", "panels");
        return new FigureSpec(text(keys, "figure"), signals(keys), figureX(keys),
                list(keys, "panels", "a panel").stream().map(FigureReader::panel).toList());
    }

    private static Map<String, String> signals(Map<String, YamlValue> keys) {
        Map<String, YamlValue> entries = Optional.ofNullable(keys.get("signals")).map(YamlValue::entries).orElse(Map.of());
        Map<String, String> signals = new LinkedHashMap<>();
        entries.forEach((name, expression) -> {
            if (name.isBlank()) {
                throw expression.error("the name of this signal is empty");
            }
            signals.put(name, formula(expression));
        });
        try {
            DerivedSignals.of(signals);
        } catch (DerivedSignalException circle) {
            throw entries.get(circle.signal()).error(circle.getMessage());
        }
        return signals;
    }

    private static String formula(YamlValue expression) {
        String text = expression.textNotEmpty();
        try {
            Formula.parse(text);
        } catch (FormulaException none) {
            throw expression.errorAt(none.column(), none.problem());
        }
        return text;
    }

    private static Optional<XSpec> figureX(Map<String, YamlValue> keys) {
        return Optional.ofNullable(keys.get("x")).flatMap(x -> XReader.read(x.entries("last", "from", "to")));
    }

    private static PanelSpec panel(YamlValue panel) {
        Map<String, YamlValue> keys = panel.entries("title", "kind", "at", "x", "y", "right", "color", "colormap", "series", "limits");
        Map<String, YamlValue> x = keys.containsKey("x") ? keys.get("x").entries("last", "from", "to", "scale") : Map.of();
        return new PanelSpec(text(keys, "title"),
                keys.containsKey("kind") ? keys.get("kind").choice("kind", PanelKind.class) : PanelKind.LINE,
                Optional.ofNullable(keys.get("at")).map(FigureReader::cell),
                XReader.read(x), scale(x), axis(keys, "y"), axis(keys, "right"), axis(keys, "color"), text(keys, "colormap"),
                list(keys, "series", "a series").stream().map(FigureReader::series).toList(),
                list(keys, "limits", "a limit").stream().map(FigureReader::limit).toList());
    }

    private static PanelSpec.Cell cell(YamlValue at) {
        List<YamlValue> numbers = at.items("a number of " + at.name());
        if (numbers.size() != 4) {
            throw at.error(at.name() + " must be [row, column, rows, columns], not " + numbers.size() + " numbers");
        }
        int row = numbers.get(0).integer(0, PanelSpec.Cell.GRID_MAX - 1);
        int column = numbers.get(1).integer(0, PanelSpec.Cell.GRID_MAX - 1);
        return new PanelSpec.Cell(row, column, numbers.get(2).integer(1, PanelSpec.Cell.GRID_MAX - row),
                numbers.get(3).integer(1, PanelSpec.Cell.GRID_MAX - column));
    }

    private static AxisSpec axis(Map<String, YamlValue> panel, String name) {
        if (!panel.containsKey(name)) {
            return AxisSpec.AUTO;
        }
        Map<String, YamlValue> keys = panel.get(name).entries("scale", "range", "unit", "label");
        Scale scale = scale(keys);
        OptionalDouble low = OptionalDouble.empty();
        OptionalDouble high = OptionalDouble.empty();
        if (keys.containsKey("range") && !isAuto(keys.get("range"))) {
            List<YamlValue> ends = ends(keys.get("range"));
            low = end(ends.get(0), scale);
            high = end(ends.get(1), scale);
            if (low.isPresent() && high.isPresent() && low.getAsDouble() >= high.getAsDouble()) {
                throw ends.get(1).error("the upper end of 'range' must lie above the lower one");
            }
        }
        return new AxisSpec(scale, low, high, text(keys, "unit"), text(keys, "label"));
    }

    private static List<YamlValue> ends(YamlValue range) {
        List<YamlValue> ends = range.isText() ? List.of() : range.items("an end of 'range'");
        if (ends.size() != 2) {
            throw range.unexpected("auto, or [low, high] with auto for either");
        }
        return ends;
    }

    private static OptionalDouble end(YamlValue end, Scale scale) {
        if (end.isNothing() || isAuto(end)) {
            return OptionalDouble.empty();
        }
        double value = end.number();
        if (scale == Scale.LOG && value <= 0) {
            throw end.unexpected("above 0 on a logarithmic axis");
        }
        return OptionalDouble.of(value);
    }

    private static boolean isAuto(YamlValue value) {
        return value.isText() && value.text().equals(AUTO);
    }

    private static SeriesSpec series(YamlValue series) {
        if (series.isText()) {
            return new SeriesSpec(series.textNotEmpty(), "", OptionalInt.empty(), LineStyle.LINE, AxisSide.LEFT);
        }
        Map<String, YamlValue> keys = series.entries("signal", "label", "color", "style", "axis");
        return new SeriesSpec(required(series, keys, "signal").textNotEmpty(), text(keys, "label"),
                keys.containsKey("color") ? OptionalInt.of(keys.get("color").integer(1, SeriesSpec.COLORS)) : OptionalInt.empty(),
                keys.containsKey("style") ? keys.get("style").choice("style", LineStyle.class) : LineStyle.LINE,
                keys.containsKey("axis") ? keys.get("axis").choice("axis", AxisSide.class) : AxisSide.LEFT);
    }

    private static LimitSpec limit(YamlValue limit) {
        if (limit.isText()) {
            return new LimitSpec(limit.number(), "");
        }
        Map<String, YamlValue> keys = limit.entries("y", "label");
        return new LimitSpec(required(limit, keys, "y").number(), text(keys, "label"));
    }

    private static Scale scale(Map<String, YamlValue> axis) {
        return axis.containsKey("scale") ? axis.get("scale").choice("scale", Scale.class) : Scale.LINEAR;
    }

    private static YamlValue required(YamlValue owner, Map<String, YamlValue> keys, String key) {
        YamlValue value = keys.get(key);
        if (value == null) {
            throw owner.error(owner.name() + " needs the key '" + key + "'");
        }
        return value;
    }

    private static String text(Map<String, YamlValue> keys, String key) {
        return keys.containsKey(key) ? keys.get(key).text() : "";
    }

    private static List<YamlValue> list(Map<String, YamlValue> keys, String key, String itemName) {
        return keys.containsKey(key) ? keys.get(key).items(itemName) : List.of();
    }
}
