// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.math.BigInteger;

/**
 * The double nearest to a decimal number, without a string of it: exact powers of ten where they suffice (Clinger, "How to read floating
 * point numbers accurately", 1990), else one or two 128-bit products (Lemire, "Number parsing at a gigabyte per second", 2021).
 */
final class DecimalNumber {
    private static final int MAX_EXACT_POWER = 22;
    private static final long MAX_EXACT_MANTISSA = 1L << 53;
    private static final double[] POWERS_OF_TEN = new double[MAX_EXACT_POWER + 1];

    /** The range of the table of powers of five; beyond it (values below 1e-80 or above 1e100) the JDK parses. */
    private static final int MAX_TABLE_POWER = 100;
    private static final long[] FIVE_HIGH = new long[2 * MAX_TABLE_POWER + 1];
    private static final long[] FIVE_LOW = new long[2 * MAX_TABLE_POWER + 1];

    /** Bits of the upper product below the mantissa, its rounding bit and one more: all set, the lower product may carry into them. */
    private static final long CARRY_MASK = 0x1ff;
    private static final int MANTISSA_BITS = 52;

    static {
        double power = 1;
        for (int i = 0; i <= MAX_EXACT_POWER; i++) {
            POWERS_OF_TEN[i] = power;
            power *= 10;
        }
        for (int exponent = -MAX_TABLE_POWER; exponent <= MAX_TABLE_POWER; exponent++) {
            BigInteger five = leading128Bits(exponent);
            FIVE_HIGH[exponent + MAX_TABLE_POWER] = five.shiftRight(64).longValue();
            FIVE_LOW[exponent + MAX_TABLE_POWER] = five.longValue();
        }
    }

    private DecimalNumber() {
    }

    /** The leading 128 bits of a power of five; of reciprocals that fit into few bits rounded up, as the proof of the method asks. */
    private static BigInteger leading128Bits(int exponent) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(exponent));
        if (exponent >= 0) {
            BigInteger shifted = five.shiftLeft(128);
            return shifted.shiftRight(shifted.bitLength() - 128);
        }
        int bits = five.bitLength();
        if (exponent >= -27) {
            return BigInteger.ONE.shiftLeft(bits + 127).divide(five).add(BigInteger.ONE);
        }
        BigInteger reciprocal = BigInteger.ONE.shiftLeft(2 * bits + 128).divide(five).add(BigInteger.ONE);
        return reciprocal.shiftRight(reciprocal.bitLength() - 128);
    }

    /**
     * The double nearest to mantissa times ten to the exponent.
     *
     * @param mantissa an unsigned 64-bit number
     * @param exponent the power of ten
     * @return the value, or NaN if this cannot tell it
     */
    static double nearest(long mantissa, int exponent) {
        if (mantissa == 0) {
            return 0;
        }
        if (mantissa > 0 && mantissa <= MAX_EXACT_MANTISSA && exponent >= -MAX_EXACT_POWER && exponent <= MAX_EXACT_POWER) {
            return exponent < 0 ? mantissa / POWERS_OF_TEN[-exponent] : mantissa * POWERS_OF_TEN[exponent];
        }
        if (exponent < -MAX_TABLE_POWER || exponent > MAX_TABLE_POWER) {
            return Double.NaN;
        }
        return byProduct(mantissa, exponent);
    }

    private static double byProduct(long mantissa, int exponent) {
        int leadingZeros = Long.numberOfLeadingZeros(mantissa);
        long normalised = mantissa << leadingZeros;
        long five = FIVE_HIGH[exponent + MAX_TABLE_POWER];
        long upper = multiplyHighUnsigned(normalised, five);
        long lower = normalised * five;
        if ((upper & CARRY_MASK) == CARRY_MASK) {
            long carry = multiplyHighUnsigned(normalised, FIVE_LOW[exponent + MAX_TABLE_POWER]);
            lower += carry;
            if (Long.compareUnsigned(lower, carry) < 0) {
                upper++;
            }
        }
        int upperBit = (int) (upper >>> 63);
        int shift = upperBit + 64 - MANTISSA_BITS - 3;
        long bits = upper >>> shift;
        // floor(exponent * log2(10)) + 63, exact within the table.
        int binaryExponent = ((217706 * exponent) >> 16) + 63 + upperBit - leadingZeros + 1023;
        boolean halfWay = Long.compareUnsigned(lower, 1) <= 0 && exponent >= -4 && exponent <= 23 && (bits & 3) == 1
            && bits << shift == upper;
        if (halfWay) {
            bits &= ~1L;
        }
        bits = (bits + (bits & 1)) >>> 1;
        if (bits == 2L << MANTISSA_BITS) {
            bits >>>= 1;
            binaryExponent++;
        }
        return Double.longBitsToDouble(bits & ~(1L << MANTISSA_BITS) | (long) binaryExponent << MANTISSA_BITS);
    }

    private static long multiplyHighUnsigned(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
