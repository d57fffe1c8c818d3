// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.queue.QueueReader;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/** The documents of one run by index, and the words for damage among them. */
final class Documents {
    private final QueueReader reader;
    private final String where;

    Documents(QueueReader reader, String where) {
        this.reader = reader;
        this.where = where;
    }

    Region at(long index) {
        return reader.at(index);
    }

    RunException damaged(String what) {
        return damaged(what, null);
    }

    RunException damaged(String what, Throwable cause) {
        return new RunException(RunException.Kind.DAMAGED, where + " is damaged: " + what + "; restore it from a copy", cause);
    }
}
