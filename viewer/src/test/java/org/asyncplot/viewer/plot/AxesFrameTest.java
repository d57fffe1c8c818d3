// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Test;

class AxesFrameTest {
    private final Kit kit = new Kit(Theme.LIGHT.tokens(), 1);
    private final AxesFrame axes = new AxesFrame(kit);

    private List<Tick> labelledOn(int width) {
        axes.place(new Box(0, 0, width + 96, 300), new Box(72, 34, width, 239));
        axes.numbers(new LinearScale(1, 100, width), "row", "");
        return axes.xTicks().ticks().stream().filter(Tick::labelled).toList();
    }

    @Test
    void shouldKeepTheLastLabelBesideTheNameOfX() {
        for (int width : new int[] {420, 600, 1096}) {
            List<Tick> labelled = labelledOn(width);
            assertThat(labelled.get(labelled.size() - 1).label()).as("%d px", width).isEqualTo("100");
            labelled.forEach(tick -> assertThat(axes.isClearOfXName(72 + tick.startPx(), 72 + tick.startPx() + tick.extentPx())).isTrue());
        }
    }

    @Test
    void shouldKeepTheNameWhenThereIsRoomForOnlyOneOfBoth() {
        axes.place(new Box(0, 0, 396, 300), new Box(72, 34, 300, 239));
        axes.numbers(new LinearScale(-20, 0, 300), "time before now", "s");
        assertThat(axes.isClearOfXName(0, 396)).as("there is a name").isFalse();
        axes.xTicks().ticks().stream().filter(Tick::labelled)
            .forEach(tick -> assertThat(axes.isClearOfXName(72 + tick.startPx(), 72 + tick.startPx() + tick.extentPx())).isTrue());
    }

    @Test
    void shouldKeepTheLastDateBesideTheZone() {
        XRange range = XRange.time(Moment.of(LocalDate.of(2024, 1, 1)).epochNs(), Moment.of(LocalDate.of(2024, 1, 6)).epochNs());
        axes.place(new Box(0, 0, 1192, 300), new Box(72, 34, 1096, 239));
        axes.time(range, "Date");
        List<Tick> ticks = axes.xTicks().ticks();
        assertThat(ticks.get(ticks.size() - 1).labelled()).isTrue();
    }
}
