// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Optional;

/**
 * A stretch of x: a length counted back from the newest sample, or one or two ends. They are kept as they were written, since only the
 * signal says whether x is a number or a time; {@link XPosition} reads them, and refuses here what it cannot read.
 *
 * @param last length such as {@code 30 s} or {@code 500}; excludes the others
 * @param from lower end: a number, an ISO-8601 date or date-time, or {@code -30s} for a length before the newest sample
 * @param to   upper end, likewise
 */
public record XSpec(Optional<String> last, Optional<String> from, Optional<String> to) {
    /** Refuses, with one clear line, a stretch that names nothing, holds nothing or cannot be read. */
    public XSpec {
        if (last.isPresent() == (from.isPresent() || to.isPresent())) {
            throw new IllegalArgumentException("a stretch of x is either 'last', or 'from' and 'to' or one of them");
        }
        last.ifPresent(XPosition::parseLength);
        Optional<XPosition> low = from.map(XPosition::parse);
        Optional<XPosition> high = to.map(XPosition::parse);
        if (low.isPresent() && high.isPresent()) {
            refuse(low.get(), high.get());
        }
    }

    private static void refuse(XPosition low, XPosition high) {
        if (low instanceof XPosition.Value && high instanceof XPosition.Moment
                || low instanceof XPosition.Moment && high instanceof XPosition.Value) {
            throw new IllegalArgumentException("'from' and 'to' are a number and a time; no axis has both");
        }
        boolean empty = low instanceof XPosition.Value from && high instanceof XPosition.Value to && from.x() >= to.x()
                || low instanceof XPosition.Moment start && high instanceof XPosition.Moment end && start.epochNs() >= end.epochNs()
                || low instanceof XPosition.BeforeEnd longer && high instanceof XPosition.BeforeEnd shorter
                && longer.seconds() <= shorter.seconds();
        if (empty) {
            throw new IllegalArgumentException("'to' must lie after 'from'");
        }
    }
}
