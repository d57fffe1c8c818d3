// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Arrays;

/** The colours of a picture that has 256 or fewer, in an open-addressed table. */
final class PngPalette {
    private static final int MOST_COLOURS = 256;
    private static final int SLOTS = 2048;

    private final int[] slotColour = new int[SLOTS];
    private final short[] slotIndex = new short[SLOTS];
    private final int[] colours = new int[MOST_COLOURS];
    private int count;

    private PngPalette() {
        Arrays.fill(slotIndex, (short) -1);
    }

    /** The palette, or null as soon as a 257th colour is met. */
    static PngPalette of(int[] argb, int pixels) {
        PngPalette palette = new PngPalette();
        int before = ~argb[0];
        for (int i = 0; i < pixels; i++) {
            if (argb[i] != before) {
                before = argb[i];
                if (palette.index(before & 0xFFFFFF) < 0) {
                    return null;
                }
            }
        }
        return palette;
    }

    int indexes(int[] argb, int from, int length, byte[] to, int toIndex) {
        int before = ~argb[from];
        byte index = 0;
        for (int i = 0; i < length; i++) {
            if (argb[from + i] != before) {
                before = argb[from + i];
                index = (byte) index(before & 0xFFFFFF);
            }
            to[toIndex + i] = index;
        }
        return toIndex + length;
    }

    byte[] entries() {
        byte[] entries = new byte[3 * count];
        for (int i = 0; i < count; i++) {
            entries[3 * i] = (byte) (colours[i] >> 16);
            entries[3 * i + 1] = (byte) (colours[i] >> 8);
            entries[3 * i + 2] = (byte) colours[i];
        }
        return entries;
    }

    private int index(int rgb) {
        int slot = (rgb * 0x9E3779B1) >>> 21;
        while (slotIndex[slot] >= 0) {
            if (slotColour[slot] == rgb) {
                return slotIndex[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (count == MOST_COLOURS) {
            return -1;
        }
        slotColour[slot] = rgb;
        slotIndex[slot] = (short) count;
        colours[count] = rgb;
        return count++;
    }
}
