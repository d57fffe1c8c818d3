// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Test;

class TimeLabelsTest {
    @Test
    void shouldDropWhatTheLabelBeforeSaid() {
        assertThat(labels("2026-11-21T00:12:11Z", 30, 9, 700)).containsExactly("2026-11-21 00:12:15", ":20", ":25", ":30", ":35", ":40");
    }

    @Test
    void shouldNameTheHourAgainWhenTheMinuteChanges() {
        assertThat(labels("2026-11-21T23:58:50Z", 40, 9, 700)).containsExactly("2026-11-21 23:58:50", "23:59:00", ":05", ":10", ":15",
            ":20", ":25", ":30");
        assertThat(labels("2026-11-21T23:59:40Z", 40, 9, 400)).containsExactly("2026-11-21 23:59:40", ":50", "11-22", ":10", ":20");
    }

    @Test
    void shouldSayMoreWhereLabelsWouldReadTheSame() {
        assertThat(labels("2026-11-21T14:00:00Z", 150, 9, 700))
            .containsExactly("2026-11-21 14:00:00", "14:00:30", "14:01:00", "14:01:30", "14:02:00", "14:02:30");
        assertThat(labels("2026-11-20T00:00:00Z", 2 * 86_400, 9, 700)).containsExactly("2026-11-20 00:00", "11-20 12:00", "11-21",
            "11-21 12:00", "11-22");
    }

    @Test
    void shouldCountInCalendarSteps() {
        assertThat(labels("2026-11-10T00:00:00Z", 100 * 86_400, 9, 900))
            .containsExactly("2026-11-23", "12-07", "12-21", "2027-01-04", "01-18", "02-01", "02-15");
        assertThat(labels("2026-03-10T00:00:00Z", 250 * 86_400, 9, 700))
            .containsExactly("Apr 2026", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov");
        assertThat(labels("2001-03-10T00:00:00Z", 3000 * 86_400L, 9, 900))
            .containsExactly("2002", "2003", "2004", "2005", "2006", "2007", "2008", "2009");
    }

    @Test
    void shouldShowOnlyTheLastGroupsOfFineFractions() {
        assertThat(labels("2026-11-21T14:00:00.123456780Z", 35, 0, 900))
            .containsExactly("2026-11-21 14:00:00.123\u2009456\u2009780", "\u2026790", "\u2026795", "\u2026800", "\u2026805", "\u2026810",
                "\u2026815");
    }

    private static List<String> labels(String start, long length, int power, double lengthPx) {
        Instant instant = Instant.parse(start);
        long from = instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
        XRange range = XRange.time(from, from + length * (long) Math.pow(10, power));
        Typesetter typesetter = new Typesetter(1);
        AxisRoom room = new AxisRoom(lengthPx, 50, 30, 9, 40, text -> typesetter.width(text, TextStyle.TICK));
        return room.best(TimeStep.of(range, lengthPx)).ticks().stream().map(Tick::label).filter(label -> !label.isEmpty())
            .collect(Collectors.toList());
    }
}
