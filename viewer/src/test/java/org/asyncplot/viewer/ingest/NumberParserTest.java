// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NumberParserTest {
    private static final long SEED = 20_261_121;

    private final NumberParser parser = new NumberParser();

    private FieldState parse(String text) {
        String surrounded = "9" + text + "9";
        return parser.parse(surrounded.toCharArray(), 1, text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+1", "42", "1.", ".5", "-.5e3", "1e22", "1e23", "8.5e-23", "9007199254740993", "1e-80",
        "123456789012345678", "0.1", "0.30000000000000004", "1.7976931348623157e308", "4.9e-324", "2.2250738585072012e-308",
        "2.2250738585072014e-308", "1e400",
        "-1e400", "1e-400", "1e99999999999", "00000000000000000000000000001.5", "0.00000000000000000000000000001", "9999999999999999999",
        "18446744073709551615", "18446744073709551616", "9223372036854775808", "6.0221407600000000000000000000e23",
        "7205759403792793199999e-5", "100000000000000016777215", "100000000000000016777216", "1448997445238699", "1E5", "1e+5",
        "9007199254740992.5",
        "4503599627370497.5"})
    void shouldEqualTheParserOfTheJdkWhenItIsADecimalNumber(String text) {
        assertThat(parse(text)).isEqualTo(FieldState.VALUE);
        assertThat(Double.doubleToRawLongBits(parser.value())).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1f", "0x1p3", "1_000", "1,5", "1e", "1e+", "e5", "+", "+-1", "1.2.3", "1 2", "abc", "infinite", "12%",
        "--5", "1e5.5", "\u0661", "\u221212"})
    void shouldRefuseWhenItIsNoDecimalNumber(String text) {
        assertThat(parse(text)).isEqualTo(FieldState.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NA", "n/a", "NaN", "nan", "-nan", "null", "NULL", "-", " - ", ".", "?", "None"})
    void shouldSayMissingWhenThereIsNoValue(String text) {
        assertThat(parse(text)).isEqualTo(FieldState.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "Inf", "+INF", "infinity", "Infinity"})
    void shouldReadInfinity(String text) {
        assertThat(parse(text)).isEqualTo(FieldState.VALUE);
        assertThat(parser.value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(parse("-" + text.replace("+", ""))).isEqualTo(FieldState.VALUE);
        assertThat(parser.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void shouldIgnoreBlanksAroundANumber() {
        assertThat(parse(" \t 7.25 ")).isEqualTo(FieldState.VALUE);
        assertThat(parser.value()).isEqualTo(7.25);
    }

    @Test
    void shouldEqualTheParserOfTheJdkWhenNumbersAreRandom() {
        Random random = new Random(SEED);
        for (int i = 0; i < 600_000; i++) {
            String text = randomNumber(random);
            double expected = Double.parseDouble(text);
            boolean equal = parse(text) == FieldState.VALUE
                && Double.doubleToRawLongBits(parser.value()) == Double.doubleToRawLongBits(expected);
            if (!equal) {
                assertThat(parser.value()).as("'%s', number %d of seed %d", text, i, SEED).isEqualTo(expected);
            }
        }
    }

    private static String randomNumber(Random random) {
        double anyBits = Double.longBitsToDouble(random.nextLong());
        double finite = Double.isFinite(anyBits) ? anyBits : random.nextGaussian();
        return switch (random.nextInt(9)) {
            case 0 -> Double.toString(finite);
            case 1 -> Double.toString(random.nextGaussian() * 1000);
            case 2 -> String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", random.nextGaussian() * 1e6);
            case 3 -> String.format(Locale.ROOT, "%." + random.nextInt(25) + "e", finite);
            case 4 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 5 -> random.nextInt() + "." + Math.abs(random.nextLong());
            case 6 -> Float.toString(random.nextFloat());
            // Half-way between two doubles, and the nearest decimals of so many digits on either side.
            case 7 -> halfWay(random).toPlainString();
            default -> halfWay(random).round(new java.math.MathContext(17 + random.nextInt(4))).toString();
        };
    }

    private static BigDecimal halfWay(Random random) {
        double low = Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(60) - 30);
        return new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
    }
}
