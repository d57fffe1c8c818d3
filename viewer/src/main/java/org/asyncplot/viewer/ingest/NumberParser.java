// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/**
 * Reads a decimal number from a stretch of characters: {@code 42}, {@code -1.5e-3}, {@code +.5}, {@code inf}, {@code -Infinity}, blanks
 * around it. The value is the double nearest to it, bit for bit what {@link Double#parseDouble} makes of it; the forms only Java knows
 * ({@code 1d}, {@code 0x1p3}) and digit grouping are no numbers. Allocates only for some numbers of more than 19 digits or of extreme
 * size. One thread.
 */
final class NumberParser {
    private static final int MAX_MANTISSA_DIGITS = 19;
    private static final int MAX_EXPONENT = 99_999;

    private double value;

    /** The number last read. */
    double value() {
        return value;
    }

    FieldState parse(char[] chars, int offset, int length) {
        int from = Word.skipBlanks(chars, offset, offset + length);
        int to = Word.trimBlanks(chars, from, offset + length);
        if (from == to) {
            return FieldState.MISSING;
        }
        boolean negative = chars[from] == '-';
        int i = negative || chars[from] == '+' ? from + 1 : from;
        int firstDigit = i;
        long mantissa = 0;
        int digits = 0;
        int exponent = 0;
        boolean cut = false;
        while (i < to && isDigit(chars[i])) {
            int digit = chars[i++] - '0';
            if (digits < MAX_MANTISSA_DIGITS) {
                mantissa = mantissa * 10 + digit;
                digits += mantissa == 0 ? 0 : 1;
            } else {
                exponent++;
                cut |= digit != 0;
            }
        }
        int pointAt = i;
        if (i < to && chars[i] == '.') {
            i++;
            while (i < to && isDigit(chars[i])) {
                int digit = chars[i++] - '0';
                if (digits < MAX_MANTISSA_DIGITS) {
                    mantissa = mantissa * 10 + digit;
                    digits += mantissa == 0 ? 0 : 1;
                    exponent--;
                } else {
                    cut |= digit != 0;
                }
            }
        }
        boolean anyDigit = pointAt > firstDigit || i > pointAt + 1;
        if (!anyDigit) {
            return word(chars, from, firstDigit, to, negative);
        }
        if (i < to && (chars[i] | 0x20) == 'e') {
            i++;
            boolean negativeExponent = i < to && chars[i] == '-';
            if (negativeExponent || i < to && chars[i] == '+') {
                i++;
            }
            int exponentFrom = i;
            int written = 0;
            while (i < to && isDigit(chars[i])) {
                written = Math.min(written * 10 + chars[i++] - '0', MAX_EXPONENT);
            }
            if (i == exponentFrom) {
                return FieldState.UNREADABLE;
            }
            exponent += negativeExponent ? -written : written;
        }
        if (i != to) {
            return FieldState.UNREADABLE;
        }
        double magnitude = DecimalNumber.nearest(mantissa, exponent);
        if (Double.isNaN(magnitude) || cut && DecimalNumber.nearest(mantissa + 1, exponent) != magnitude) {
            value = Double.parseDouble(new String(chars, from, to - from));
        } else {
            value = negative ? -magnitude : magnitude;
        }
        return FieldState.VALUE;
    }

    private FieldState word(char[] chars, int from, int afterSign, int to, boolean negative) {
        if (Word.equalsIgnoringCase("inf", chars, afterSign, to) || Word.equalsIgnoringCase("infinity", chars, afterSign, to)) {
            value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            return FieldState.VALUE;
        }
        boolean signedNaN = afterSign > from && Word.equalsIgnoringCase("nan", chars, afterSign, to);
        return signedNaN || MissingWord.matches(chars, from, to) ? FieldState.MISSING : FieldState.UNREADABLE;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
