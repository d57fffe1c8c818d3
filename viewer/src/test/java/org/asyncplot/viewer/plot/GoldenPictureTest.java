// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Compares pictures with those that somebody looked at. Where they differ on purpose: look at target/golden, then copy it to
 * src/test/resources.
 */
@Timeout(60)
class GoldenPictureTest {
    /** Sines of different JDKs may differ in the last bit; a label that moved changes far more pixels. */
    private static final int MOST_DIFFERENT = 200;
    private static final int SAME_LEVEL = 12;

    @Test
    void shouldLookAsBeforeWhenDark() throws IOException {
        compare("trap-dark", Theme.DARK, Gallery.trap(), 720, 520);
    }

    @Test
    void shouldLookAsBeforeWhenLight() throws IOException {
        compare("styles-light", Theme.LIGHT, Gallery.styles(), 480, 600);
    }

    @Test
    void shouldLookAsBeforeWhenDataHaveGaps() throws IOException {
        compare("gaps-light", Theme.LIGHT, Gallery.gaps(), 480, 360);
    }

    private static void compare(String name, Theme theme, Gallery.Picture picture, int width, int height) throws IOException {
        BufferedImage drawn = new FigurePainter(theme, 1).image(width, height, picture.figure(), picture.snapshot());
        Path actual = Files.createDirectories(Path.of("target", "golden")).resolve(name + ".png");
        PngFile.write(actual, drawn);
        try (InputStream in = GoldenPictureTest.class.getResourceAsStream("golden/" + name + ".png")) {
            assertThat(in).as("the golden picture of %s", actual).isNotNull();
            BufferedImage golden = ImageIO.read(in);
            assertThat(drawn.getWidth()).isEqualTo(golden.getWidth());
            assertThat(drawn.getHeight()).isEqualTo(golden.getHeight());
            assertThat(different(drawn, golden)).as("pixels of %s that differ", actual).isLessThanOrEqualTo(MOST_DIFFERENT);
        }
    }

    private static int different(BufferedImage a, BufferedImage b) {
        int different = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                int most = Math.max(Math.abs((p >> 16 & 0xFF) - (q >> 16 & 0xFF)),
                    Math.max(Math.abs((p >> 8 & 0xFF) - (q >> 8 & 0xFF)), Math.abs((p & 0xFF) - (q & 0xFF))));
                different += most > SAME_LEVEL ? 1 : 0;
            }
        }
        return different;
    }
}
