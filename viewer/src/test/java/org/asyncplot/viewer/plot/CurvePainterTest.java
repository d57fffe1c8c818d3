// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.asyncplot.core.figure.AxisSide;
import org.asyncplot.core.figure.LineStyle;
import org.asyncplot.core.series.Envelope;
import org.asyncplot.core.series.Points;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.core.series.YRange;
import org.junit.jupiter.api.Test;

class CurvePainterTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final Box PLOT = new Box(20, 10, 360, 280);
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final double HALF_WIDTH = 0.75;

    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final LinearScale y = new LinearScale(-10, 10, PLOT.height());

    @Test
    void shouldReachTheExactRowOfASpikeOfOneSample() {
        double[] x = new double[1_000_000];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        values[123_456] = 9.37;
        values[876_543] = -7.11;
        ArraySeries series = ArraySeries.numbers("spike", "", x, values);
        paint(series.trace(series.extent(), PLOT.width()), series.extent(), LineStyle.LINE);
        checkSpike(123_456, 9.37);
        checkSpike(876_543, -7.11);
    }

    private void checkSpike(int sample, double value) {
        int column = PLOT.x() + (int) (sample / 999_999.0 * PLOT.width());
        double exact = PLOT.bottom() - y.px(value);
        int row = (int) Math.floor(exact);
        int beyond = value > 0 ? -2 : 2;
        assertThat(level(column, row)).as("the row of the extreme").isGreaterThan(180);
        assertThat(level(column, row + beyond)).as("beyond it").isZero();
        assertThat(level(column + 3, row)).as("beside it").isZero();
    }

    @Test
    void shouldCoverEachColumnFromMinimumToMaximumAndNoFurtherThanTheLineIsThick() {
        long seed = 42;
        Random random = new Random(seed);
        double[] x = new double[200_000];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            values[i] = 5 * Math.sin(i * 1e-4) + random.nextGaussian();
        }
        ArraySeries series = ArraySeries.numbers("noise", "", x, values);
        Envelope envelope = (Envelope) series.trace(series.extent(), PLOT.width());
        paint(envelope, series.extent(), LineStyle.LINE);
        for (int p = 0; p < envelope.columns(); p++) {
            double top = PLOT.bottom() - y.px(envelope.max()[p]);
            double bottom = PLOT.bottom() - y.px(envelope.min()[p]);
            for (int row = PLOT.y(); row < PLOT.bottom(); row++) {
                boolean covered = row >= Math.floor(top) && row <= Math.floor(bottom);
                boolean near = row + 1 > top - HALF_WIDTH && row < bottom + HALF_WIDTH;
                int level = level(PLOT.x() + p, row);
                assertThat(level > 180 || !covered).as("seed %d column %d row %d is inside, level %d", seed, p, row, level).isTrue();
                assertThat(level == 0 || near).as("seed %d column %d row %d is outside, level %d", seed, p, row, level).isTrue();
            }
        }
    }

    @Test
    void shouldLeaveAGapWhenASampleIsInfiniteInXOrY() {
        double infinite = Double.POSITIVE_INFINITY;
        double[][] xs = {{0, 1, 2, 3, 4}, {0, 1, infinite, 3, 4}};
        double[][] ys = {{1, 1, infinite, 1, 1}, {1, 1, 1, 1, 1}};
        XRange range = XRange.of(0, 4);
        for (int i = 0; i < xs.length; i++) {
            paint(new Points(range, xs[i], ys[i], new YRange(1, 1)), range, LineStyle.LINE);
            int row = (int) (PLOT.bottom() - y.px(1));
            assertThat(level(PLOT.x() + PLOT.width() / 8, row)).as("before").isGreaterThan(100);
            assertThat(level(PLOT.x() + PLOT.width() * 7 / 8, row)).as("behind").isGreaterThan(100);
            for (int column = PLOT.x() + PLOT.width() / 4 + 3; column < PLOT.x() + PLOT.width() * 3 / 4 - 3; column++) {
                for (int at = PLOT.y(); at < PLOT.bottom(); at++) {
                    assertThat(level(column, at)).as("case %d column %d row %d", i, column, at).isZero();
                }
            }
        }
    }

    @Test
    void shouldJoinDenseColumnsThatDoNotOverlap() {
        double[] x = new double[4 * PLOT.width()];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 0.5;
            values[i] = i < x.length / 2 ? -8 : 8;
        }
        XRange range = XRange.of(0, x.length);
        paint(ArraySeries.numbers("jump", "", x, values).trace(range, PLOT.width()), range, LineStyle.LINE);
        int left = PLOT.x() + PLOT.width() / 2 - 1;
        for (int row = (int) (PLOT.bottom() - y.px(8)) + 1; row < PLOT.bottom() - y.px(-8) - 1; row++) {
            assertThat(level(left, row) == 255 || level(left + 1, row) == 255).as("row %d", row).isTrue();
        }
        assertThat(level(left - 3, (int) (PLOT.bottom() - y.px(0)))).isZero();
    }

    @Test
    void shouldLeaveGapsEmptyAndShowLoneSamples() {
        double gap = Double.NaN;
        Points points = points(new double[] {0, 10, 20, 30, 40, 50, 60}, new double[] {1, 1, gap, 1, gap, 1, 1});
        paint(points, points.range(), LineStyle.LINE);
        int row = (int) (PLOT.bottom() - y.px(1));
        assertThat(level(PLOT.x() + 30, row)).isGreaterThan(180);
        assertThat(columnSum(PLOT.x() + 120)).isZero();
        assertThat(level(PLOT.x() + 180, row)).isGreaterThan(180);
        assertThat(columnSum(PLOT.x() + 200)).isZero();
    }

    @Test
    void shouldShowLoneSamplesAmongDenseOnes() {
        double[] x = new double[100_000];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            values[i] = i > 40_000 && i < 60_000 && i != 50_000 ? Double.NaN : 0;
        }
        ArraySeries series = ArraySeries.numbers("holes", "", x, values);
        paint(series.trace(series.extent(), PLOT.width()), series.extent(), LineStyle.LINE);
        assertThat(columnSum(PLOT.x() + 165)).isZero();
        assertThat(columnSum(PLOT.x() + 180)).isGreaterThan(3 * 255);
        assertThat(columnSum(PLOT.x() + 195)).isZero();
        assertThat(columnSum(PLOT.x() + 100)).isBetween((int) (1.4 * 255), (int) (1.6 * 255));
    }

    @Test
    void shouldKeepTheLevelUntilTheNextSampleWhenStyleIsStep() {
        Points points = points(new double[] {0, 30, 60}, new double[] {-5, 5, 5});
        paint(points, points.range(), LineStyle.STEP);
        assertThat(level(PLOT.x() + 170, (int) (PLOT.bottom() - y.px(-5)))).isGreaterThan(180);
        assertThat(level(PLOT.x() + 190, (int) (PLOT.bottom() - y.px(5)))).isGreaterThan(180);
        assertThat(columnSum(PLOT.x() + 90)).isLessThan(500);
    }

    @Test
    void shouldFillToZeroWhenStyleIsArea() {
        Points points = points(new double[] {0, 60}, new double[] {5, 5});
        paint(points, points.range(), LineStyle.AREA);
        int column = PLOT.x() + 100;
        assertThat(level(column, (int) (PLOT.bottom() - y.px(2.5)))).isEqualTo((int) (0.19 * 255 + 0.5));
        assertThat(level(column, (int) (PLOT.bottom() - y.px(-0.5)))).isZero();
        assertThat(level(column, (int) (PLOT.bottom() - y.px(5.5)))).isZero();
    }

    @Test
    void shouldNotJoinSamplesWhenStyleIsPoints() {
        Points points = points(new double[] {0, 30, 60}, new double[] {1, 1, 1});
        paint(points, points.range(), LineStyle.POINTS);
        assertThat(level(PLOT.x() + 180, (int) (PLOT.bottom() - y.px(1)))).isEqualTo(255);
        assertThat(columnSum(PLOT.x() + 90)).isZero();
    }

    @Test
    void shouldDropToTheBottomWhereALogarithmicColumnReachesZero() {
        double[] x = new double[10_000];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            values[i] = i == 5_000 ? 0 : 10;
        }
        ArraySeries series = ArraySeries.numbers("log", "", x, values);
        LogScale log = new LogScale(1, 100, PLOT.height());
        paint(series.trace(series.extent(), PLOT.width()), series.extent(), LineStyle.LINE, log);
        int column = PLOT.x() + (int) (5_000 / 9_999.0 * PLOT.width());
        assertThat(level(column, PLOT.bottom() - 2)).isEqualTo(255);
        assertThat(level(column + 2, PLOT.bottom() - 2)).isZero();
    }

    @Test
    void shouldSurviveValuesFarOutsideTheAxis() {
        Points points = points(new double[] {0, 10, 20, 30, 60}, new double[] {0, 1e300, -1e300, Double.POSITIVE_INFINITY, 0});
        paint(points, points.range(), LineStyle.LINE);
        assertThat(columnSum(PLOT.x() + 90)).isGreaterThan(200 * 255);
    }

    private static Points points(double[] x, double[] values) {
        return (Points) ArraySeries.numbers("points", "", x, values).trace(XRange.of(x[0], x[x.length - 1]), PLOT.width());
    }

    private void paint(Trace trace, XRange range, LineStyle style) {
        paint(trace, range, style, y);
    }

    private void paint(Trace trace, XRange range, LineStyle style, AxisScale scale) {
        RasterCanvas canvas = new RasterCanvas(new Typesetter(1));
        canvas.wrap(pixels, WIDTH, HEIGHT);
        canvas.fill(new Box(0, 0, WIDTH, HEIGHT), BLACK);
        new CurvePainter(1).paint(canvas, PLOT, new Curve(WHITE, style, AxisSide.LEFT, List.of(trace)),
            new LinearScale(range.from(), range.to(), PLOT.width()), scale);
    }

    private int level(int x, int row) {
        return pixels[row * WIDTH + x] & 0xFF;
    }

    private int columnSum(int x) {
        int sum = 0;
        for (int row = 0; row < HEIGHT; row++) {
            sum += level(x, row);
        }
        return sum;
    }
}
