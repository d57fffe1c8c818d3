// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.Optional;
import org.asyncplot.core.queue.QueueReader;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/** The documents of one run by index, and the words for damage among them. Tests have others, on the heap. */
class Documents {
    private final QueueReader reader;
    private final String where;
    private final SummaryCache cache;

    Documents(QueueReader reader, String where, SummaryCache cache) {
        this.reader = reader;
        this.where = where;
        this.cache = cache;
    }

    Region at(long index) {
        return reader.at(index);
    }

    /** The same where its place in its file is known, without a search. */
    Region at(long index, long position) {
        return reader.at(index, position);
    }

    /** Where summaries are kept that the run lacks; absent if nowhere. */
    Optional<SummaryCache> cache() {
        return Optional.ofNullable(cache);
    }

    RunException damaged(String what) {
        return damaged(what, null);
    }

    RunException damaged(String what, Throwable cause) {
        return new RunException(RunException.Kind.DAMAGED, where + " is damaged: " + what + "; restore it from a copy", cause);
    }
}
