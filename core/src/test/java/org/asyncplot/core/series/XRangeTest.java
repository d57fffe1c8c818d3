// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.asyncplot.core.run.Samples;
import org.junit.jupiter.api.Test;

class XRangeTest {
    private static final long NOON = 1_795_262_400_000_000_000L;

    @Test
    void shouldHoldTheWholeOfTimeThat64BitsCanTell() {
        XRange all = XRange.time(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(all.span()).isEqualTo(0x1p64);
        assertThat(all.firstNs()).isEqualTo(Long.MIN_VALUE);
        assertThat(all.floorNs()).isEqualTo(Long.MIN_VALUE);
        assertThat(all.lastNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(all.ceilingNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(Samples.nsBetween(Long.MAX_VALUE, Long.MIN_VALUE)).isEqualTo(-0x1p64);
    }

    @Test
    void shouldTellTheExactEndsOfAShortStretch() {
        XRange range = new XRange(NOON, 0.25, 17.5);
        assertThat(range.floorNs()).isEqualTo(NOON);
        assertThat(range.firstNs()).isEqualTo(NOON + 1);
        assertThat(range.lastNs()).isEqualTo(NOON + 17);
        assertThat(range.ceilingNs()).isEqualTo(NOON + 18);
        assertThat(XRange.time(NOON, NOON + 3).span()).isEqualTo(3);
        assertThat(new XRange(Long.MIN_VALUE, -5, 3).firstNs()).isEqualTo(Long.MIN_VALUE);
    }
}
