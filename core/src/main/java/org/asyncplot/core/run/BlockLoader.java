// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.FormatException;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/**
 * Finds the blocks of a signal: the newest indexes of each level by the pointers of the channel, and the blocks that no index lists yet by
 * the pointers from the newest backwards. Where a run lacks indexes, or they disagree with its blocks, it has them made. For any thread.
 */
final class BlockLoader implements AutoCloseable {
    private static final Node[] NOTHING = {};

    private final Documents documents;
    private final ChannelDefinition definition;
    private final String name;
    private final int channelId;
    private final int columns;
    private final MadeIndexes made;
    private volatile Node[] roots = NOTHING;

    private final List<Node> known = new ArrayList<>();
    /** Blocks that are there ahead of need, still empty, oldest first. */
    private final List<Region> ahead = new ArrayList<>();
    /** The newest block that has samples. */
    private Region newest;
    private SignalBlock newestBlock;
    private long newestLoaded;
    /** Samples that indexes list: those before this number. */
    private long listedEnd;
    private long newestIndex;

    BlockLoader(Documents documents, ChannelDefinition definition, ChannelDefinition.Fields fields) {
        this.documents = documents;
        this.definition = definition;
        this.name = fields.name();
        this.channelId = fields.id();
        this.columns = fields.columns().size();
        this.made = new MadeIndexes(documents, channelId, columns, fields.xType() == XType.TIME.ordinal());
    }

    Node[] roots() {
        return roots;
    }

    BlockIndex made(long index) {
        return made.at(index);
    }

    /** Looks for what is new; how many samples there are. */
    synchronized long refresh() {
        boolean changed = begin() || !made.distrusts() && definition.newestIndex(1) != newestIndex && loadIndexes();
        changed |= loadBlocks();
        changed |= settle();
        if (changed) {
            made.cover(known, definition.newestIndex(1) == 0);
            roots = known.toArray(Node[]::new);
        }
        return newestBlock == null ? 0 : newestBlock.firstSample() + newestBlock.count();
    }

    /** An index is wrong: from now on only such as are made here. */
    synchronized void distrust() {
        known.clear();
        closeRegions();
        newestLoaded = 0;
        listedEnd = 0;
        made.use();
        refresh();
        roots = known.toArray(Node[]::new);
    }

    /** A run without indexes of its own may have had some made at an earlier opening. */
    private boolean begin() {
        if (!known.isEmpty() || newestLoaded != 0 || definition.newestIndex(1) != 0 && !made.distrusts()) {
            return false;
        }
        listedEnd = made.load(known);
        return listedEnd > 0;
    }

    /** The indexes of the run that no higher one lists, and after them the blocks known so far that none lists. */
    private boolean loadIndexes() {
        long head = definition.newestIndex(1);
        List<Node> found = new ArrayList<>();
        long samples = 0;
        try {
            if (made.isInUse() && endBlock(head) < made.endBlock()) {
                return false;
            }
            for (int level = BlockIndex.LEVELS; level > 0; level--) {
                List<Node> chain = chain(level, found.isEmpty() ? 0 : end(found.get(found.size() - 1)));
                found.addAll(chain);
                samples = chain.isEmpty() ? samples : endSample(chain.get(chain.size() - 1));
            }
        } catch (FormatException | RunException damaged) {
            samples = 0;
        }
        if (samples == 0 || !follow(found)) {
            made.use();
            return false;
        }
        long blocks = end(found.get(found.size() - 1));
        known.stream().filter(node -> node.level() == 0 && node.firstBlock() >= blocks).forEach(found::add);
        known.clear();
        known.addAll(found);
        listedEnd = samples;
        newestIndex = head;
        made.rest();
        return true;
    }

    private long endBlock(long head) {
        try (Region region = documents.at(head)) {
            return region == null ? 0 : new BlockIndex(region.buffer(), channelId, 1, columns).firstBlock() + BlockIndex.ROWS;
        }
    }

    private long endSample(Node node) {
        try (Region region = documents.at(node.index(), node.position())) {
            BlockIndex rows = new BlockIndex(region.buffer(), channelId, node.level(), columns);
            return rows.firstSample(BlockIndex.ROWS - 1) + rows.count(BlockIndex.ROWS - 1);
        }
    }

    private static long end(Node node) {
        return node.firstBlock() + Node.blocks(node.level());
    }

    private static boolean follow(List<Node> nodes) {
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i).firstBlock() != end(nodes.get(i - 1)) || nodes.get(i).firstSample() <= nodes.get(i - 1).firstSample()) {
                return false;
            }
        }
        return true;
    }

    /** The indexes of a level from the newest back to those that begin at a block. */
    private List<Node> chain(int level, long leastBlock) {
        Deque<Node> found = new ArrayDeque<>();
        long index = definition.newestIndex(level);
        long needed = Long.MAX_VALUE;
        while (index != 0 && needed > leastBlock) {
            try (Region region = documents.at(index)) {
                if (region == null) {
                    // Older files are gone: history begins here.
                    return new ArrayList<>(found);
                }
                BlockIndex rows = new BlockIndex(region.buffer(), channelId, level, columns);
                needed = rows.firstBlock();
                if (needed < leastBlock) {
                    break;
                }
                found.addFirst(new Node(level, index, region.position(), rows.firstSample(0), rows.firstX(0), rows.firstBlock()));
                if (rows.previous() >= index) {
                    throw new FormatException("indexes of blocks point forward");
                }
                index = rows.previous();
            }
        }
        if (!found.isEmpty() && found.getFirst().firstBlock() != leastBlock) {
            throw new FormatException("indexes of blocks are missing");
        }
        return new ArrayList<>(found);
    }

    private boolean loadBlocks() {
        long head = definition.newestBlock();
        if (head == newestLoaded) {
            return false;
        }
        Deque<Region> empty = new ArrayDeque<>();
        Deque<Node> filled = new ArrayDeque<>();
        Region first = null;
        long index = head;
        while (index != 0 && index != newestLoaded) {
            Region region = documents.at(index);
            if (region == null) {
                break;
            }
            SignalBlock block = new SignalBlock(region.buffer());
            long previous = block.previousBlock();
            if (previous >= index) {
                throw documents.damaged("the blocks of channel '" + name + "' point forward");
            }
            boolean has = block.count() > 0;
            if (has && block.firstSample() < listedEnd && first != null) {
                region.close();
                break;
            }
            if (has && block.firstSample() >= listedEnd) {
                filled.addFirst(new Node(0, index, region.position(), block.firstSample(), block.timeNs(0), 0));
            }
            if (first == null && !has) {
                empty.addFirst(region);
            } else if (first == null) {
                first = region;
            } else {
                region.close();
            }
            index = previous;
        }
        boolean later = first != null;
        if (later) {
            // What was ahead so far lies before these: it was filled meanwhile, or passed over.
            settle();
            ahead.forEach(Region::close);
            ahead.clear();
            replaceNewest(first);
        }
        filled.forEach(this::append);
        ahead.addAll(empty);
        newestLoaded = head;
        return later;
    }

    /** Moves the blocks that have samples by now to the others; one that was passed over stays empty for ever. */
    private boolean settle() {
        int filled = 0;
        for (int i = 0; i < ahead.size(); i++) {
            if (new SignalBlock(ahead.get(i).buffer()).count() > 0) {
                filled = i + 1;
            }
        }
        Iterator<Region> waiting = ahead.iterator();
        for (int i = 0; i < filled; i++) {
            Region region = waiting.next();
            waiting.remove();
            SignalBlock block = new SignalBlock(region.buffer());
            if (block.count() > 0) {
                append(new Node(0, region.index(), region.position(), block.firstSample(), block.timeNs(0), 0));
                replaceNewest(region);
            } else {
                region.close();
            }
        }
        return filled > 0;
    }

    private void append(Node block) {
        if (block.firstSample() < listedEnd) {
            return;
        }
        long number = known.isEmpty() ? 0 : end(known.get(known.size() - 1));
        known.add(new Node(0, block.index(), block.position(), block.firstSample(), block.firstX(), number));
    }

    private void replaceNewest(Region region) {
        if (newest != null) {
            newest.close();
        }
        newest = region;
        newestBlock = new SignalBlock(region.buffer());
    }

    private void closeRegions() {
        ahead.forEach(Region::close);
        ahead.clear();
        if (newest != null) {
            newest.close();
            newest = null;
            newestBlock = null;
        }
    }

    @Override
    public synchronized void close() {
        closeRegions();
    }
}
