// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Optional;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.XRange;

/** The whole stretch of a signal, if it has one. */
final class Extents {
    private Extents() {
    }

    static Optional<XRange> of(SignalSeries signal) {
        if (signal.count() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(signal.extent());
        } catch (IllegalStateException noFiniteX) {
            return Optional.empty();
        }
    }
}
