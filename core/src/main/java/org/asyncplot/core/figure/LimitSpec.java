// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Objects;

/**
 * A reference level, drawn dashed.
 *
 * @param y     the level on the left axis
 * @param label its name, possibly empty
 */
public record LimitSpec(double y, String label) {
    /** Refuses a level that is no number. */
    public LimitSpec {
        Objects.requireNonNull(label, "label");
        if (!Double.isFinite(y)) {
            throw new IllegalArgumentException("a limit at " + y);
        }
    }
}
