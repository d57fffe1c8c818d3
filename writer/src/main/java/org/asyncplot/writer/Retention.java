// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

/**
 * Which frames of a waveform or an image are kept.
 *
 * @param slots 0 keeps every frame; else so many places take turns, and the run does not grow
 */
public record Retention(int slots) {
    /** Every frame is recorded. */
    public static final Retention ALL = new Retention(0);

    private static final int MOST_SLOTS = 1024;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative or more than 1024
     */
    public Retention {
        if (slots < 0 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException(slots + " slots; there can be 1 to " + MOST_SLOTS);
        }
    }

    /**
     * Only the newest frames are there, for those who watch. With two slots viewers copy one while the other is written.
     *
     * @param slots 1 or more
     * @return the retention
     * @throws IllegalArgumentException if there is no slot
     */
    public static Retention latest(int slots) {
        if (slots < 1) {
            throw new IllegalArgumentException(slots + " slots; at least one is needed to show anything");
        }
        return new Retention(slots);
    }
}
