// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal counts of a unit of time since 1970-01-01T00:00:00Z, exact to the nanosecond; what is below a nanosecond is dropped. */
final class EpochTimeParser implements TimeParser {
    private static final int MAX_LENGTH = 64;

    private final NumberParser numbers = new NumberParser();
    private final int unitDigits;
    private long epochNs;

    /** @param unitDigits how many decimal digits of nanoseconds the unit has: 9 for seconds, 0 for nanoseconds */
    EpochTimeParser(int unitDigits) {
        this.unitDigits = unitDigits;
    }

    @Override
    public long epochNs() {
        return epochNs;
    }

    @Override
    public FieldState parse(char[] chars, int offset, int length) {
        int from = Word.skipBlanks(chars, offset, offset + length);
        int to = Word.trimBlanks(chars, from, offset + length);
        if (readPlain(chars, from, to)) {
            return FieldState.VALUE;
        }
        FieldState state = numbers.parse(chars, from, to - from);
        if (state != FieldState.VALUE) {
            return state;
        }
        boolean convertible = to - from <= MAX_LENGTH && Double.isFinite(numbers.value()) && Math.abs(numbers.value()) < 1e20;
        return convertible && readExactly(new String(chars, from, to - from)) ? FieldState.VALUE : FieldState.UNREADABLE;
    }

    /** Digits with an optional sign and point that stay below 18 digits of nanoseconds: all real clocks, without allocation. */
    private boolean readPlain(char[] chars, int from, int to) {
        boolean negative = from < to && chars[from] == '-';
        int i = negative ? from + 1 : from;
        long ns = 0;
        int whole = i;
        while (i < to && chars[i] >= '0' && chars[i] <= '9' && i - whole < 19 - unitDigits) {
            ns = ns * 10 + chars[i++] - '0';
        }
        if (i == whole) {
            return false;
        }
        int missing = unitDigits;
        if (i < to && chars[i] == '.') {
            i++;
            while (i < to && chars[i] >= '0' && chars[i] <= '9') {
                if (missing > 0) {
                    ns = ns * 10 + chars[i] - '0';
                    missing--;
                }
                i++;
            }
        }
        if (i != to) {
            return false;
        }
        while (missing-- > 0) {
            ns *= 10;
        }
        epochNs = negative ? -ns : ns;
        return ns >= 0;
    }

    private boolean readExactly(String text) {
        BigDecimal ns = new BigDecimal(text.replace('\u00a0', ' ').strip()).movePointRight(unitDigits).setScale(0, RoundingMode.DOWN);
        if (ns.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return false;
        }
        epochNs = ns.longValue();
        return true;
    }
}
