// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.time.Instant;
import java.util.List;

/**
 * How far a run had grown at a moment.
 *
 * @param at        the moment
 * @param published samples or frames of each channel, in the order of {@link Run#channels()}
 */
public record RunMoment(Instant at, List<Long> published) {
    /** Copies the list. */
    public RunMoment {
        published = List.copyOf(published);
    }
}
