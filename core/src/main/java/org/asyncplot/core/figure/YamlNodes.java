// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.List;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What YAML text is made of: plain words and numbers, texts in quotes where they need them, lists and mappings. */
final class YamlNodes {
    /** By the core schema, texts such as {@code 12}, {@code ~} and {@code true} get quotes. */
    private static final DumpSettings SETTINGS = DumpSettings.builder().setSchema(new CoreSchema()).setWidth(Integer.MAX_VALUE)
            .setSplitLines(false).setIndent(4).setIndicatorIndent(2).build();

    /** From here on a double no longer tells neighbouring whole numbers apart. */
    private static final double WHOLE_END = 1L << 53;

    private YamlNodes() {
    }

    static String write(Node root) {
        return new Present(SETTINGS).emitToString(new Serialize(SETTINGS).serializeOne(root).iterator());
    }

    static NodeTuple entry(String key, Node value) {
        return new NodeTuple(text(key), value);
    }

    /** The engine decides on single quotes well, but leaves characters unescaped that no reader sees, and takes several lines for some. */
    static Node text(String value) {
        boolean visible = value.codePoints().allMatch(YamlNodes::isVisible);
        return new ScalarNode(Tag.STR, value, visible ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    private static boolean isVisible(int character) {
        return character == ' ' || switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> false;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static Node number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE_END && Double.compare(value, -0.0) != 0;
        return number(whole ? Long.toString((long) value) : Double.toString(value));
    }

    /** A position on an x axis, as it was written: a number needs no quotes. */
    static Node position(String written) {
        return DecimalText.matches(written) ? number(written) : text(written);
    }

    private static Node number(String written) {
        return new ScalarNode(SETTINGS.getSchema().getScalarResolver().resolve(written, true), written, ScalarStyle.PLAIN);
    }

    static Node mapping(List<NodeTuple> entries) {
        return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }

    static Node mappingInLine(List<NodeTuple> entries) {
        return new MappingNode(Tag.MAP, entries, FlowStyle.FLOW);
    }

    static Node list(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    static Node listInLine(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
    }
}
