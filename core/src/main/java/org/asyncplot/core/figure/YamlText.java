// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** From the text of a file to its one YAML document, within limits that no file can turn into a large amount of work. */
final class YamlText {
    private static final int LENGTH_MAX = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private YamlText() {
    }

    static YamlValue parse(String yaml, String sourceName) {
        String text = !yaml.isEmpty() && yaml.charAt(0) == BYTE_ORDER_MARK ? yaml.substring(1) : yaml;
        if (text.length() > LENGTH_MAX) {
            throw new FigureException(sourceName, 1, 1, "the file is longer than " + LENGTH_MAX + " characters; no figure is");
        }
        refuseControls(text, sourceName);
        try {
            return document(text, sourceName);
        } catch (FigureException ours) {
            throw ours;
        } catch (MarkedYamlEngineException notYaml) {
            throw error(sourceName, notYaml.getProblemMark(), problem(notYaml), notYaml);
        } catch (RuntimeException notYaml) {
            // The engine lets some of the JDK's own through: an escape beyond Unicode, a version number beyond int.
            throw new FigureException(sourceName, 1, 1, "this is not YAML: " + notYaml.getMessage(), notYaml);
        }
    }

    /** A null cause is none. */
    static FigureException error(String sourceName, Optional<Mark> mark, String problem, Throwable cause) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        return new FigureException(sourceName, line, column, problem, cause);
    }

    private static YamlValue document(String text, String sourceName) {
        // Every plain scalar stays text: a signal may be called 12, true or 2026-11-21. Keys and aliases are checked where they are read,
        // since what the engine says of them carries no line.
        LoadSettings settings = LoadSettings.builder().setLabel(sourceName).setSchema(new FailsafeSchema())
                .setCodePointLimit(LENGTH_MAX).setAllowNonScalarKeys(true).setMaxAliasesForCollections(Integer.MAX_VALUE).build();
        Parser parser = new BoundedParser(new ParserImpl(settings, new StreamReader(settings, text)), sourceName);
        Composer composer = new Composer(settings, parser);
        if (!composer.hasNext()) {
            throw new FigureException(sourceName, 1, 1, "the file is empty; a figure is at least 'panels: []'");
        }
        Node root = composer.next();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw error(sourceName, parser.peekEvent().getStartMark(), "a second document starts here; a file holds one figure", null);
        }
        return new YamlValue(sourceName, "a figure", root);
    }

    private static void refuseControls(String text, String sourceName) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                String problem = String.format("the character U+%04X is not allowed; is this a text file?", character);
                throw new FigureException(sourceName, line, column, problem);
            }
            column++;
            if (character == '\n') {
                line++;
                column = 1;
            }
        }
    }

    private static String problem(MarkedYamlEngineException notYaml) {
        return notYaml.getProblemMark().filter(YamlText::isTab).isPresent()
                ? "a tab cannot indent in YAML; write blanks" : "this is not YAML: " + notYaml.getProblem();
    }

    private static boolean isTab(Mark mark) {
        return mark.getPointer() < mark.getBuffer().length && mark.getBuffer()[mark.getPointer()] == '\t';
    }
}
