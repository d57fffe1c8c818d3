// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Map;

/**
 * How the newest data are followed.
 *
 * @param mode    the way
 * @param lengths of the stretch before the newest sample, in the unit of x or ns; only for {@link Mode#LAST}
 */
record Follow(Mode mode, Map<XKey, Double> lengths) {
    /** Ways to follow. */
    enum Mode {
        /** What the figure says. */
        AS_GIVEN,
        /** From the first sample on. */
        WHOLE,
        /** A stretch before the newest sample. */
        LAST
    }

    Follow {
        lengths = Map.copyOf(lengths);
    }
}
