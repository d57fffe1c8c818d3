// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** Type of the elements of a waveform or an image. Signals are always double. */
public enum ElementType {
    /** IEEE 754, 8 bytes. */
    FLOAT64(8),
    /** IEEE 754, 4 bytes. */
    FLOAT32(4),
    /** Signed, 8 bytes. */
    INT64(8),
    /** Signed, 4 bytes. */
    INT32(4),
    /** Unsigned byte, 0 to 255. */
    UINT8(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /**
     * The size of one element.
     *
     * @return 1, 4 or 8
     */
    public int bytes() {
        return bytes;
    }
}
