// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** An X server without hardware, whose screen is a file that can be read pixel by pixel. */
final class XvfbScreen implements AutoCloseable {
    /** Where pictures of the screen are kept, to be looked at. */
    private static final Path KEPT = Path.of("target/screens").toAbsolutePath();
    private static final int WORDS = 25;
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;
    private static final int LINE_BYTES = 12;
    private static final int COLORS = 19;
    private static final int COLOR_BYTES = 12;

    private final Process server;
    private final String display;
    private final Path frameBuffer;

    private XvfbScreen(Process server, String display, Path frameBuffer) {
        this.server = server;
        this.display = display;
        this.frameBuffer = frameBuffer;
    }

    /** Starts a server, or skips the test where there is none. */
    static XvfbScreen start(Path directory) throws IOException {
        assumeTrue(isThere("Xvfb"), "Xvfb is missing, so no window is tested: apt-get install xvfb xauth libgtk-3-0");
        Path buffers = Files.createDirectories(directory.resolve("framebuffer"));
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1300x900x24", "-nolisten", "tcp", "-nocursor", "-fbdir",
                buffers.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String number = server.inputReader().readLine();
        assertThat(number).as("display of Xvfb").isNotNull();
        return new XvfbScreen(server, ":" + number.strip(), buffers.resolve("Xvfb_screen0"));
    }

    String display() {
        return display;
    }

    /** Skips the test where nobody can press keys. */
    static void requireInput() {
        assumeTrue(isThere("xdotool"), "xdotool is missing, so no real keys and buttons are pressed: apt-get install xdotool");
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** Moves the pointer, turns its wheel, presses buttons and keys, as the server's own devices do. */
    void input(String... commands) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(commands));
        ProcessBuilder tool = new ProcessBuilder(command).redirectErrorStream(true);
        tool.environment().put("DISPLAY", display);
        Process process = tool.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** The part of the screen that is not black: the window, since nothing else is there. */
    static BufferedImage window(BufferedImage screen) {
        int left = screen.getWidth();
        int top = screen.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < screen.getHeight(); y++) {
            for (int x = 0; x < screen.getWidth(); x++) {
                if ((screen.getRGB(x, y) & 0xFFFFFF) != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0 ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB) : screen.getSubimage(left, top, right - left + 1, bottom - top + 1);
    }

    BufferedImage picture() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(frameBuffer)).order(ByteOrder.BIG_ENDIAN);
        int[] header = new int[WORDS];
        file.asIntBuffer().get(header);
        int pixels = header[HEADER_SIZE] + header[COLORS] * COLOR_BYTES;
        file.order(ByteOrder.LITTLE_ENDIAN);
        BufferedImage picture = new BufferedImage(header[WIDTH], header[HEIGHT], BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < header[HEIGHT]; y++) {
            for (int x = 0; x < header[WIDTH]; x++) {
                picture.setRGB(x, y, file.getInt(pixels + y * header[LINE_BYTES] + 4 * x));
            }
        }
        return picture;
    }

    /** Waits until the screen is as it should be, and keeps a picture of it, of the last one too if it never is. */
    BufferedImage await(String name, Predicate<BufferedImage> condition) throws IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (true) {
            BufferedImage picture = picture();
            boolean late = System.nanoTime() > deadlineNs;
            if (late || condition.test(picture)) {
                Files.createDirectories(KEPT);
                ImageIO.write(picture, "png", KEPT.resolve(name + ".png").toFile());
                assertThat(late).as("no such picture within 40 s, the last is target/screens/%s.png", name).isFalse();
                return picture;
            }
            Thread.onSpinWait();
        }
    }

    /** How many colours there are, of which text has many. */
    static long colours(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())).distinct().count();
    }

    /** How many pixels have a colour. */
    static long count(BufferedImage picture, int rgb) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).filter(pixel -> (pixel & 0xFFFFFF) == (rgb & 0xFFFFFF)).count();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
