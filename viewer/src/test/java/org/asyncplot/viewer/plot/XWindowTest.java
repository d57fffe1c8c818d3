// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.asyncplot.core.figure.XSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Test;

class XWindowTest {
    private static final long START_NS = Instant.parse("2026-11-21T00:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final long HOUR_NS = 3_600_000_000_000L;

    @Test
    void shouldShowTheWholeRunWhenNothingIsAsked() {
        assertThat(numbers("s").range(Optional.empty())).contains(XRange.of(2, 100));
        assertThat(time().range(Optional.empty())).contains(XRange.time(START_NS, START_NS + HOUR_NS));
        assertThat(new XWindow("p", XType.NUMBER, "", Optional.empty()).range(Optional.empty())).isEmpty();
    }

    @Test
    void shouldCountLastBackFromTheNewestSample() {
        assertThat(numbers("s").range(last("30 s"))).contains(XRange.of(70, 100));
        assertThat(numbers("ms").range(last("30 ms"))).contains(XRange.of(70, 100));
        assertThat(numbers("min").range(last("30 min"))).contains(XRange.of(70, 100));
        assertThat(numbers("m").range(last("30"))).contains(XRange.of(70, 100));
        assertThat(time().range(last("10 min"))).contains(XRange.time(START_NS + HOUR_NS * 5 / 6, START_NS + HOUR_NS));
    }

    @Test
    void shouldTakeEndsAsTheyAreWritten() {
        assertThat(numbers("s").range(between("10", "20"))).contains(XRange.of(10, 20));
        assertThat(numbers("s").range(between("-30s", "-10s"))).contains(XRange.of(70, 90));
        assertThat(time().range(between("2026-11-21T00:10:00", "2026-11-21T00:20:00.000000001Z")))
            .contains(XRange.time(START_NS + HOUR_NS / 6, START_NS + HOUR_NS / 3 + 1));
        assertThat(new XWindow("p", XType.NUMBER, "", Optional.empty()).range(between("1", "2"))).contains(XRange.of(1, 2));
    }

    @Test
    void shouldGiveASinglePlaceSomeRoom() {
        assertThat(new XWindow("p", XType.NUMBER, "", Optional.of(XRange.of(5, 5))).range(Optional.empty())).contains(XRange.of(4.5, 5.5));
        XRange room = new XWindow("p", XType.TIME, "", Optional.of(XRange.time(START_NS, START_NS))).range(Optional.empty()).orElseThrow();
        assertThat(room).isEqualTo(XRange.time(START_NS - 500_000_000L, START_NS + 500_000_000L));
    }

    @Test
    void shouldSayInOneLineWhatDoesNotFit() {
        refused(time(), between("500", null), "panel 'p': '500' is a number, but its x axis is time");
        refused(time(), last("500"), "panel 'p': last '500' is a number, but its x axis is time; write a length like 30 s");
        refused(numbers("m"), between("2026-11-21", null), "panel 'p': '2026-11-21' is a time, but its x axis counts m");
        refused(numbers("m"), between("500", null), "panel 'p': the stretch of x ends before it begins; the data reach from 2.0 to 100.0");
        refused(time(), between("2027-01-01", null), "the data reach from 2026-11-21T00:00Z to 2026-11-21T01:00Z");
    }

    private static void refused(XWindow window, Optional<XSpec> spec, String message) {
        assertThatThrownBy(() -> window.range(spec)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message)
            .message().doesNotContain("\n");
    }

    private static XWindow numbers(String unit) {
        return new XWindow("panel 'p'", XType.NUMBER, unit, Optional.of(XRange.of(2, 100)));
    }

    private static XWindow time() {
        return new XWindow("panel 'p'", XType.TIME, "", Optional.of(XRange.time(START_NS, START_NS + HOUR_NS)));
    }

    private static Optional<XSpec> last(String length) {
        return Optional.of(new XSpec(Optional.of(length), Optional.empty(), Optional.empty()));
    }

    private static Optional<XSpec> between(String from, String to) {
        return Optional.of(new XSpec(Optional.empty(), Optional.ofNullable(from), Optional.ofNullable(to)));
    }
}
