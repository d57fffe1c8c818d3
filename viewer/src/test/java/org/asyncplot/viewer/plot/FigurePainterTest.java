// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.AxisSpec;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.LimitSpec;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.figure.PanelKind;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.Scale;
import org.asyncplot.core.figure.SeriesSpec;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.viewer.source.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FigurePainterTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;

    private final Snapshot snapshot = Gallery.snapshot("run", List.of(Gallery.sine("angle", "rad", 200, 1),
        Gallery.sine("speed", "m", 5000, 3)));
    private final FigureSpec automatic = AutoLayout.of(snapshot);

    @Test
    void shouldDrawTheSamePixelsEveryTime() {
        FigurePainter painter = new FigurePainter(Theme.DARK, 1);
        int[] first = paint(painter, automatic, snapshot);
        Snapshot other = Gallery.snapshot("another", Gallery.noise("noise", 20_000));
        paint(painter, AutoLayout.of(other), other);
        assertThat(paint(painter, automatic, snapshot)).isEqualTo(first);
        assertThat(paint(new FigurePainter(Theme.DARK, 1), automatic, snapshot)).isEqualTo(first);
    }

    @Test
    void shouldMakeImagesOfTheSamePixels() {
        int[] pixels = new FigurePainter(Theme.LIGHT, 2).image(WIDTH, HEIGHT, automatic, snapshot).getRGB(0, 0, 2 * WIDTH, 2 * HEIGHT,
            null, 0, 2 * WIDTH);
        int[] painted = new int[4 * WIDTH * HEIGHT];
        new FigurePainter(Theme.LIGHT, 2).paint(painted, 2 * WIDTH, 2 * HEIGHT, automatic, snapshot);
        assertThat(pixels).isEqualTo(painted);
    }

    @Test
    void shouldUseTheColoursOfItsTheme() {
        int[] light = paint(new FigurePainter(Theme.LIGHT, 1), automatic, snapshot);
        int[] dark = paint(new FigurePainter(Theme.DARK, 1), automatic, snapshot);
        assertThat(light[0]).isEqualTo(Theme.LIGHT.tokens().background());
        assertThat(dark[0]).isEqualTo(Theme.DARK.tokens().background());
        assertThat(count(light, Theme.LIGHT.tokens().series(1))).isGreaterThan(100);
        assertThat(count(dark, Theme.DARK.tokens().series(1))).isGreaterThan(100);
        assertThat(count(dark, Theme.LIGHT.tokens().series(1))).isZero();
    }

    @Test
    void shouldDrawNothingBetweenAndBesideTheCards() {
        int background = Theme.LIGHT.tokens().background();
        int[] pixels = paint(new FigurePainter(Theme.LIGHT, 1), automatic, snapshot);
        for (int row = 0; row < HEIGHT; row++) {
            for (int i = 0; i < 8; i++) {
                assertThat(pixels[row * WIDTH + i]).isEqualTo(background);
                assertThat(pixels[row * WIDTH + WIDTH - 1 - i]).isEqualTo(background);
            }
        }
        for (int column = 0; column < WIDTH; column++) {
            assertThat(pixels[(HEIGHT - 4) * WIDTH + column]).isEqualTo(background);
            assertThat(pixels[column]).isEqualTo(background);
        }
    }

    @Test
    void shouldKeepLabelsAndDataAwayFromTheBordersOfACard() {
        Snapshot wide = Gallery.snapshot("", List.of(ArraySeries.numbers("values", "unit", new double[] {-123456, 123456},
            new double[] {-98765.4, 98765.4})));
        int[] pixels = paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(wide), wide);
        int panel = Theme.LIGHT.tokens().panel();
        for (int row = 20; row < HEIGHT - 20; row++) {
            for (int i = 9; i < 13; i++) {
                assertThat(pixels[row * WIDTH + i]).isEqualTo(panel);
                assertThat(pixels[row * WIDTH + WIDTH - 1 - i]).isEqualTo(panel);
            }
        }
        for (int column = 20; column < WIDTH - 20; column++) {
            assertThat(pixels[(HEIGHT - 11) * WIDTH + column]).isEqualTo(panel);
            assertThat(pixels[11 * WIDTH + column]).isEqualTo(panel);
        }
    }

    @Test
    void shouldSurviveEverySize() {
        for (double scale : new double[] {0.5, 1, 1.5, 3}) {
            FigurePainter painter = new FigurePainter(Theme.DARK, scale);
            for (int size : new int[] {1, 2, 9, 17, 40, 80, 130, 300}) {
                int[] pixels = new int[size * 300];
                painter.paint(pixels, size, 300, automatic, snapshot);
                painter.paint(pixels, 300, size, automatic, snapshot);
            }
        }
    }

    @Test
    void shouldSaySoWhenThereIsNothingToShow() {
        Snapshot empty = Gallery.snapshot("empty", List.of());
        int[] nothing = paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(empty), empty);
        assertThat(count(nothing, Theme.LIGHT.tokens().panel())).isBetween((int) (0.85 * WIDTH * HEIGHT), WIDTH * HEIGHT - 5000);
        assertThat(inkInTheMiddle(nothing)).isGreaterThan(50);
        Snapshot gaps = Gallery.snapshot("", List.of(ArraySeries.numbers("a", "", new double[] {1, 2},
            new double[] {Double.NaN, Double.NaN})));
        assertThat(inkInTheMiddle(paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(gaps), gaps))).isGreaterThan(50);
        Snapshot noX = Gallery.snapshot("", List.of(ArraySeries.numbers("a", "", new double[0], new double[0])));
        assertThat(inkInTheMiddle(paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(noX), noX))).isGreaterThan(50);
    }

    @Test
    void shouldDrawALimitDashedWithRoomAboveIt() {
        int red = Theme.LIGHT.tokens().limit();
        FigureSpec figure = figure(Gallery.panel("limited", PanelKind.LINE, AxisSpec.AUTO, AxisSpec.AUTO,
            List.of(new LimitSpec(1.3, "most")),
            Gallery.series("angle", LineStyle.LINE, AxisSide.LEFT)));
        int[] pixels = paint(new FigurePainter(Theme.LIGHT, 1), figure, snapshot);
        int row = 40;
        while (count(pixels, red, row) < 100) {
            row++;
        }
        assertThat(row).as("below the plot's top").isGreaterThan(75);
        assertThat(count(pixels, red, row)).isBetween(200, 400);
        assertThat(count(pixels, red, row + 1)).isZero();
    }

    @Test
    void shouldDrawLogarithmicAxesWithoutTheValuesThatTheyCannotShow() {
        Snapshot mixed = Gallery.snapshot("", List.of(ArraySeries.numbers("a", "", new double[] {0, 1, 2, 3},
            new double[] {10, 0, -5, 1000})));
        AxisSpec log = new AxisSpec(Scale.LOG, OptionalDouble.empty(), OptionalDouble.empty(), "", "");
        int[] pixels = paint(new FigurePainter(Theme.LIGHT, 1), figure(Gallery.panel("", PanelKind.LINE, log, AxisSpec.AUTO, List.of(),
            Gallery.series("a", LineStyle.LINE, AxisSide.LEFT))), mixed);
        assertThat(count(pixels, Theme.LIGHT.tokens().series(1))).as("two dots and the legend").isBetween(20, 90);
    }

    @Test
    void shouldColourEachPixelByTheCellItLiesIn() {
        double[] values = {0, 1, 2, Double.NaN};
        Snapshot field = new Snapshot("", 0, List.of(), List.of(), List.of(
            new ImageSnapshot("f", "", "", "", "", "", 1, 0, 2, 2, 0, 1, 0, 1, values)), List.of());
        int[] pixels = paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(field), field);
        ColorMap viridis = ColorMap.of("", "");
        int low = count(pixels, viridis.rgb(0));
        assertThat(count(pixels, viridis.rgb(255))).isCloseTo(low, Offset.offset(1500));
        assertThat(count(pixels, viridis.rgb(128))).isCloseTo(low, Offset.offset(1500));
        assertThat(low).isGreaterThan(20_000);
        assertThat(pixels[(HEIGHT - 60) * WIDTH + 80]).as("row 0 is below").isEqualTo(viridis.rgb(0));
        assertThat(pixels[60 * WIDTH + 400]).as("no value, no colour").isEqualTo(Theme.LIGHT.tokens().panel());
    }

    @Test
    void shouldDrawAllOfTimeThat64BitsCanTell() {
        for (double span : new double[] {0x1p64, 0x1p63, 1e18, 1e10, 0}) {
            Snapshot ages = Gallery.snapshot("", List.of(ArraySeries.time("t", "V", Long.MIN_VALUE, new double[] {0, span},
                new double[] {1, 3})));
            int[] pixels = paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(ages), ages);
            assertThat(count(pixels, Theme.LIGHT.tokens().series(1))).as("a line over %s ns", span).isGreaterThan(30);
        }
        Snapshot end = Gallery.snapshot("", List.of(ArraySeries.time("t", "V", Long.MAX_VALUE - 10, new double[] {0, 10},
            new double[] {1, 3})));
        assertThat(count(paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(end), end), Theme.LIGHT.tokens().series(1)))
            .isGreaterThan(30);
    }

    @Test
    void shouldTellValuesThatAreNotFiniteFromNoSamples() {
        Snapshot missing = Gallery.snapshot("", List.of(ArraySeries.numbers("a", "", new double[] {1, 2},
            new double[] {Double.NaN, Double.POSITIVE_INFINITY})));
        Snapshot placeless = Gallery.snapshot("", List.of(ArraySeries.numbers("a", "", new double[0], new double[0])));
        int[] notFinite = paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(missing), missing);
        int[] none = paint(new FigurePainter(Theme.LIGHT, 1), AutoLayout.of(placeless), placeless);
        assertThat(inkInTheMiddle(notFinite)).isGreaterThan(50).isNotEqualTo(inkInTheMiddle(none));
    }

    @Test
    void shouldDrawDataInEveryPanelWhenThereAreHundredsOfThem() {
        List<SignalSeries> many = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            many.add(Gallery.sine("signal" + i, "unit" + i, 100, 1));
        }
        Snapshot crowd = Gallery.snapshot("", many);
        for (int[] size : new int[][] {{1200, 800}, {900, 300}, {600, 400}}) {
            int[] pixels = new int[size[0] * size[1]];
            FigurePainter painter = new FigurePainter(Theme.LIGHT, 1);
            painter.paint(pixels, size[0], size[1], AutoLayout.of(crowd), crowd);
            List<Box> cards = PageGrid.place(AutoLayout.of(crowd).panels(), new Box(8, 8, size[0] - 16, size[1] - 16), 8);
            for (Box card : cards) {
                int ink = 0;
                for (int row = card.y() + card.height() / 4; row < card.bottom() - 2; row++) {
                    for (int column = card.x() + card.width() / 2; column < card.right() - 2; column++) {
                        ink += pixels[row * size[0] + column] == Theme.LIGHT.tokens().series(1) ? 1 : 0;
                    }
                }
                assertThat(ink).as("%s of %d x %d", card, size[0], size[1]).isPositive();
            }
        }
    }

    @Test
    void shouldDrawDerivedSignalsLikeRecordedOnes() {
        double[] x = new double[50_000];
        double[] y = new double[x.length];
        double[] slope = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 1e-3;
            y[i] = Math.sin(x[i]) + (i == 30_000 ? 1 : 0);
            slope[i] = i == 0 ? Double.NaN : (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
        }
        Snapshot recorded = Gallery.snapshot("", List.of(ArraySeries.numbers("a", "V", x, y).over("t", "s"),
            ArraySeries.numbers("slope", "V/s", x, slope).over("t", "s")));
        Snapshot source = Gallery.snapshot("", recorded.signals().subList(0, 1));
        FigureSpec derived = new FigureSpec("", Map.of("slope", "derivative(`a`)"), Optional.empty(), line("slope").panels());

        assertThat(count(paint(new FigurePainter(Theme.DARK, 1), derived, source), Theme.DARK.tokens().series(1)))
            .isEqualTo(count(paint(new FigurePainter(Theme.DARK, 1), line("slope"), recorded), Theme.DARK.tokens().series(1)));
    }

    @Test
    void shouldSayInItsPanelWhatCannotBeMadeAndDrawTheOthers() {
        FigureSpec figure = new FigureSpec("", Map.of("drift", "derivative(`angel`)"), Optional.empty(),
            List.of(line("angle").panels().get(0), line("drift").panels().get(0)));
        FigurePainter painter = new FigurePainter(Theme.LIGHT, 1);

        int[] pixels = paint(painter, figure, snapshot);

        assertThat(count(pixels, Theme.LIGHT.tokens().series(1))).isGreaterThan(100);
        assertThat(painter.lastProblems()).containsExactly("'drift' cannot be made: there is no signal 'angel'; did you mean 'angle'?");
    }

    @Test
    void shouldNameSeriesAndRemedyWhenAFigureDoesNotFit() {
        refused(line("angel"), "panel 'p': series 'angel' is no signal of this run; did you mean 'angle'?");
        refused(line("quite.different"), "panel 'p': series 'quite.different' is no signal of this run");
        refused(figure(Gallery.panel("p", PanelKind.HISTOGRAM, AxisSpec.AUTO, AxisSpec.AUTO, List.of())),
            "panel 'p': kind 'histogram' is not drawn here; line, waveform and image are");
        refused(figure(Gallery.panel("", PanelKind.WAVEFORM, AxisSpec.AUTO, AxisSpec.AUTO, List.of(),
            Gallery.series("angle", LineStyle.LINE, AxisSide.LEFT))),
            "panel 1: series 'angle' is a signal; its panel must be of kind line");
        Snapshot columns = Gallery.snapshot("", List.of(Gallery.sine("pos.x", "m", 9, 1).in("pos"),
            Gallery.sine("pos.y", "m", 9, 1).in("pos")));
        assertThatThrownBy(() -> paint(new FigurePainter(Theme.LIGHT, 1), line("pos"), columns))
            .hasMessage("panel 'p': series 'pos' has several columns; name one of pos.x, pos.y");
        Snapshot mixed = Gallery.snapshot("", List.of(Gallery.sine("a", "m", 9, 1),
            ArraySeries.time("b", "m", 0, new double[] {1}, new double[] {1})));
        SeriesSpec[] both = {Gallery.series("a", LineStyle.LINE, AxisSide.LEFT), Gallery.series("b", LineStyle.LINE, AxisSide.LEFT)};
        assertThatThrownBy(() -> paint(new FigurePainter(Theme.LIGHT, 1),
            figure(Gallery.panel("p", PanelKind.LINE, AxisSpec.AUTO, AxisSpec.AUTO, List.of(), both)), mixed))
            .hasMessage("panel 'p': 'a' is over numbers, 'b' over time; they need a panel each");
    }

    private void refused(FigureSpec figure, String message) {
        assertThatThrownBy(() -> paint(new FigurePainter(Theme.LIGHT, 1), figure, snapshot)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(message);
    }

    private static FigureSpec line(String signal) {
        return figure(Gallery.panel("p", PanelKind.LINE, AxisSpec.AUTO, AxisSpec.AUTO, List.of(),
            Gallery.series(signal, LineStyle.LINE, AxisSide.LEFT)));
    }

    private static FigureSpec figure(PanelSpec... panels) {
        return new FigureSpec("", Map.of(), Optional.empty(), List.of(panels));
    }

    private static int[] paint(FigurePainter painter, FigureSpec figure, Snapshot snapshot) {
        int[] pixels = new int[WIDTH * HEIGHT];
        painter.paint(pixels, WIDTH, HEIGHT, figure, snapshot);
        return pixels;
    }

    private static int count(int[] pixels, int rgb) {
        int count = 0;
        for (int pixel : pixels) {
            count += pixel == rgb ? 1 : 0;
        }
        return count;
    }

    private static int count(int[] pixels, int rgb, int row) {
        int count = 0;
        for (int column = 0; column < WIDTH; column++) {
            count += pixels[row * WIDTH + column] == rgb ? 1 : 0;
        }
        return count;
    }

    private static int inkInTheMiddle(int[] pixels) {
        int ink = 0;
        for (int row = HEIGHT / 2 - 30; row < HEIGHT / 2 + 50; row++) {
            for (int column = WIDTH / 2 - 50; column < WIDTH / 2 + 50; column++) {
                int pixel = pixels[row * WIDTH + column];
                ink += pixel != Theme.LIGHT.tokens().panel() && pixel != Theme.LIGHT.tokens().grid() ? 1 : 0;
            }
        }
        return ink;
    }
}
