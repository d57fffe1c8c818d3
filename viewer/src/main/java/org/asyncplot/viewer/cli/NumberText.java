// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people, the same in every language of the machine. */
final class NumberText {
    private static final MathContext DIGITS = new MathContext(7);
    private static final MathContext MORE_DIGITS = new MathContext(12);
    private static final double LARGEST_EXACT_WHOLE = 0x1p53;
    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private NumberText() {
    }

    /**
     * A value to seven digits.
     *
     * @param value any double
     * @return without trailing zeros
     */
    static String of(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(value, DIGITS)) : word(value);
    }

    /**
     * A place on an axis: whole numbers up to 2^53 in full, all else to twelve digits.
     *
     * @param value any double
     * @return without trailing zeros
     */
    static String place(double value) {
        if (!Double.isFinite(value)) {
            return word(value);
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT_WHOLE;
        return whole ? Long.toString((long) value) : text(BigDecimal.valueOf(value).round(MORE_DIGITS));
    }

    private static String word(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
    }

    private static String text(BigDecimal number) {
        BigDecimal rounded = number.stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (number.signum() == 0 || exponent >= -4 && exponent < 9) {
            return number.signum() == 0 ? "0" : rounded.toPlainString();
        }
        BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
        return mantissa.toPlainString() + "e" + exponent;
    }

    /**
     * A count with its thousands apart.
     *
     * @param value any count
     * @return such as 12 345 678
     */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    /**
     * A size to three digits.
     *
     * @param value in bytes
     * @return such as 8.41 MB
     */
    static String bytes(long value) {
        double scaled = value;
        int unit = 0;
        while (scaled >= 999.5) {
            scaled /= 1000;
            unit++;
        }
        int decimals = unit == 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", scaled, BYTES[unit]);
    }
}
