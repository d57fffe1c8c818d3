// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * An X server whose frame buffer is a mapped file ({@code Xvfb -fbdir}): the pixel is seen the moment it is there, without asking anybody.
 * The file is an XWD dump; its header is in the byte order of the network.
 */
final class XvfbScreen implements Screen, AutoCloseable {
    private static final int HEADER_SIZE = 0;
    private static final int PIXMAP_WIDTH = 4 * 4;
    private static final int PIXMAP_HEIGHT = 5 * 4;
    private static final int BITS_PER_PIXEL = 11 * 4;
    private static final int BYTES_PER_LINE = 12 * 4;
    private static final int COLORS = 19 * 4;
    private static final int COLOR_BYTES = 12;

    private final Process server;
    private final String display;
    private final MappedByteBuffer frame;
    private final int width;
    private final int height;
    private final int offset;
    private final int lineBytes;

    private XvfbScreen(Process server, String display, MappedByteBuffer frame) {
        this.server = server;
        this.display = display;
        this.frame = frame;
        frame.order(ByteOrder.BIG_ENDIAN);
        this.width = frame.getInt(PIXMAP_WIDTH);
        this.height = frame.getInt(PIXMAP_HEIGHT);
        this.lineBytes = frame.getInt(BYTES_PER_LINE);
        this.offset = frame.getInt(HEADER_SIZE) + frame.getInt(COLORS) * COLOR_BYTES;
        if (frame.getInt(BITS_PER_PIXEL) != Integer.SIZE) {
            throw new IllegalStateException("the frame buffer has " + frame.getInt(BITS_PER_PIXEL) + " bits a pixel, not 32");
        }
    }

    /** Starts a server on a free display. */
    static XvfbScreen start(Path directory, int width, int height) throws IOException, InterruptedException {
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24", "-fbdir", directory.toString(),
            "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = out.readLine();
        if (number == null) {
            throw new IOException("Xvfb ended with " + server.waitFor() + " before it had a display");
        }
        Path file = directory.resolve("Xvfb_screen0");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new XvfbScreen(server, ":" + number.strip(), channel.map(FileChannel.MapMode.READ_ONLY, 0, Files.size(file)));
        }
    }

    String display() {
        return display;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int pixel(int x, int y) {
        return frame.getInt(offset + y * lineBytes + x * Integer.BYTES);
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(2, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
