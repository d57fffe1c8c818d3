// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gathers rows of blocks into indexes, and rows of indexes into indexes of the next level, which whoever writes a run appends to it. One
 * thread.
 */
public final class IndexTree {
    private final int columns;
    private final Sink sink;
    private final Level[] levels = new Level[BlockIndex.LEVELS + 1];

    /** Where complete indexes go. */
    public interface Sink {
        /**
         * Keeps a document.
         *
         * @param level    1 for an index of blocks
         * @param document complete but for its first block and the one before, which {@link BlockIndex#finish} has set; copied
         * @return where it lies now, null if there is no room at the moment
         */
        Place append(int level, UnsafeBuffer document);
    }

    /**
     * Where a document lies.
     *
     * @param index    Chronicle index
     * @param position in its file
     */
    public record Place(long index, long position) {
    }

    private final class Level {
        private final UnsafeBuffer document = new UnsafeBuffer(new byte[BlockIndex.length(columns)]);
        private final Stretch all;
        private int rows;
        private long firstSample;
        private long indexes;
        private long previous;

        private Level(int channelId, int level, boolean time) {
            all = new Stretch(columns, time);
            BlockIndex.begin(document, channelId, level, columns);
        }
    }

    /**
     * An empty tree.
     *
     * @param channelId its channel
     * @param columns   y columns
     * @param time      whether x is epoch ns
     * @param sink      takes complete indexes
     */
    public IndexTree(int channelId, int columns, boolean time, Sink sink) {
        this.columns = columns;
        this.sink = sink;
        for (int level = 1; level < levels.length; level++) {
            levels[level] = new Level(channelId, level, time);
        }
    }

    /**
     * Adds the row of a block.
     *
     * @param place       of the block
     * @param firstSample number of its first sample
     * @param summary     of the block, complete
     * @return false if it was not added, since a complete index finds no room at the moment
     */
    public boolean add(Place place, long firstSample, BlockSummary summary) {
        if (!flush()) {
            return false;
        }
        Stretch facts = new Stretch(columns, levels[1].all.isTime());
        facts.append(summary.buffer(), summary.offset());
        add(1, place, firstSample, facts);
        flush();
        return true;
    }

    private void add(int number, Place place, long firstSample, Stretch facts) {
        Level level = levels[number];
        if (level.rows == 0) {
            level.firstSample = firstSample;
            level.all.clear();
        }
        BlockIndex.row(level.document, level.rows, place.index(), place.position(), firstSample, facts, columns);
        level.all.append(level.document, BlockIndex.facts(level.rows, columns));
        level.rows++;
    }

    /** Gives complete indexes away, the highest first, so that there is room for the row of each. */
    private boolean flush() {
        for (int number = BlockIndex.LEVELS; number > 0; number--) {
            if (levels[number].rows == BlockIndex.ROWS && !emit(number)) {
                return false;
            }
        }
        for (int number = 2; number <= BlockIndex.LEVELS; number++) {
            if (levels[number].rows == BlockIndex.ROWS) {
                return flush();
            }
        }
        return true;
    }

    private boolean emit(int number) {
        Level level = levels[number];
        long blocks = 1L << 6 * number;
        BlockIndex.finish(level.document, level.indexes * blocks, level.previous, columns);
        Place place = sink.append(number, level.document);
        if (place == null) {
            return false;
        }
        level.indexes++;
        level.previous = place.index();
        level.rows = 0;
        if (number < BlockIndex.LEVELS) {
            add(number + 1, place, level.firstSample, level.all);
        }
        return true;
    }
}
