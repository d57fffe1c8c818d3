// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A moment between two nanoseconds.
 *
 * @param epochNs ns since 1970-01-01T00:00:00Z
 * @param tenths  tenths of a nanosecond after it, 0 to 9
 */
record Moment(long epochNs, int tenths) {
    private static final long NS = 1_000_000_000L;
    private static final LocalDate FIRST = LocalDate.of(1677, 9, 22);
    private static final LocalDate LAST = LocalDate.of(2262, 4, 11);

    /** Midnight of a day; days that 64 bits of ns cannot hold become the first or last that they can. */
    static Moment of(LocalDate day) {
        LocalDate possible = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
        return new Moment(possible.toEpochDay() * 86_400L * NS, 0);
    }

    LocalDateTime time() {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(epochNs, NS), (int) Math.floorMod(epochNs, NS), ZoneOffset.UTC);
    }
}
