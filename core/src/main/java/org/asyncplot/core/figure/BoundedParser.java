// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** Stops a file that nests deeper than any figure before the composer, which recurses, runs out of stack; likewise a bomb of aliases. */
final class BoundedParser implements Parser {
    private static final int DEPTH_MAX = 32;
    private static final int ALIASES_MAX = 50;

    private final Parser parser;
    private final String sourceName;
    private int depth;
    private int aliases;

    BoundedParser(Parser parser, String sourceName) {
        this.parser = parser;
        this.sourceName = sourceName;
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> depth++;
            case MappingEnd, SequenceEnd -> depth--;
            case Alias -> aliases++;
            default -> { }
        }
        refuse(depth > DEPTH_MAX, event, "lists and mappings nest deeper than " + DEPTH_MAX + " levels");
        refuse(aliases > ALIASES_MAX, event, "more than " + ALIASES_MAX + " aliases");
        return event;
    }

    private void refuse(boolean beyond, Event event, String problem) {
        if (beyond) {
            throw YamlText.error(sourceName, event.getStartMark(), problem, null);
        }
    }
}
