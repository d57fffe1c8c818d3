// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as exact as a pixel is. */
final class ReadoutText {
    static final String MINUS = "\u2212";
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MOST_DIGITS = 15;
    private static final double LARGEST_PLAIN = 1e9;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private ReadoutText() {
    }

    /**
     * A number.
     *
     * @param value    the number
     * @param stepSize what a pixel means there: finer digits are left out
     */
    static String number(double value, double stepSize) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221e" : MINUS + "\u221e";
        }
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = stepSize > 0 && Double.isFinite(stepSize) ? 1 - (int) Math.floor(Math.log10(stepSize)) : MOST_DIGITS - exponent;
        int digits = Math.min(MOST_DIGITS, exponent + 1 + decimals);
        if (digits < 1) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return "0";
        }
        double size = Math.abs(value);
        String text;
        if (size >= LARGEST_PLAIN || size < SMALLEST_PLAIN) {
            text = rounded.movePointLeft(exponent).setScale(Math.max(0, digits - 1), RoundingMode.HALF_EVEN).toPlainString() + "e" + exponent;
        } else {
            text = (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
        }
        return text.replace("-", MINUS);
    }

    /** A moment in UTC; a pixel's ns say how many decimals of a second matter. */
    static String moment(long epochNs, double stepNs) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(epochNs, SECOND_NS), Math.floorMod(epochNs, SECOND_NS));
        int decimals = (int) Math.max(0, Math.min(9, Math.ceil(9 - Math.log10(Math.max(1, stepNs)))));
        String fraction = String.format(Locale.ROOT, "%09d", instant.getNano()).substring(0, decimals);
        return DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)) + (decimals == 0 ? "" : "." + fraction);
    }
}
