// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class ReadoutTextTest {
    @ParameterizedTest
    @CsvSource({"3.14159265, 0.01, 3.142", "-0.5, 0.1, \u22120.50", "0, 1, 0", "1.23456e-9, 1e-12, 1.2346e\u22129", "123456, 100, 123460",
        "6.02214e23, 1e20, 6.0221e23", "0.00001, 1, 0"})
    void shouldShowWhatAPixelResolves(double value, double step, String text) {
        assertThat(ReadoutText.number(value, step)).isEqualTo(text);
    }

    @Test
    void shouldShowMomentsAsFineAsAPixel() {
        assertThat(ReadoutText.moment(1_795_348_800_123_456_789L, 1e7)).isEqualTo("2026-11-22 12:00:00.12");
        assertThat(ReadoutText.moment(1_795_348_800_123_456_789L, 1)).isEqualTo("2026-11-22 12:00:00.123456789");
        assertThat(ReadoutText.moment(1_795_348_800_123_456_789L, 6e10)).isEqualTo("2026-11-22 12:00:00");
    }
}
