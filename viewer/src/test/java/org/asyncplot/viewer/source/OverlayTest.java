// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.series.SignalSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class OverlayTest {
    @Test
    void shouldLeaveASingleRunAsItIs() {
        Snapshot only = run("one");
        assertThat(Overlay.of(List.of(only))).isSameAs(only);
    }

    @Test
    void shouldLeadNamesByTheirRun() {
        Snapshot both = Overlay.of(List.of(run("one"), run("two")));
        assertThat(both.runName()).isEqualTo("one + two");
        assertThat(both.signals()).extracting(SignalSeries::name).containsExactly("one:s", "two:s");
        assertThat(both.notes()).extracting(Note::channel).containsExactly("one:s", "two:s");
    }

    @Test
    void shouldNumberRunsOfOneName() {
        Snapshot both = Overlay.of(List.of(run("a"), run("b"), run("a")));
        assertThat(both.signals()).extracting(SignalSeries::channel).containsExactly("a#1:s", "b:s", "a#2:s");
    }

    private static Snapshot run(String name) {
        return new Snapshot(name, 1, List.of(new CountedSeries("s", 3)), List.of(), List.of(), List.of(new Note(0, 1, NoteLevel.INFO, "s", "hm")));
    }
}
