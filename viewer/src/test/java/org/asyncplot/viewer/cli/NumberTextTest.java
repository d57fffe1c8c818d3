// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class NumberTextTest {
    @Test
    void shouldWriteSevenDigits() {
        assertThat(NumberText.of(4.712388980384690)).isEqualTo("4.712389");
        assertThat(NumberText.of(-0.1)).isEqualTo("-0.1");
        assertThat(NumberText.of(599_999.9)).isEqualTo("599999.9");
        assertThat(NumberText.of(100)).isEqualTo("100");
        assertThat(NumberText.of(-0.0)).isEqualTo("0");
        assertThat(NumberText.of(0.0001)).isEqualTo("0.0001");
    }

    @Test
    void shouldWriteExponentsWhenVeryLargeOrSmall() {
        assertThat(NumberText.of(3.1e-13)).isEqualTo("3.1e-13");
        assertThat(NumberText.of(1e9)).isEqualTo("1e9");
        assertThat(NumberText.of(-1.23456789e300)).isEqualTo("-1.234568e300");
        assertThat(NumberText.of(9.99999999e8)).isEqualTo("1e9");
    }

    @Test
    void shouldWritePlacesInFullWhenWholeElseToTwelveDigits() {
        assertThat(NumberText.place(19_580_329)).isEqualTo("19580329");
        assertThat(NumberText.place(-0x1p53)).isEqualTo("-9007199254740992");
        assertThat(NumberText.place(0x1p54)).isEqualTo("1.80143985095e16");
        assertThat(NumberText.place(1e9)).isEqualTo("1000000000");
        assertThat(NumberText.place(-0.0)).isEqualTo("0");
        assertThat(NumberText.place(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(NumberText.place(59.9999)).isEqualTo("59.9999");
        assertThat(NumberText.place(1234567.890123)).isEqualTo("1234567.89012");
        assertThat(NumberText.place(1e-300)).isEqualTo("1e-300");
        assertThat(NumberText.place(Double.POSITIVE_INFINITY)).isEqualTo("inf");
    }

    @Test
    void shouldNameWhatIsNoNumber() {
        assertThat(NumberText.of(Double.NaN)).isEqualTo("NaN");
        assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Test
    void shouldScaleBytesToThreeDigits() {
        assertThat(NumberText.bytes(0)).isEqualTo("0 B");
        assertThat(NumberText.bytes(999)).isEqualTo("999 B");
        assertThat(NumberText.bytes(40_960)).isEqualTo("41.0 kB");
        assertThat(NumberText.bytes(8_412_345)).isEqualTo("8.41 MB");
        assertThat(NumberText.bytes(999_999)).isEqualTo("1.00 MB");
        assertThat(NumberText.bytes(Long.MAX_VALUE)).isEqualTo("9.22 EB");
    }

    @Test
    void shouldBeTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberText.count(12_345_678)).isEqualTo("12 345 678");
            assertThat(NumberText.bytes(8_412_345)).isEqualTo("8.41 MB");
        } finally {
            Locale.setDefault(before);
        }
    }
}
