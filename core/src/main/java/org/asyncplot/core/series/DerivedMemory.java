// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was made for earlier pictures of the same formulas over the same data. */
final class DerivedMemory {
    private final Map<String, DerivedGroups> groups = new HashMap<>();
    private final Map<String, List<IntegralSums>> sums = new HashMap<>();
    private final Map<String, Long> originsNs = new HashMap<>();

    DerivedGroups groups(String name) {
        return groups.computeIfAbsent(name, absent -> new DerivedGroups());
    }

    /** Of the integrals of a formula, counted from the left. */
    IntegralSums sums(String name, int integral) {
        List<IntegralSums> known = sums.computeIfAbsent(name, absent -> new ArrayList<>());
        while (known.size() <= integral) {
            known.add(new IntegralSums());
        }
        return known.get(integral);
    }

    /** What times of a signal are counted from: its first sample, even if that is deleted later. */
    long originNs(SignalSeries series) {
        return series.count() == 0 ? 0 : originsNs.computeIfAbsent(series.name(), absent -> series.extent().originNs());
    }
}
