// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;
import org.asyncplot.viewer.source.Snapshot;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {
    @Test
    void shouldPutSignalsOfOneUnitTogether() {
        assertThat(panels(signal("a", "V", 0, 1), signal("b", "A", 0, 1), signal("c", "V", 0, 1e6))).containsExactly("a c", "b");
    }

    @Test
    void shouldPutPriceAndVolumeApart() {
        assertThat(panels(signal("open", "", 98, 105), signal("high", "", 99, 110), signal("low", "", 90, 100),
            signal("close", "", 95, 104),
            signal("volume", "", 3e6, 2e7))).containsExactly("open high low close", "volume");
    }

    @Test
    void shouldTakeTheUnitOfPureNumbersForNone() {
        assertThat(panels(signal("price", "1", 90, 110), signal("volume", "1", 3e6, 2e7))).containsExactly("price", "volume");
    }

    @Test
    void shouldPutApartWhatWouldBeFlatOnACommonAxis() {
        assertThat(panels(signal("wide", "", 0, 100), signal("narrow", "", 40, 41))).containsExactly("wide", "narrow");
        assertThat(panels(signal("near", "", 0, 1), signal("far", "", 1000, 1001))).containsExactly("near", "far");
    }

    @Test
    void shouldLetConstantsShareWhereTheyDoNotStretchTheAxis() {
        assertThat(panels(signal("sine", "", -1, 1), signal("limit", "", 0.5, 0.5), signal("zero", "", 0, 0)))
            .containsExactly("sine limit zero");
        assertThat(panels(signal("price", "", 100, 105), signal("flag", "", 0, 0))).containsExactly("price", "flag");
        assertThat(panels(signal("three", "", 3, 3), signal("seven", "", 7, 7), signal("thousand", "", 1000, 1000)))
            .containsExactly("three seven", "thousand");
    }

    @Test
    void shouldPutStrangersApartWhenThereIsNoUnit() {
        assertThat(panels(signal("norm.error", "", 0, 1), signal("x.mean", "", 0, 1), signal("x.spread", "", 0, 1)))
            .containsExactly("norm.error", "x.mean x.spread");
    }

    @Test
    void shouldPutDifferentXAxesApart() {
        ArraySeries byStep = signal("a", "V", 0, 1).over("step", "");
        ArraySeries bySecond = signal("b", "V", 0, 1).over("t", "s");
        ArraySeries byTime = ArraySeries.time("c", "V", 0, new double[] {0, 1}, new double[] {0, 1});
        assertThat(panels(byStep, bySecond, byTime)).containsExactly("a", "b", "c");
    }

    @Test
    void shouldHoldEightSignalsAPanelAtMost() {
        SignalSeries[] many = new SignalSeries[18];
        for (int i = 0; i < many.length; i++) {
            many[i] = signal("s" + i, "V", 0, 1);
        }
        assertThat(panels(many)).hasSize(3).allMatch(panel -> panel.split(" ").length <= 8);
    }

    @Test
    void shouldCallPanelsByWhatTheirSignalsShare() {
        assertThat(titles(signal("energy.total", "J", 0, 1), signal("energy.kinetic", "J", 0, 1))).containsExactly("energy: total kinetic");
        assertThat(titles(signal("pos.x", "m", 0, 1).in("pos"), signal("pos.y", "m", 0, 1).in("pos"))).containsExactly("pos: x y");
        assertThat(titles(signal("a", "V", 0, 1), signal("b", "V", 0, 1))).containsExactly(":  ");
        assertThat(titles(signal("norm.error", "", 0, 1))).containsExactly("norm.error: ");
        assertThat(titles(signal("a.b.c", "V", 0, 1), signal("a.d", "V", 0, 1))).containsExactly("a: b.c d");
    }

    @Test
    void shouldLayFramesSideBySideAboveTheLines() {
        WaveformSnapshot waveform = new WaveformSnapshot("w", "", "", "", 1, 0, new double[] {0}, new double[] {0});
        ImageSnapshot image = new ImageSnapshot("i", "", "", "", "", "", 1, 0, 1, 1, 0, 1, 0, 1, new double[] {0});
        Snapshot snapshot = new Snapshot("r", 0, List.of(signal("a", "V", 0, 1), signal("b", "A", 0, 1)), List.of(waveform),
            List.of(image), List.of());
        List<PanelSpec> panels = AutoLayout.of(snapshot).panels();
        List<Box> boxes = PageGrid.place(panels, new Box(0, 0, 1200, 800), 8);
        assertThat(panels).extracting(PanelSpec::kind).containsExactly(PanelKind.WAVEFORM, PanelKind.IMAGE, PanelKind.LINE, PanelKind.LINE);
        assertThat(boxes.get(0).y()).isEqualTo(boxes.get(1).y());
        assertThat(boxes.get(1).x()).isEqualTo(boxes.get(0).right() + 8);
        assertThat(boxes.get(2)).matches(box -> box.width() == 1200 && box.y() == boxes.get(0).bottom() + 8);
        assertThat(boxes.get(0).height()).isGreaterThan(boxes.get(2).height());
    }

    @Test
    void shouldFillThePageWithoutOverlapWhateverTheNumber() {
        for (int count = 1; count <= 40; count++) {
            List<SignalSeries> signals = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                signals.add(signal("s" + i, "unit" + i, 0, 1));
            }
            List<PanelSpec> panels = AutoLayout.of(Gallery.snapshot("r", signals)).panels();
            List<Box> boxes = PageGrid.place(panels, new Box(5, 7, 1200, 800), 8);
            assertThat(boxes).hasSize(count);
            assertThat(boxes.stream().mapToInt(Box::bottom).max()).hasValue(807);
            assertThat(boxes.stream().mapToInt(Box::right).max()).hasValue(1205);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(boxes.get(i).intersect(boxes.get(j)).isEmpty()).as("%d of %d panels: %d and %d", count, count, i, j)
                        .isTrue();
                }
            }
        }
    }

    @Test
    void shouldLayOutRunsOfManyChannels() {
        for (int count : new int[] {36, 37, 75, 99, 300, 700}) {
            List<SignalSeries> signals = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                signals.add(signal("s" + i, "unit" + i, 0, 1));
            }
            Snapshot snapshot = Gallery.snapshot("r", signals);
            assertThat(AutoLayout.of(snapshot).panels()).hasSize(Math.min(count, 600));
            new FigurePainter(Theme.DARK, 1).paint(new int[1200 * 800], 1200, 800, AutoLayout.of(snapshot), snapshot);
        }
    }

    private static ArraySeries signal(String name, String unit, double low, double high) {
        return ArraySeries.numbers(name, unit, new double[] {0, 1, 2}, new double[] {low, high, low});
    }

    private static List<String> panels(SignalSeries... signals) {
        return AutoLayout.of(Gallery.snapshot("r", Arrays.asList(signals))).panels().stream()
            .map(panel -> panel.series().stream().map(SeriesSpec::signal).collect(Collectors.joining(" "))).collect(Collectors.toList());
    }

    private static List<String> titles(SignalSeries... signals) {
        return AutoLayout.of(Gallery.snapshot("r", Arrays.asList(signals))).panels().stream()
            .map(panel -> panel.title() + ": " + panel.series().stream().map(SeriesSpec::label).collect(Collectors.joining(" ")))
                .collect(Collectors.toList());
    }
}
