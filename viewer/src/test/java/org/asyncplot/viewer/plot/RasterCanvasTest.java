// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RasterCanvasTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final RasterCanvas canvas = new RasterCanvas(new Typesetter(1));

    RasterCanvasTest() {
        canvas.wrap(pixels, WIDTH, HEIGHT);
        canvas.fill(new Box(0, 0, WIDTH, HEIGHT), BLACK);
    }

    @Test
    void shouldFillSpansExactly() {
        canvas.spans(10, new double[] {5, 5.25, Double.NaN, 7.2}, new double[] {9, 9.5, Double.NaN, 7.7}, 4, WHITE, 1);
        for (int row = 0; row < HEIGHT; row++) {
            assertThat(level(10, row)).isEqualTo(row >= 5 && row < 9 ? 255 : 0);
            assertThat(level(11, row)).isEqualTo(row == 5 ? 191 : row > 5 && row < 9 ? 255 : row == 9 ? 128 : 0);
            assertThat(level(12, row)).isZero();
            assertThat(level(13, row)).isEqualTo(row == 7 ? 128 : 0);
        }
    }

    @Test
    void shouldLayLightlyWhenAlphaIsSmall() {
        canvas.spans(0, new double[] {4}, new double[] {40}, 1, WHITE, 0.19);
        assertThat(level(0, 20)).isEqualTo((int) (0.19 * 255 + 0.5));
    }

    @Test
    void shouldStayInsideItsClip() {
        Box clip = new Box(20, 10, 15, 12);
        canvas.clip(clip);
        canvas.fill(new Box(-5, -5, 100, 100), WHITE);
        canvas.spans(0, filled(0), filled(HEIGHT), WIDTH, WHITE, 1);
        canvas.line(new double[] {-1e12, 1e12}, new double[] {-1e12, 1e12}, 2, 9, WHITE);
        canvas.dots(new double[] {20, 35}, new double[] {10, 22}, 2, 8, WHITE);
        canvas.text("MMMMMMMM", TextStyle.HEADER, 0, 16, WHITE);
        canvas.textUpwards("MMMMMMMM", TextStyle.HEADER, 30, 47, WHITE);
        canvas.card(new Box(10, 5, 50, 40), 9, 1, WHITE, WHITE);
        canvas.pixels(0, 15, filledPixels(), WIDTH);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = x >= clip.x() && x < clip.right() && y >= clip.y() && y < clip.bottom();
                assertThat(level(x, y)).as("pixel %d, %d", x, y).isEqualTo(inside ? 255 : 0);
            }
        }
    }

    @Test
    void shouldDrawLinesOfTheirWidth() {
        canvas.line(new double[] {-10, 100}, new double[] {20, 31}, 2, 1.5, WHITE);
        for (int x = 2; x < WIDTH - 2; x++) {
            double sum = 0;
            for (int y = 0; y < HEIGHT; y++) {
                sum += level(x, y) / 255.0;
            }
            assertThat(sum).isCloseTo(1.5 * Math.hypot(110, 11) / 110, Offset.offset(0.12));
        }
    }

    @Test
    void shouldNotThickenALineWhereItIsDrawnOver() {
        canvas.line(new double[] {5, 60}, new double[] {20.3, 20.3}, 2, 1.5, WHITE);
        int[] once = pixels.clone();
        canvas.fill(new Box(0, 0, WIDTH, HEIGHT), BLACK);
        canvas.line(new double[] {5, 60, 5, 60}, new double[] {20.3, 20.3, 20.3, 20.3}, 4, 1.5, WHITE);
        assertThat(pixels).isEqualTo(once);
    }

    @Test
    void shouldBreakLinesAtGapsAndKeepLoneSamplesVisible() {
        double gap = Double.NaN;
        canvas.line(new double[] {2, 10, 20, 30, 40, 50, 60}, new double[] {24, 24, gap, 24, gap, 24, 24}, 7, 2, WHITE);
        assertThat(level(6, 24)).isEqualTo(255);
        assertThat(level(20, 24)).isZero();
        assertThat(level(30, 24)).isEqualTo(255);
        assertThat(level(35, 24)).isZero();
        assertThat(level(55, 24)).isEqualTo(255);
    }

    @Test
    void shouldRoundTheCornersOfACard() {
        canvas.card(new Box(4, 4, 40, 30), 9, 1, 0xFF808080, WHITE);
        assertThat(level(4, 4)).isZero();
        assertThat(level(24, 4)).isEqualTo(255);
        assertThat(level(4, 20)).isEqualTo(255);
        assertThat(level(24, 20)).isEqualTo(128);
        for (int i = 0; i < 12; i++) {
            assertThat(level(4 + i, 5)).isEqualTo(level(43 - i, 5)).isEqualTo(level(4 + i, 32)).isEqualTo(level(5, 4 + i));
        }
    }

    @Test
    void shouldLeavePixelsWithoutAColourAlone() {
        canvas.pixels(3, 7, new int[] {0, WHITE, 0}, 3);
        assertThat(level(3, 7)).isZero();
        assertThat(level(4, 7)).isEqualTo(255);
        assertThat(level(5, 7)).isZero();
    }

    @Test
    void shouldRefuseABufferThatIsTooSmall() {
        assertThatThrownBy(() -> canvas.wrap(new int[10], 4, 3)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("4 x 3");
    }

    private int level(int x, int y) {
        int pixel = pixels[y * WIDTH + x];
        assertThat(pixel >>> 24).isEqualTo(0xFF);
        return pixel & 0xFF;
    }

    private static double[] filled(double value) {
        double[] array = new double[WIDTH];
        Arrays.fill(array, value);
        return array;
    }

    private static int[] filledPixels() {
        int[] array = new int[WIDTH];
        Arrays.fill(array, WHITE);
        return array;
    }
}
