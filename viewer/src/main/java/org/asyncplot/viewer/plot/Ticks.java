// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;

/**
 * The grid lines of an axis.
 *
 * @param ticks in ascending order
 * @param note  what the labels leave out and the axis' end must say, such as a power of ten or an offset; possibly empty
 */
record Ticks(List<Tick> ticks, String note) {
    static final Ticks NONE = new Ticks(List.of(), "");

    /** How many labels are shown. */
    int labels() {
        return (int) ticks.stream().filter(Tick::labelled).count();
    }
}
