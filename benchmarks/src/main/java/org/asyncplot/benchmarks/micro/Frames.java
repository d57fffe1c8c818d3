// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.micro;

import java.util.Optional;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.XSpec;

/** Figures that differ from frame to frame. */
final class Frames {
    private Frames() {
    }

    static FigureSpec endingBefore(FigureSpec figure, int x) {
        return between(figure, 0, x);
    }

    static FigureSpec between(FigureSpec figure, long from, long to) {
        return new FigureSpec(figure.title(), figure.signals(),
            Optional.of(new XSpec(Optional.empty(), Optional.of(Long.toString(from)), Optional.of(Long.toString(to)))), figure.panels());
    }
}
