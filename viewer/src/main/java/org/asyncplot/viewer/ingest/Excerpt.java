// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of the input as they can be shown on one line of a terminal. */
final class Excerpt {
    private static final int MAX_CHARS = 40;
    private static final int MAX_ITEMS = 10;

    private Excerpt() {
    }

    /** The beginning of a text in quotes, without control characters. */
    static String of(String text) {
        return "'" + ofName(text.replaceAll("\\p{Cntrl}", "\ufffd")) + "'";
    }

    /** The beginning of a name. */
    static String ofName(String name) {
        return name.length() <= MAX_CHARS ? name : name.substring(0, MAX_CHARS - 3) + "...";
    }

    /** The first of some items, and how many more there are. */
    static String list(List<String> items) {
        String first = items.stream().limit(MAX_ITEMS).collect(Collectors.joining(", "));
        return items.size() <= MAX_ITEMS ? first : first + " and " + (items.size() - MAX_ITEMS) + " more";
    }
}
