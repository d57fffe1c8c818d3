// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.XSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;
import org.asyncplot.viewer.plot.PanelLayout;
import org.asyncplot.viewer.source.CountedSeries;
import org.asyncplot.viewer.source.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ViewTest {
    private static final long NOON_NS = 1_795_348_800_000_000_000L;

    private final Snapshot snapshot = new Snapshot("run", 0, List.of(new CountedSeries("s", 1_000)), List.of(), List.of(), List.of());
    private final PanelLayout panel = Panels.layout(XType.NUMBER, XRange.of(0, 1_000));

    @Test
    void shouldLeaveTheFigureAsItIsWhenNothingWasDone() {
        FigureSpec figure = Panels.figure();
        assertThat(View.START.apply(figure, snapshot)).isSameAs(figure);
    }

    @Test
    void shouldHoldAStretchWhenZoomed() {
        View zoomed = View.START.zoomed(panel, 600, 0.5);
        assertThat(zoomed.isLive()).isFalse();
        assertThat(x(zoomed)).contains(new XSpec(Optional.empty(), Optional.of("250.0"), Optional.of("750.0")));
    }

    @Test
    void shouldMoveWithThePointerWhenPanned() {
        assertThat(x(View.START.panned(panel, 100, 0))).contains(new XSpec(Optional.empty(), Optional.of("-100.0"), Optional.of("900.0")));
    }

    @Test
    void shouldShowTheBoxWhateverCornerItBeganAt() {
        View boxed = View.START.boxed(panel, 400, 125, 300, 75);
        assertThat(x(boxed)).contains(new XSpec(Optional.empty(), Optional.of("200.0"), Optional.of("300.0")));
        PanelSpec shown = boxed.apply(Panels.figure(), snapshot).panels().get(0);
        assertThat(shown.y().low()).hasValue(-0.5);
        assertThat(shown.y().high()).hasValue(0.5);
    }

    @Test
    void shouldMoveHeldValuesWhenPanned() {
        View boxed = View.START.boxed(panel, 100, 50, 1100, 150);
        PanelSpec shown = boxed.panned(panel, 0, 50).apply(Panels.figure(), snapshot).panels().get(0);
        assertThat(shown.y().low()).hasValue(0);
        assertThat(shown.y().high()).hasValue(2);
    }

    @Test
    void shouldBeExactToANanosecondWhenTimeIsZoomed() {
        PanelLayout time = Panels.layout(XType.TIME, XRange.time(NOON_NS, NOON_NS + 1_000));
        View zoomed = View.START.zoomed(time, 100, 0.5);
        Stretch held = zoomed.x().get(XKey.of(time));
        XSpec written = XText.between(Panels.line(), held, XType.TIME).x().orElseThrow();
        assertThat(written.from()).contains("2026-11-22T12:00:00Z");
        assertThat(written.to()).contains("2026-11-22T12:00:00.000000500Z");
    }

    @Test
    void shouldFollowTwiceTheLengthShown() {
        View following = View.START.following(List.of(panel), 2);
        assertThat(following.isLive()).isTrue();
        assertThat(x(following)).contains(new XSpec(Optional.of("2000.0"), Optional.empty(), Optional.empty()));
    }

    @Test
    void shouldWriteFollowedTimeInSeconds() {
        assertThat(XText.last(1_500_000_001, XType.TIME).last()).contains("1.500000001 s");
    }

    @Test
    void shouldGoBackToTheLengthFollowedBefore() {
        View following = View.START.following(List.of(panel), 0.5);
        assertThat(following.zoomed(panel, 300, 0.1).live()).isEqualTo(following);
        assertThat(x(following.zoomed(panel, 300, 0.1).whole())).isEmpty();
    }

    @Test
    void shouldIgnoreTheLengthThatTheFigureGivesWhenWholeIsAsked() {
        FigureSpec last = new FigureSpec("", java.util.Map.of(), Optional.of(XText.last(3, XType.NUMBER)), List.of(Panels.line()));
        assertThat(View.START.apply(last, snapshot).x()).isPresent();
        assertThat(View.START.whole().apply(last, snapshot).x()).isEmpty();
    }

    private Optional<XSpec> x(View view) {
        return view.apply(Panels.figure(), snapshot).panels().get(0).x();
    }
}
