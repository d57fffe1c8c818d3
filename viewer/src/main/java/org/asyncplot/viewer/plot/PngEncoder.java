// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pixels to PNG (ISO/IEC 15948): a palette where 256 colours suffice, else RGB with each row filtered against the one above, which turns
 * the long verticals of a chart into zeros; compression level 1, since a picture is written more often than it is sent.
 */
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final int TYPE_RGB = 2;
    private static final int TYPE_PALETTE = 3;
    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_UP = 2;

    byte[] encode(int[] argb, int width, int height) {
        if (width < 1 || height < 1 || argb.length < (long) width * height) {
            throw new IllegalArgumentException("no picture of " + width + " x " + height + " pixels in " + argb.length);
        }
        PngPalette palette = PngPalette.of(argb, width * height);
        ByteArrayOutputStream out = new ByteArrayOutputStream(width * height / 4 + 1024);
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header(width, height, palette == null ? TYPE_RGB : TYPE_PALETTE));
        if (palette != null) {
            chunk(out, "PLTE", palette.entries());
        }
        chunk(out, "IDAT", deflate(palette == null ? rgbRows(argb, width, height) : indexRows(argb, width, height, palette)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(int width, int height, int type) {
        byte[] header = new byte[HEADER_BYTES];
        putInt(header, 0, width);
        putInt(header, 4, height);
        header[8] = 8;
        header[9] = (byte) type;
        return header;
    }

    private static byte[] indexRows(int[] argb, int width, int height, PngPalette palette) {
        byte[] rows = new byte[(width + 1) * height];
        int to = 0;
        for (int row = 0; row < height; row++) {
            rows[to++] = FILTER_NONE;
            to = palette.indexes(argb, row * width, width, rows, to);
        }
        return rows;
    }

    private static byte[] rgbRows(int[] argb, int width, int height) {
        byte[] rows = new byte[(3 * width + 1) * height];
        int to = 0;
        for (int row = 0; row < height; row++) {
            rows[to++] = row == 0 ? FILTER_NONE : FILTER_UP;
            for (int i = row * width, end = i + width; i < end; i++) {
                int pixel = argb[i];
                int above = row == 0 ? 0 : argb[i - width];
                rows[to++] = (byte) ((pixel >> 16) - (above >> 16));
                rows[to++] = (byte) ((pixel >> 8) - (above >> 8));
                rows[to++] = (byte) (pixel - above);
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length / 8 + 1024);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] head = new byte[8];
        putInt(head, 0, data.length);
        for (int i = 0; i < 4; i++) {
            head[4 + i] = (byte) type.charAt(i);
        }
        CRC32 crc = new CRC32();
        crc.update(head, 4, 4);
        crc.update(data);
        byte[] tail = new byte[4];
        putInt(tail, 0, (int) crc.getValue());
        out.writeBytes(head);
        out.writeBytes(data);
        out.writeBytes(tail);
    }

    private static void putInt(byte[] to, int at, int value) {
        to[at] = (byte) (value >> 24);
        to[at + 1] = (byte) (value >> 16);
        to[at + 2] = (byte) (value >> 8);
        to[at + 3] = (byte) value;
    }
}
