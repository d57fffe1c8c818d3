// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
final class TimelineScaleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.001 | 1000 | 0.0001 | 0.0000 s | 0.0010 s",
        "3     | 1000 | 0.5    | 0.0 s    | 3.0 s",
        "12    | 1000 | 1      | 0 s      | 12 s",
        "59    | 500  | 10     | 0 s      | 50 s",
        "761   | 1100 | 60     | 0:00     | 12:00",
        "7200  | 800  | 900    | 0:00:00  | 2:00:00",
        "1e6   | 600  | 200000 | 0:00:00  | 277:46:40",
    })
    void shouldLabelRoundMoments(double lengthS, double widthPx, double stepS, String first, String last) {
        TimelineScale scale = TimelineScale.of(lengthS, widthPx);
        assertThat(scale.stepS()).isEqualTo(stepS);
        assertThat(scale.label(0)).isEqualTo(first);
        assertThat(scale.label(scale.count() - 1)).isEqualTo(last);
    }

    @Test
    void shouldKeepLabelsApartWhateverTheLength() {
        for (double length = 1e-6; length < 1e9; length *= 1.37) {
            for (double width = 80; width < 4000; width *= 1.7) {
                TimelineScale scale = TimelineScale.of(length, width);
                assertThat(scale.stepS() / length * width).as("%s s on %s px", length, width).isGreaterThan(75.9);
                assertThat(scale.count()).isBetween(1, (int) (width / 76) + 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3    | 1.23456 | 1.235 s",
        "30   | 1.23456 | 1.23 s",
        "600  | 83.4    | 1:23.40",
        "600  | 59.999  | 1:00.00",
        "7200 | 3723.04 | 1:02:03.0",
    })
    void shouldTellAMomentAsExactlyAsTheRunIsShort(double lengthS, double seconds, String text) {
        assertThat(TimelineScale.of(lengthS, 1000).position(seconds)).isEqualTo(text);
    }
}
