// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of the file that knows where it stands, and so reads itself with good error messages.
 *
 * @param sourceName the file's name
 * @param name       what messages call it: its key in quotes, or such as {@code a panel}
 * @param node       what was written
 */
record YamlValue(String sourceName, String name, Node node) {
    /** Bounds what aliases can make of a small file. */
    private static final int ENTRIES_MAX = 1000;

    FigureException error(String problem) {
        return YamlText.error(sourceName, node.getStartMark(), problem, null);
    }

    /** Nothing, {@code ~} or {@code null}, not in quotes: the same as a key that is not there. */
    boolean isNothing() {
        return node instanceof ScalarNode scalar && scalar.isPlain() && List.of("", "~", "null").contains(scalar.getValue());
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
            return scalar.getValue();
        }
        throw unexpected("a text");
    }

    String textNotEmpty() {
        String text = isNothing() ? "" : text();
        if (text.isBlank()) {
            throw error(name + " is empty");
        }
        return text;
    }

    /** An error at a place within this text, where that place can be told: what is folded or escaped stands for more than it shows. */
    FigureException errorAt(int column, String problem) {
        Optional<Mark> start = node.getStartMark();
        String text = text();
        int written = text.codePointCount(0, text.length());
        int quotes = node.getStartMark().flatMap(first -> node.getEndMark()
                .map(last -> last.getLine() == first.getLine() ? last.getColumn() - first.getColumn() - written : -1)).orElse(-1);
        if (quotes != 0 && quotes != 2) {
            return error("column " + column + " of " + name + ": " + problem);
        }
        int shift = quotes / 2 + text.codePointCount(0, column - 1);
        return new FigureException(sourceName, start.orElseThrow().getLine() + 1, start.orElseThrow().getColumn() + 1 + shift, problem);
    }

    double number() {
        return DecimalText.parse(scalarFor("a number")).orElseThrow(() -> unexpected("a number"));
    }

    int integer(int low, int high) {
        String expected = "a whole number from " + low + " to " + high;
        double value = DecimalText.parse(scalarFor(expected)).orElseThrow(() -> unexpected(expected));
        if (value != Math.rint(value) || value < low || value > high) {
            throw unexpected(expected);
        }
        return (int) value;
    }

    /** One of the constants, written in lower case. */
    <E extends Enum<E>> E choice(String what, Class<E> type) {
        Map<String, E> known = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(YamlValue::written, constant -> constant, (one, other) -> one, LinkedHashMap::new));
        String text = scalarFor("one of " + String.join(", ", known.keySet()));
        E choice = known.get(text);
        if (choice == null) {
            throw error(NearestName.unknown(what, text, known.keySet()));
        }
        return choice;
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Items of a list, each called so in messages. */
    List<YamlValue> items(String itemName) {
        if (!(node instanceof SequenceNode sequence && sequence.getTag().equals(Tag.SEQ))) {
            throw unexpected("a list");
        }
        refuseMoreThan(sequence.getValue().size());
        return sequence.getValue().stream().map(item -> new YamlValue(sourceName, itemName, item)).toList();
    }

    /** A mapping whose keys are names of the user's own, in the order written. */
    Map<String, YamlValue> entries() {
        return entries("a mapping", List.of());
    }

    /** A mapping with no other keys than these; of what says nothing only the key is checked. */
    Map<String, YamlValue> entries(String... known) {
        Map<String, YamlValue> entries = entries("a mapping of " + String.join(", ", known), List.of(known));
        entries.values().removeIf(YamlValue::isNothing);
        return entries;
    }

    private Map<String, YamlValue> entries(String expected, List<String> known) {
        if (!(node instanceof MappingNode mapping && mapping.getTag().equals(Tag.MAP))) {
            throw unexpected(expected);
        }
        refuseMoreThan(mapping.getValue().size());
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue key = new YamlValue(sourceName, "a key of " + name, tuple.getKeyNode());
            String text = key.text();
            if (!known.isEmpty() && !known.contains(text)) {
                throw key.error(NearestName.unknown("key", text, known));
            }
            if (entries.put(text, new YamlValue(sourceName, Excerpt.quote(text), tuple.getValueNode())) != null) {
                throw key.error("key " + Excerpt.quote(text) + " appears twice");
            }
        }
        return entries;
    }

    private void refuseMoreThan(int entries) {
        if (entries > ENTRIES_MAX) {
            throw error(name + " has " + entries + " entries; " + ENTRIES_MAX + " are the most");
        }
    }

    private String scalarFor(String expected) {
        if (isNothing() || !(node instanceof ScalarNode)) {
            throw unexpected(expected);
        }
        return text();
    }

    FigureException unexpected(String expected) {
        return error(name + " must be " + expected + ", not " + described());
    }

    private String described() {
        if (isNothing()) {
            return "nothing";
        }
        if (!List.of(Tag.STR, Tag.SEQ, Tag.MAP).contains(node.getTag())) {
            return "one tagged " + Excerpt.quote(node.getTag().getValue());
        }
        return node instanceof ScalarNode scalar ? Excerpt.quote(scalar.getValue()) : node instanceof MappingNode ? "a mapping" : "a list";
    }
}
