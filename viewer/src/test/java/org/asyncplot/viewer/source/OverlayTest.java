// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.viewer.source.Alignment.By;
import org.asyncplot.viewer.source.Alignment.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class OverlayTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final Note NOTE = new Note(START_NS + 2_000_000_000L, 1, NoteLevel.INFO, "s", "hm");

    @Test
    void shouldLeaveASingleRunAsItIs() {
        Snapshot only = run("one", new CountedSeries("s", 3));
        assertThat(Overlay.of(List.of(layer(only, Offset.NONE)), By.X)).isSameAs(only);
    }

    @Test
    void shouldLeadNamesByTheirRun() {
        Snapshot both = of(By.X, layer(run("one"), Offset.NONE), layer(run("two"), Offset.NONE));
        assertThat(both.runName()).isEqualTo("one + two");
        assertThat(both.signals()).extracting(SignalSeries::name).containsExactly("one:s", "two:s");
        assertThat(both.notes()).extracting(Note::channel).containsExactly("one:s", "two:s");
    }

    @Test
    void shouldNumberRunsOfOneName() {
        Snapshot both = of(By.X, layer(run("a"), Offset.NONE), layer(run("b"), Offset.NONE), layer(run("a"), Offset.NONE));
        assertThat(both.signals()).extracting(SignalSeries::channel).containsExactly("a#1:s", "b:s", "a#2:s");
    }

    @Test
    void shouldPutSignalsOfOneNameTogether() {
        Snapshot both = of(By.X, layer(run("one", new CountedSeries("s", 1), new CountedSeries("r", 1)), Offset.NONE),
            layer(run("two", new CountedSeries("r", 1), new CountedSeries("s", 1)), Offset.NONE));
        assertThat(both.signals()).extracting(SignalSeries::name).containsExactly("one:s", "two:s", "one:r", "two:r");
    }

    @Test
    void shouldMoveARunByItsOffsetAndSaySo() {
        Snapshot both = of(By.X, layer(run("one"), Offset.NONE), layer(run("two"), new Offset(-0.5, "")));
        assertThat(both.runName()).isEqualTo("one + two (\u22120.5)");
        assertThat(both.signals().get(1).extent().from()).isEqualTo(-0.5);
        assertThat(both.notes()).extracting(Note::x).containsExactly(1.0, 0.5);
    }

    @Test
    void shouldConvertALengthOfTimeIntoTheUnitOfX() {
        Snapshot moved = of(By.X, layer(run("one"), new Offset(500, "ms")));
        assertThat(moved.signals().get(0).extent().from()).as("x is in s").isEqualTo(0.5);
        assertThat(moved.signals().get(0).name()).isEqualTo("s");
        assertThat(moved.runName()).isEqualTo("one (+500 ms)");
    }

    @Test
    void shouldCountTimesFromTheStartOfTheirRun() {
        Snapshot one = run("one", new TimedSeries("s", START_NS, 0, 1));
        Snapshot two = run("two", new TimedSeries("s", START_NS + 3_600_000_000_000L, 0.25, 1.25));
        Snapshot both = of(By.START, new Overlay.Layer(one, START_NS, Offset.NONE),
            new Overlay.Layer(two, START_NS + 3_600_000_000_000L, new Offset(2, "")));
        SignalSeries second = both.signals().get(1);
        assertThat(both.runName()).isEqualTo("one + two (+2) \u00b7 from their starts");
        assertThat(second.xType()).isEqualTo(XType.NUMBER);
        assertThat(second.xUnit()).isEqualTo("s");
        assertThat(second.xName()).isEqualTo("since start");
        assertThat(both.signals().get(0).extent().to()).isCloseTo(1, within(1e-9));
        assertThat(second.extent().from()).isCloseTo(2.25, within(1e-9));
        assertThat(second.extent().to()).isCloseTo(3.25, within(1e-9));
    }

    @Test
    void shouldCountFromTheFirstTimeWhereThatIsOlderThanTheRun() {
        Snapshot imported = run("one", new TimedSeries("s", START_NS - 1_000_000_000_000L, 0, 1), new TimedSeries("r", START_NS, 0, 1));
        Snapshot laid = of(By.START, layer(imported, Offset.NONE));
        assertThat(laid.signals().get(0).extent().from()).isCloseTo(0, within(1e-9));
        assertThat(laid.signals().get(1).extent().from()).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void shouldPlaceNotesOfRunsThatHaveBothKindsOfXOnEach() {
        Snapshot mixed = new Snapshot("one", 1, List.of(new TimedSeries("t", START_NS, 0, 1), new CountedSeries("s", 3)), List.of(), List.of(),
            List.of(new Note(START_NS + 2_000_000_000L, 7, NoteLevel.INFO, "", "hm")));
        Snapshot laid = of(By.START, layer(mixed, new Offset(1, "")));
        assertThat(laid.notes()).extracting(Note::channel).containsExactly("t", "s");
        assertThat(laid.notes()).extracting(Note::x).containsExactly(3.0, 8.0);
    }

    private static Snapshot of(By by, Overlay.Layer... layers) {
        return Overlay.of(List.of(layers), by);
    }

    private static Overlay.Layer layer(Snapshot run, Offset offset) {
        return new Overlay.Layer(run, START_NS, offset);
    }

    private static Snapshot run(String name, SignalSeries... signals) {
        List<SignalSeries> all = signals.length == 0 ? List.of(new CountedSeries("s", 3)) : List.of(signals);
        return new Snapshot(name, 1, all, List.of(), List.of(), List.of(NOTE));
    }
}
