// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.BlockSummary;
import org.asyncplot.core.format.FormatException;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.format.Stretch;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/**
 * Indexes of level 1 that a reader makes, because a run was written before there were any, or its own are damaged. Each block is looked at
 * once; what was found is kept in the user's cache for the next opening. Nothing of it goes into the run. Under the monitor of its loader.
 */
final class MadeIndexes {
    /** So many blocks without an index are no accident: a writer that is alive lists 64 as soon as they are full. */
    private static final int MANY_BLOCKS = 128;
    /** Fewer are not worth a file. */
    private static final int WORTH_KEEPING = 16;

    private final Documents documents;
    private final int channelId;
    private final int columns;
    private final boolean time;
    /** Read by the threads that draw. */
    private final List<BlockIndex> made = new CopyOnWriteArrayList<>();
    private boolean inUse;
    private boolean distrusts;
    private boolean fromCache;
    private int kept;

    MadeIndexes(Documents documents, int channelId, int columns, boolean time) {
        this.documents = documents;
        this.channelId = channelId;
        this.columns = columns;
        this.time = time;
    }

    boolean isInUse() {
        return inUse;
    }

    /** Whether the run's own are wrong. */
    boolean distrusts() {
        return distrusts;
    }

    /** From now on these instead of the run's. Those that came from the cache and were in use are what was wrong. */
    void use() {
        distrusts = true;
        inUse = true;
        kept = fromCache ? -1 : 0;
    }

    /** The number of the sample behind those that are listed here. */
    long end() {
        return made.isEmpty() ? 0 : made.get(made.size() - 1).end();
    }

    /** The writer, which had fallen behind, has listed these blocks itself. What is being drawn may still look at these. */
    void rest() {
        inUse = false;
    }

    /** By the number that {@link Node#index()} has. */
    BlockIndex at(long index) {
        return made.get((int) (-1 - index));
    }

    /** What an earlier opening left in the cache, if it fits the run; the number of the sample behind it. */
    long load(List<Node> known) {
        if (kept < 0 || documents.cache().isEmpty()) {
            return 0;
        }
        List<BlockIndex> cached = new ArrayList<>();
        try {
            for (UnsafeBuffer document : documents.cache().get().load(channelId, BlockIndex.length(columns))) {
                cached.add(new BlockIndex(document, channelId, 1, columns));
            }
            if (cached.isEmpty() || !fits(cached)) {
                return 0;
            }
        } catch (FormatException damaged) {
            return 0;
        }
        inUse = true;
        fromCache = true;
        kept = cached.size();
        for (BlockIndex index : cached) {
            known.add(take(index));
        }
        return end();
    }

    private boolean fits(List<BlockIndex> cached) {
        for (int i = 0; i < cached.size(); i++) {
            if (cached.get(i).firstSample(0) != (i == 0 ? 0 : cached.get(i - 1).end())) {
                return false;
            }
        }
        BlockIndex last = cached.get(cached.size() - 1);
        int row = BlockIndex.ROWS - 1;
        try (Region region = documents.at(last.index(row), last.position(row))) {
            SignalBlock block = region == null ? null : new SignalBlock(region.buffer());
            return block != null && block.channelId() == channelId && block.firstSample() == last.firstSample(row)
                && block.count() == last.count(row);
        } catch (FormatException | RunException otherRun) {
            return false;
        }
    }

    private Node take(BlockIndex index) {
        made.add(index);
        return new Node(1, -made.size(), 0, index.firstSample(0), index.firstX(0), index.firstBlock());
    }

    /** Puts indexes in the place of blocks where there are many that no index lists; keeps them where the run has none at all. */
    void cover(List<Node> known, boolean lacking) {
        int first = 0;
        while (first < known.size() && known.get(first).level() > 0) {
            first++;
        }
        // The newest block may still grow.
        int blocks = known.size() - first - 1;
        if (blocks < (inUse ? BlockIndex.ROWS : MANY_BLOCKS)) {
            return;
        }
        inUse = true;
        List<Node> covered = new ArrayList<>(known.subList(0, first));
        int from = first;
        for (; from + BlockIndex.ROWS < known.size(); from += BlockIndex.ROWS) {
            covered.add(take(make(known.subList(from, from + BlockIndex.ROWS + 1))));
        }
        covered.addAll(known.subList(from, known.size()));
        known.clear();
        known.addAll(covered);
        if (lacking || distrusts) {
            keep();
        }
    }

    private BlockIndex make(List<Node> blocks) {
        UnsafeBuffer document = new UnsafeBuffer(new byte[BlockIndex.length(columns)]);
        BlockIndex.begin(document, channelId, 1, columns);
        Stretch facts = new Stretch(columns, time);
        for (int row = 0; row < BlockIndex.ROWS; row++) {
            Node node = blocks.get(row);
            try (Region region = documents.at(node.index(), node.position())) {
                if (region == null) {
                    throw documents.damaged("a file with its blocks is missing");
                }
                BlockNode block = new BlockNode(region, time);
                int count = (int) (blocks.get(row + 1).firstSample() - node.firstSample());
                BlockSummary summary = block.summary(count, true);
                if (summary == null) {
                    throw documents.damaged("its blocks do not follow each other");
                }
                facts.clear();
                facts.append(summary.buffer(), summary.offset());
                BlockIndex.row(document, row, node.index(), node.position(), node.firstSample(), facts, columns);
            }
        }
        BlockIndex.finish(document, blocks.get(0).firstBlock(), 0, columns);
        return new BlockIndex(document, channelId, 1, columns);
    }

    private void keep() {
        if (made.size() - Math.max(0, kept) >= WORTH_KEEPING && documents.cache().isPresent()) {
            documents.cache().get().save(channelId, made.stream().map(BlockIndex::buffer).toList());
            kept = made.size();
        }
    }
}
