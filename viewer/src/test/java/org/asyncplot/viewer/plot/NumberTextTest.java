// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({"0,0", "-0.0,0", "1,1", "-1,\u22121", "4.712384,4.7124", "0.25,0.25", "1234,1234", "12345,12\u2009345",
        "27123450,27\u2009123\u2009450",
        "-1234567,\u22121\u2009234\u2009567", "1234567.25,1\u2009234\u2009567", "3.14159e-13,3.1416e\u221213", "1e-4,0.0001",
            "9.99e-5,9.99e\u22125",
        "1.5e300,1.5e300", "99999.7,100\u2009000", "123456.78,123\u2009457", "NaN,\u2013", "Infinity,\u221e", "-Infinity,\u2212\u221e"})
    void shouldWriteValuesShort(double value, String text) {
        assertThat(NumberText.value(value)).isEqualTo(text);
    }

    @Test
    void shouldRaisePowers() {
        assertThat(NumberText.powerOfTen(-13)).isEqualTo("10\u207b\u00b9\u00b3");
        assertThat(NumberText.powerOfTen(306)).isEqualTo("10\u00b3\u2070\u2076");
    }

    @Test
    void shouldKeepTheScaleOfPlainNumbers() {
        assertThat(NumberText.plain(new BigDecimal("-12345.60"))).isEqualTo("\u221212\u2009345.60");
    }

    @Test
    void shouldLeaveAwayWhatIsFinerThanAHundredthOfTheSpan() {
        assertThat(NumberText.rounded(1e-17, 0.5)).isZero();
        assertThat(NumberText.rounded(0.38713, 0.5)).isEqualTo(0.387);
        assertThat(NumberText.rounded(1234.5678, 100)).isEqualTo(1235);
    }
}
