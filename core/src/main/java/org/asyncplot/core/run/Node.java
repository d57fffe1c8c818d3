// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/**
 * A block of a signal, or an index of blocks, by its place.
 *
 * @param level       0 for a block, 1 for an index of 64 blocks, 2 and 3 for indexes of such
 * @param index       Chronicle index of its document; negative where a reader made it, because the run lacks it
 * @param position    of the document in its file
 * @param firstSample number of its first sample
 * @param firstX      x of that sample: bits of a double, or epoch ns
 * @param firstBlock  number in the channel of its first block, or its own
 */
public record Node(int level, long index, long position, long firstSample, long firstX, long firstBlock) {
    /** The same with another number. */
    Node numbered(long newFirstBlock) {
        return new Node(level, index, position, firstSample, firstX, newFirstBlock);
    }

    /**
     * How many blocks are below a node of a level.
     *
     * @param level 0 to 3
     * @return 1, 64, 4096 or 262 144
     */
    public static long blocks(int level) {
        return 1L << 6 * level;
    }
}
