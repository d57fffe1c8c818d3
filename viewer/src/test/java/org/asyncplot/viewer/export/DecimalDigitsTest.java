// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class DecimalDigitsTest {
    private static final int VALUES = 300_000;

    private static String text(double value) {
        byte[] bytes = new byte[40];
        return new String(bytes, 0, DecimalDigits.write(value, bytes, 0), StandardCharsets.US_ASCII);
    }

    private static double random(Random random, int i) {
        return switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Math.round(random.nextGaussian() * 1e6) / Math.pow(10, random.nextInt(9));
            case 2 -> Math.scalb(1.0, random.nextInt(2098) - 1074);
            default -> random.nextGaussian();
        };
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, -0", "1, 1", "-12.5, -12.5", "0.1, 0.1", "0.001, 0.001", "0.00001, 0.00001", "9.99e-6, 9.99e-6", "1e15, 1000000000000000",
        "1e16, 1e16", "1e23, 1e23", "2e-3, 0.002", "2e23, 2e23", "4.9e-324, 5e-324", "1.7976931348623157e308, 1.7976931348623157e308",
        "2.2250738585072014e-308, 2.2250738585072014e-308", "123456789.25, 123456789.25", "0.3333333333333333, 0.3333333333333333", "NaN, NaN",
        "Infinity, inf", "-Infinity, -inf"})
    void shouldWriteTheShortest(double value, String expected) {
        assertThat(text(value)).isEqualTo(expected);
    }

    @Test
    void shouldReadBackToTheSameBits() {
        Random random = new Random(7);
        for (int i = 0; i < VALUES; i++) {
            double value = random(random, i);
            if (Double.isFinite(value)) {
                assertThat(Double.doubleToRawLongBits(Double.parseDouble(text(value)))).as("seed 7, value %d", i)
                    .isEqualTo(Double.doubleToRawLongBits(value));
            }
        }
    }

    @Test
    void shouldAgreeWithJavaWhereThatWritesTheShortest() {
        assumeTrue(Runtime.version().feature() >= 19, "before 19 Java's numbers are not always the shortest");
        Random random = new Random(8);
        for (int i = 0; i < VALUES; i++) {
            double value = random(random, i);
            // Java writes two digits at least, and then takes the nearest of these.
            if (Double.isFinite(value) && new BigDecimal(text(value)).stripTrailingZeros().precision() > 1) {
                assertThat(new BigDecimal(text(value))).as("seed 8, value %d", i).isEqualByComparingTo(new BigDecimal(Double.toString(value)));
            }
        }
    }

    @Test
    void shouldNeverBeLongerThanWhatJavaWrites() {
        Random random = new Random(9);
        for (int i = 0; i < VALUES; i++) {
            double value = random(random, i);
            if (Double.isFinite(value)) {
                assertThat(new BigDecimal(text(value)).stripTrailingZeros().precision()).as("seed 9, value %d", i)
                    .isLessThanOrEqualTo(new BigDecimal(Double.toString(value)).stripTrailingZeros().precision());
            }
        }
    }
}
