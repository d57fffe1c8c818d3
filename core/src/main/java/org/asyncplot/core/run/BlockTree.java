// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.FormatException;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/**
 * The blocks of a signal as a tree, opened as they are needed: what was used last stays open, so that mappings and heap are bounded whatever
 * the length of the run. Everything is done inside {@link #read}, by one thread at a time.
 */
public final class BlockTree implements AutoCloseable {
    /** Twice what a picture of 1000 columns takes. */
    private static final int MOST_OPEN = 2048;

    private final Documents documents;
    private final BlockLoader loader;
    private final int channelId;
    private final int columns;
    private final boolean time;
    private final Map<Long, Opened> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Object> kept = new HashMap<>();
    private boolean isReading;
    /** The newest file that was known to be gone when the tree was looked at last. */
    private int prunedFor = -1;
    /** Where the last sample was found, and the samples around it. */
    private BlockNode last;
    private long lastFirst;
    private long lastEnd;

    BlockTree(Documents documents, BlockLoader loader, int channelId, int columns, boolean time) {
        this.documents = documents;
        this.loader = loader;
        this.channelId = channelId;
        this.columns = columns;
        this.time = time;
    }

    /** What is kept open. */
    interface Opened extends AutoCloseable {
        @Override
        void close();
    }

    /** An index says something else than the blocks it lists. */
    private static final class Disagreement extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Disagreement(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }

    /** An index that is open. */
    private record IndexNode(Region region, BlockIndex index) implements Opened {
        @Override
        public void close() {
            region.close();
        }
    }

    /**
     * Reads something of the tree. Where an index turns out to disagree with its blocks, all indexes of the run are forgotten, others made,
     * and it is done again.
     *
     * @param reading what to do, under this tree's monitor
     * @param <T>     of the answer
     * @return its answer
     */
    public synchronized <T> T read(Supplier<T> reading) {
        if (isReading) {
            // Whoever began has to begin again.
            return reading.get();
        }
        isReading = true;
        try {
            boolean disagrees = false;
            while (true) {
                int gone = documents.newestGone();
                try {
                    if (gone != prunedFor) {
                        // What is open may read as holes.
                        closeAll();
                        loader.prune();
                        prunedFor = gone;
                    }
                    T answer = disagrees ? readAnew(reading) : reading.get();
                    if (documents.newestGone() == gone) {
                        return answer;
                    }
                } catch (Disagreement wrong) {
                    disagrees |= documents.newestGone() == gone;
                } catch (RuntimeException unreadable) {
                    if (documents.newestGone() == gone) {
                        throw unreadable;
                    }
                }
                // Holes were read where files went meanwhile: once more, without them.
            }
        } finally {
            isReading = false;
        }
    }

    private <T> T readAnew(Supplier<T> reading) {
        closeAll();
        loader.distrust();
        try {
            return reading.get();
        } catch (Disagreement still) {
            throw documents.damaged(still.getMessage());
        }
    }

    /**
     * The roots, oldest first: every block is below exactly one. Each call may know more blocks than the last.
     *
     * @return nodes that follow each other; do not change
     */
    public Node[] roots() {
        return loader.roots();
    }

    /**
     * What somebody who reads this tree wants to find again at the next picture; it goes with the run. Of bounded size.
     *
     * @param kind   of the thing
     * @param column of the signal that it belongs to
     * @param maker  makes it where there is none yet
     * @param <T>    its type
     * @return always the same
     */
    public <T> T kept(Class<T> kind, int column, Supplier<T> maker) {
        return kind.cast(kept.computeIfAbsent(kind.getName() + column, absent -> maker.get()));
    }

    /**
     * How many y columns there are.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Whether x is time.
     *
     * @return false for numbers
     */
    public boolean isTime() {
        return time;
    }

    /**
     * Opens an index.
     *
     * @param level    1 to 3
     * @param index    Chronicle index
     * @param position in its file
     * @return the index, valid for now; null if its file is gone
     */
    public BlockIndex index(int level, long index, long position) {
        if (index < 0) {
            return loader.made(index);
        }
        IndexNode known = (IndexNode) open.get(index);
        if (known == null) {
            Region region = open(index, position);
            if (region == null) {
                return null;
            }
            known = keep(index, region, () -> new IndexNode(region, new BlockIndex(region.buffer(), channelId, level, columns)));
        }
        return known.index();
    }

    /**
     * Opens a block.
     *
     * @param index       Chronicle index
     * @param position    in its file
     * @param firstSample that it must have
     * @return the block, valid for now; null if its file is gone
     */
    public BlockNode block(long index, long position, long firstSample) {
        BlockNode known = (BlockNode) open.get(index);
        if (known == null) {
            Region region = open(index, position);
            if (region == null) {
                return null;
            }
            known = keep(index, region, () -> new BlockNode(region, time));
            SignalBlock block = known.block();
            if (block.channelId() != channelId || block.columns() != columns || block.firstSample() != firstSample) {
                throw new Disagreement("an index of blocks lists another block", null);
            }
        }
        return known;
    }

    private Region open(long index, long position) {
        try {
            return documents.at(index, position);
        } catch (RunException nowhere) {
            throw new Disagreement("an index of blocks points to no block", nowhere);
        }
    }

    /**
     * The block that a sample is in.
     *
     * @param sample number below the count of the channel
     * @return the block, valid for now; null if its file is gone
     */
    BlockNode blockOf(long sample) {
        if (last != null && sample >= lastFirst && sample < lastEnd) {
            return last;
        }
        Node[] roots = roots();
        if (roots.length == 0 || sample < roots[0].firstSample()) {
            return null;
        }
        Node root = roots[rootOf(roots, sample)];
        long index = root.index();
        long position = root.position();
        long first = root.firstSample();
        for (int level = root.level(); level > 0; level--) {
            BlockIndex rows = index(level, index, position);
            if (rows == null) {
                return null;
            }
            int row = rowOf(rows, sample);
            index = rows.index(row);
            position = rows.position(row);
            first = rows.firstSample(row);
        }
        BlockNode found = block(index, position, first);
        if (found != null) {
            last = found;
            lastFirst = first;
            lastEnd = first + found.block().count();
        }
        return found;
    }

    BlockNode require(long sample) {
        BlockNode found = blockOf(sample);
        if (found == null) {
            Node[] roots = roots();
            throw roots.length > 0 && sample < roots[0].firstSample() ? documents.notKept(sample, roots[0].firstSample())
                : documents.damaged("the file with sample " + sample + " is missing");
        }
        return found;
    }

    /**
     * The root that a sample is below.
     *
     * @param roots  at least one
     * @param sample number
     * @return place of the last root that begins at or before it
     */
    public static int rootOf(Node[] roots, long sample) {
        int low = 0;
        int high = roots.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (roots[middle].firstSample() <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * The row that a sample is below.
     *
     * @param rows   an index
     * @param sample number
     * @return the last row that begins at or before it
     */
    public static int rowOf(BlockIndex rows, long sample) {
        int low = 0;
        int high = BlockIndex.ROWS - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rows.firstSample(middle) <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private <T extends Opened> T keep(long index, Region region, Supplier<T> view) {
        try {
            T made = view.get();
            open.put(index, made);
            if (open.size() > MOST_OPEN) {
                Opened oldest = open.remove(open.keySet().iterator().next());
                last = oldest == last ? null : last;
                oldest.close();
            }
            return made;
        } catch (FormatException damaged) {
            region.close();
            throw new Disagreement("an index of blocks is damaged", damaged);
        }
    }

    private void closeAll() {
        open.values().forEach(Opened::close);
        open.clear();
        last = null;
    }

    /** Gives every mapping back. */
    @Override
    public synchronized void close() {
        closeAll();
    }
}
