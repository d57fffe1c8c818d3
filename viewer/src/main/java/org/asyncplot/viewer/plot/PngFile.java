// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Pictures as PNG files, exact to the last bit of red, green and blue; alpha is not kept. */
public final class PngFile {
    private PngFile() {
    }

    /**
     * Writes a picture; whoever opens the file sees the old picture or the new one, never a part.
     *
     * @param file  where to; its directory exists
     * @param image the picture
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public static void write(Path file, BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        write(file, image.getRGB(0, 0, width, height, null, 0, width), width, height);
    }

    /**
     * Writes a picture; whoever opens the file sees the old picture or the new one, never a part.
     *
     * @param file   where to; its directory exists
     * @param argb   pixels, row by row
     * @param width  pixels in a row
     * @param height rows
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public static void write(Path file, int[] argb, int width, int height) throws IOException {
        byte[] bytes = encode(argb, width, height);
        Path target = file.toAbsolutePath();
        // Not createTempFile: its files are for the owner's eyes only, whatever the umask says.
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path part = target.resolveSibling("." + target.getFileName() + "." + unique + ".part");
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * The bytes of such a file.
     *
     * @param argb   pixels, row by row
     * @param width  pixels in a row
     * @param height rows
     * @return the whole file
     */
    public static byte[] encode(int[] argb, int width, int height) {
        return new PngEncoder().encode(argb, width, height);
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
