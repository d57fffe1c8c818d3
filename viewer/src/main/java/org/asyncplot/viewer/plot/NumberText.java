// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: a true minus sign, thin spaces between thousands from five digits on, powers of ten raised. */
final class NumberText {
    static final char MINUS = '\u2212';
    static final char THIN_SPACE = '\u2009';

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final int GROUPED_FROM_DIGITS = 5;
    private static final int SHOWN_DIGITS = 5;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e9;
    private static final double LARGEST_WHOLE = 1e12;

    private NumberText() {
    }

    /** A value beside a name: whole numbers in full, else five digits, with an exponent where it is very small or large. */
    static String value(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221e" : MINUS + "\u221e";
        }
        double size = Math.abs(value);
        if (size < LARGEST_WHOLE && value == Math.rint(value)) {
            return plain(BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN));
        }
        int digits = size < LARGEST_PLAIN ? (int) Math.max(SHOWN_DIGITS, Math.ceil(Math.log10(size))) : SHOWN_DIGITS;
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            return plain(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        }
        return scientific(rounded);
    }

    /** A value to a hundredth or so of a span: what is finer does not matter beside it. */
    static double rounded(double value, double span) {
        if (!(span > Double.MIN_NORMAL) || !Double.isFinite(value)) {
            return value;
        }
        return new BigDecimal(value).setScale(2 - (int) Math.floor(Math.log10(span)), RoundingMode.HALF_EVEN).doubleValue();
    }

    /** A value to a number of digits. */
    static double digits(double value, int digits) {
        return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue() : value;
    }

    /** All digits of a number, as many decimals as its scale says. */
    static String plain(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits.length() + 6);
        if (number.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && i < whole && (whole - i) % 3 == 0 && whole >= GROUPED_FROM_DIGITS) {
                text.append(THIN_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** Digits and exponent: 3.1e-13 with a true minus sign. */
    static String scientific(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        int exponent = number.precision() - number.scale() - 1;
        return plain(number.scaleByPowerOfTen(-exponent)) + 'e' + (exponent < 0 ? MINUS + "" + -exponent : "" + exponent);
    }

    /** A power of ten: 10 with a raised exponent. */
    static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        if (exponent < 0) {
            text.append('\u207b');
        }
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
