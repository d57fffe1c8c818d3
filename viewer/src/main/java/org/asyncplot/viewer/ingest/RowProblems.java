// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.function.Consumer;

/** Names the first rows that do not fit, a line each, and after them only says that there are more; or ends it all at the first. */
final class RowProblems {
    private static final int NAMED = 5;

    private final boolean strict;
    private final Consumer<String> notices;
    private long count;
    private String first = "";

    RowProblems(boolean strict, Consumer<String> notices) {
        this.strict = strict;
        this.notices = notices;
    }

    void add(long line, String reason) {
        if (strict) {
            throw new IngestException("line " + line + ": " + reason.substring(0, reason.lastIndexOf(',')) + "; ended by --strict");
        }
        count++;
        if (count <= NAMED) {
            notices.accept("line " + line + ": " + reason);
        } else if (count == NAMED + 1) {
            notices.accept("more rows that do not fit are only counted");
        }
        if (first.isEmpty()) {
            first = "line " + line + ": " + reason;
        }
    }

    /** The first of all, empty if there was none. */
    String first() {
        return first;
    }
}
