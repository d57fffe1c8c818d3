// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Writes the dialect as a person would: what is as usual is left out, small things take one line. */
final class FigureWriter {
    private FigureWriter() {
    }

    static Node figure(FigureSpec figure) {
        List<NodeTuple> keys = new ArrayList<>();
        text(keys, "figure", figure.title());
        if (!figure.signals().isEmpty()) {
            List<NodeTuple> signals = new ArrayList<>();
            figure.signals().forEach((name, expression) -> signals.add(YamlNodes.entry(name, YamlNodes.text(expression))));
            keys.add(YamlNodes.entry("signals", YamlNodes.mapping(signals)));
        }
        figure.x().ifPresent(x -> keys.add(YamlNodes.entry("x", YamlNodes.mappingInLine(stretch(x)))));
        keys.add(YamlNodes.entry("panels", YamlNodes.list(figure.panels().stream().map(FigureWriter::panel).toList())));
        return YamlNodes.mapping(keys);
    }

    private static Node panel(PanelSpec panel) {
        List<NodeTuple> keys = new ArrayList<>();
        text(keys, "title", panel.title());
        keys.add(YamlNodes.entry("kind", choice(panel.kind())));
        panel.at().ifPresent(at -> keys.add(YamlNodes.entry("at", cell(at))));
        List<NodeTuple> x = new ArrayList<>();
        panel.x().ifPresent(stretch -> x.addAll(stretch(stretch)));
        unusual(x, "scale", panel.xScale(), Scale.LINEAR);
        if (!x.isEmpty()) {
            keys.add(YamlNodes.entry("x", YamlNodes.mappingInLine(x)));
        }
        axis(keys, "y", panel.y());
        axis(keys, "right", panel.right());
        axis(keys, "color", panel.color());
        text(keys, "colormap", panel.colormap());
        if (!panel.series().isEmpty()) {
            keys.add(YamlNodes.entry("series", YamlNodes.list(panel.series().stream().map(FigureWriter::series).toList())));
        }
        if (!panel.limits().isEmpty()) {
            keys.add(YamlNodes.entry("limits", YamlNodes.listInLine(panel.limits().stream().map(FigureWriter::limit).toList())));
        }
        return YamlNodes.mapping(keys);
    }

    private static List<NodeTuple> stretch(XSpec x) {
        List<NodeTuple> keys = new ArrayList<>();
        x.last().ifPresent(last -> keys.add(YamlNodes.entry("last", YamlNodes.position(last))));
        x.from().ifPresent(from -> keys.add(YamlNodes.entry("from", YamlNodes.position(from))));
        x.to().ifPresent(to -> keys.add(YamlNodes.entry("to", YamlNodes.position(to))));
        return keys;
    }

    private static Node cell(PanelSpec.Cell at) {
        return YamlNodes.listInLine(List.of(YamlNodes.number(at.row()), YamlNodes.number(at.column()), YamlNodes.number(at.rows()),
                YamlNodes.number(at.columns())));
    }

    private static void axis(List<NodeTuple> panel, String name, AxisSpec axis) {
        List<NodeTuple> keys = new ArrayList<>();
        unusual(keys, "scale", axis.scale(), Scale.LINEAR);
        if (axis.low().isPresent() || axis.high().isPresent()) {
            keys.add(YamlNodes.entry("range", YamlNodes.listInLine(List.of(end(axis.low()), end(axis.high())))));
        }
        text(keys, "unit", axis.unit());
        text(keys, "label", axis.label());
        if (!keys.isEmpty()) {
            panel.add(YamlNodes.entry(name, YamlNodes.mappingInLine(keys)));
        }
    }

    private static Node end(OptionalDouble value) {
        return value.isPresent() ? YamlNodes.number(value.getAsDouble()) : YamlNodes.text(FigureReader.AUTO);
    }

    private static Node series(SeriesSpec series) {
        List<NodeTuple> keys = new ArrayList<>();
        text(keys, "signal", series.signal());
        text(keys, "label", series.label());
        series.color().ifPresent(color -> keys.add(YamlNodes.entry("color", YamlNodes.number(color))));
        unusual(keys, "style", series.style(), LineStyle.LINE);
        unusual(keys, "axis", series.axis(), AxisSide.LEFT);
        return keys.size() == 1 ? YamlNodes.text(series.signal()) : YamlNodes.mappingInLine(keys);
    }

    private static Node limit(LimitSpec limit) {
        List<NodeTuple> keys = new ArrayList<>();
        keys.add(YamlNodes.entry("y", YamlNodes.number(limit.y())));
        text(keys, "label", limit.label());
        return keys.size() == 1 ? YamlNodes.number(limit.y()) : YamlNodes.mappingInLine(keys);
    }

    private static void text(List<NodeTuple> keys, String key, String value) {
        if (!value.isEmpty()) {
            keys.add(YamlNodes.entry(key, YamlNodes.text(value)));
        }
    }

    private static void unusual(List<NodeTuple> keys, String key, Enum<?> value, Enum<?> usual) {
        if (value != usual) {
            keys.add(YamlNodes.entry(key, choice(value)));
        }
    }

    private static Node choice(Enum<?> value) {
        return YamlNodes.text(YamlValue.written(value));
    }
}
