// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFileTest {
    private static final long SEED = 5;

    @TempDir
    private Path directory;

    @Test
    void shouldKeepEveryPixelWhenColoursAreMany() throws IOException {
        Random random = new Random(SEED);
        check(random.ints(97 * 61).map(rgb -> rgb | 0xFF000000).toArray(), 97, 61);
    }

    @Test
    void shouldKeepEveryPixelWhenAPaletteSuffices() throws IOException {
        for (int colours : new int[] {1, 2, 255, 256, 257}) {
            Random random = new Random(SEED + colours);
            int[] palette = random.ints(colours).map(rgb -> rgb | 0xFF000000).toArray();
            int[] pixels = new int[50 * 40];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = palette[i < colours ? i : random.nextInt(colours)];
            }
            check(pixels, 50, 40);
        }
    }

    private void check(int[] pixels, int width, int height) throws IOException {
        Path file = directory.resolve("picture.png");
        PngFile.write(file, pixels, width, height);
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
    }

    @Test
    void shouldReplaceTheFileAndLeaveNothingElse() throws IOException {
        Path file = directory.resolve("picture.png");
        Files.writeString(file, "old");
        PngFile.write(file, new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(2);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenTheFileCannotBeReplaced() throws IOException {
        Path file = Files.createDirectory(directory.resolve("picture.png"));
        Files.writeString(file.resolve("inside"), "x");
        assertThatThrownBy(() -> PngFile.write(file, new int[6], 3, 2)).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldRefuseASizeThatThePixelsDoNotHave() {
        assertThatThrownBy(() -> PngFile.write(directory.resolve("x.png"), new int[5], 3, 2)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("3 x 2");
        assertThat(directory).isEmptyDirectory();
    }
}
