// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.SeriesSpec;

/** The colours of a panel's series: those asked for, and for the others the next ones that nobody asked for, as long as there are such. */
final class SeriesColors {
    private final Tokens tokens;
    private final Set<Integer> asked;
    private int newest;

    SeriesColors(Tokens tokens, List<SeriesSpec> series) {
        this.tokens = tokens;
        asked = series.stream().filter(one -> one.color().isPresent()).map(one -> one.color().getAsInt()).collect(Collectors.toSet());
    }

    /** 0xFFRRGGBB of a series; to be called once for each, in their order. */
    int next(SeriesSpec series) {
        if (series.color().isPresent()) {
            return tokens.series(series.color().getAsInt());
        }
        newest++;
        while (newest <= SeriesSpec.COLORS && asked.contains(newest)) {
            newest++;
        }
        return tokens.series(newest);
    }
}
