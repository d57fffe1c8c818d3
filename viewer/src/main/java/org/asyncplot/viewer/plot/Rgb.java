// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/** Opaque colours, 0xFFRRGGBB. */
final class Rgb {
    private Rgb() {
    }

    /** From one colour (0) to another (255). */
    static int mix(int from, int to, int weight) {
        int rest = 255 - weight;
        int red = (from >> 16 & 0xFF) * rest + (to >> 16 & 0xFF) * weight + 127;
        int green = (from >> 8 & 0xFF) * rest + (to >> 8 & 0xFF) * weight + 127;
        int blue = (from & 0xFF) * rest + (to & 0xFF) * weight + 127;
        return 0xFF000000 | red / 255 << 16 | green / 255 << 8 | blue / 255;
    }
}
