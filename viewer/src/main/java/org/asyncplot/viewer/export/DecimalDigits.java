// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.math.BigInteger;

/**
 * Doubles as the shortest decimal that reads back to the same double, and of these the nearest (Giulietti, "The Schubfach way to render
 * doubles", 2020). Java does the same from 19 on, only slower; before, what it writes is not always the shortest.
 */
final class DecimalDigits {
    private static final double LOG10_OF_2 = 0.301029995663981195;
    private static final double LOG10_OF_3_QUARTERS = -0.124938736608299953;
    private static final double LOG2_OF_10 = 3.321928094887362348;

    private static final int LEAST_K = -324;
    private static final int MOST_K = 292;
    private static final int LEAST_BINARY_EXPONENT = -1074;
    private static final int MANTISSA_BITS = 52;
    private static final long LEAST_NORMAL = 1L << MANTISSA_BITS;
    private static final long LOW_63_BITS = Long.MAX_VALUE;

    /** 126 leading bits of powers of ten, rounded up, in two halves; 0 where not needed so far. */
    private static final long[] HIGH = new long[MOST_K - LEAST_K + 1];
    private static final long[] LOW = new long[MOST_K - LEAST_K + 1];

    /** Exponents of numbers that are written without one. */
    private static final int LEAST_PLAIN = -5;
    private static final int MOST_PLAIN = 15;

    private DecimalDigits() {
    }

    /** Writes a value; returns where it ends, at most 25 bytes on. */
    static int write(double value, byte[] bytes, int from) {
        int at = from;
        if (value - value != 0) {
            return word(value != value ? "NaN" : value > 0 ? "inf" : "-inf", bytes, at);
        }
        long bits = Double.doubleToRawLongBits(value);
        if (bits < 0) {
            bytes[at++] = '-';
        }
        double size = Math.abs(value);
        if (size < LEAST_NORMAL && size == (long) size) {
            return digits((long) size, bytes, at, count((long) size));
        }
        int field = (int) (bits >>> MANTISSA_BITS) & 0x7ff;
        long fraction = bits & LEAST_NORMAL - 1;
        return field == 0 ? shortest(fraction, LEAST_BINARY_EXPONENT, bytes, at)
            : shortest(fraction | LEAST_NORMAL, LEAST_BINARY_EXPONENT - 1 + field, bytes, at);
    }

    private static int word(String word, byte[] bytes, int from) {
        for (int i = 0; i < word.length(); i++) {
            bytes[from + i] = (byte) word.charAt(i);
        }
        return from + word.length();
    }

    /** c times 2 to the q, in the names of the paper. */
    private static int shortest(long c, int q, byte[] bytes, int from) {
        boolean regular = c != LEAST_NORMAL || q == LEAST_BINARY_EXPONENT;
        int k = (int) Math.floor(q * LOG10_OF_2 + (regular ? 0 : LOG10_OF_3_QUARTERS));
        int h = q + (int) Math.floor(-k * LOG2_OF_10) + 2;
        int entry = k - LEAST_K;
        if (HIGH[entry] == 0) {
            power(k);
        }
        long high = HIGH[entry];
        long low = LOW[entry];
        long odd = c & 1;
        long middle = product(high, low, 4 * c << h);
        long left = product(high, low, 4 * c - (regular ? 2 : 1) << h);
        long right = product(high, low, 4 * c + 2 << h);
        long s = middle >> 2;
        if (s >= 100) {
            long tens = s / 10 * 10;
            boolean lower = left + odd <= tens << 2;
            boolean upper = (tens + 10 << 2) + odd <= right;
            if (lower != upper) {
                return decimal(lower ? tens : tens + 10, k, bytes, from);
            }
        }
        boolean lower = left + odd <= s << 2;
        boolean upper = (s + 1 << 2) + odd <= right;
        if (lower != upper) {
            return decimal(lower ? s : s + 1, k, bytes, from);
        }
        long half = middle - (2 * s + 1 << 1);
        return decimal(half < 0 || half == 0 && (s & 1) == 0 ? s : s + 1, k, bytes, from);
    }

    /** The upper bits of a product of 126 and 64 bits, the lowest set if any bit below is. */
    private static long product(long high, long low, long factor) {
        long below = ((high * factor) >>> 1) + Math.multiplyHigh(low, factor);
        long above = Math.multiplyHigh(high, factor) + (below >>> 63);
        return above | (below & LOW_63_BITS) + LOW_63_BITS >>> 63;
    }

    private static synchronized void power(int k) {
        BigInteger ten = BigInteger.TEN.pow(Math.abs(k));
        int shift = 125 - (int) Math.floor(-k * LOG2_OF_10);
        BigInteger leading = k <= 0 ? shift >= 0 ? ten.shiftLeft(shift) : ten.shiftRight(-shift) : BigInteger.ONE.shiftLeft(shift).divide(ten);
        BigInteger up = leading.add(BigInteger.ONE);
        LOW[k - LEAST_K] = up.longValue() & LOW_63_BITS;
        HIGH[k - LEAST_K] = up.shiftRight(63).longValue();
    }

    /** f times 10 to the e. */
    private static int decimal(long f, int e, byte[] bytes, int from) {
        long digits = f;
        int exponent = e;
        while (digits % 10 == 0) {
            digits /= 10;
            exponent++;
        }
        int count = count(digits);
        int scientific = count + exponent - 1;
        if (scientific < LEAST_PLAIN || scientific > MOST_PLAIN) {
            int at = fraction(digits, count, 1, bytes, from);
            bytes[at++] = 'e';
            if (scientific < 0) {
                bytes[at++] = '-';
            }
            return digits(Math.abs(scientific), bytes, at, count(Math.abs(scientific)));
        }
        if (scientific >= 0 && exponent < 0) {
            return fraction(digits, count, scientific + 1, bytes, from);
        }
        int at = from;
        if (scientific < 0) {
            bytes[at++] = '0';
            bytes[at++] = '.';
            for (int zeros = scientific + 1; zeros < 0; zeros++) {
                bytes[at++] = '0';
            }
            return digits(digits, bytes, at, count);
        }
        at = digits(digits, bytes, at, count);
        for (int zeros = 0; zeros < exponent; zeros++) {
            bytes[at++] = '0';
        }
        return at;
    }

    /** Digits with a point after the first so many, unless there are no more. */
    private static int fraction(long digits, int count, int whole, byte[] bytes, int from) {
        int end = digits(digits, bytes, from, count);
        if (count == whole) {
            return end;
        }
        System.arraycopy(bytes, from + whole, bytes, from + whole + 1, count - whole);
        bytes[from + whole] = '.';
        return end + 1;
    }

    private static int digits(long value, byte[] bytes, int from, int count) {
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            long next = rest / 10;
            bytes[from + i] = (byte) ('0' + (rest - next * 10));
            rest = next;
        }
        return from + count;
    }

    private static int count(long value) {
        int count = 1;
        for (long limit = 10; count < 18 && value >= limit; limit *= 10) {
            count++;
        }
        return count;
    }
}
