// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.FormatException;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/**
 * Finds the blocks of a signal: the newest indexes of each level by the pointers of the channel, and the blocks that no index lists yet by
 * the pointers from the newest backwards. Where a run lacks indexes, or they disagree with its blocks, it has them made. For any thread.
 */
final class BlockLoader implements AutoCloseable {
    private static final Node[] NOTHING = {};

    private final Documents documents;
    private final Supplier<ChannelDefinition> definition;
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
    private long published;
    private int prunedFor = -1;
    /** Samples that indexes list: those before this number. */
    private long listedEnd;
    private long newestIndex;

    BlockLoader(Documents documents, Supplier<ChannelDefinition> definition, ChannelDefinition.Fields fields) {
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
        boolean changed = begin() || !made.distrusts() && definition.get().newestIndex(1) != newestIndex && loadIndexes();
        ahead.removeIf(this::isGone);
        changed |= loadBlocks();
        changed |= settle();
        if (changed) {
            made.cover(known, definition.get().newestIndex(1) == 0);
        }
        if (changed || documents.newestGone() != prunedFor) {
            prune();
        }
        if (newestBlock != null) {
            long now = newestBlock.firstSample() + newestBlock.count();
            published = documents.isGone(newest.index()) ? published : now;
        }
        return published;
    }

    private boolean isGone(Region region) {
        boolean gone = documents.isGone(region.index());
        if (gone) {
            region.close();
        }
        return gone;
    }

    /** Forgets what lies in files that are gone, and what is before it: an index that lists some of these gives way to what it lists. */
    synchronized void prune() {
        prunedFor = documents.newestGone();
        if (prunedFor >= 0) {
            List<Node> left = new ArrayList<>();
            known.forEach(node -> prune(node, left));
            known.clear();
            known.addAll(left.subList(followed(left), left.size()));
        }
        roots = known.toArray(Node[]::new);
    }

    /** Where history begins: a file that another channel keeps may hold blocks whose followers are gone with a later file. */
    private int followed(List<Node> nodes) {
        for (int i = nodes.size() - 1; i > 0; i--) {
            Node before = nodes.get(i - 1);
            if (before.level() == 0 && QueueFile.numberOf(before.index()) <= prunedFor && blockEnd(before) != nodes.get(i).firstSample()) {
                return i;
            }
        }
        return 0;
    }

    /** The number of the sample behind those of a block; -1 if it is gone. */
    private long blockEnd(Node node) {
        try (Region region = documents.at(node.index(), node.position())) {
            if (region == null) {
                return -1;
            }
            SignalBlock block = new SignalBlock(region.buffer());
            return block.firstSample() + block.count();
        }
    }

    private void prune(Node node, List<Node> left) {
        if (QueueFile.numberOf(first(node)) > prunedFor) {
            left.add(node);
        } else if (node.level() == 0) {
            if (documents.isGone(node.index())) {
                left.clear();
            } else {
                left.add(node);
            }
        } else if (node.index() < 0) {
            prune(node, made.at(node.index()), left);
        } else {
            try (Region region = documents.at(node.index(), node.position())) {
                if (region == null) {
                    left.clear();
                } else {
                    prune(node, new BlockIndex(region.buffer(), channelId, node.level(), columns), left);
                }
            }
        }
    }

    private void prune(Node node, BlockIndex rows, List<Node> left) {
        for (int row = 0; row < BlockIndex.ROWS; row++) {
            prune(new Node(node.level() - 1, rows.index(row), rows.position(row), rows.firstSample(row), rows.firstX(row),
                node.firstBlock() + row * Node.blocks(node.level() - 1)), left);
        }
    }

    /** The first block below a node; 0 where an index is gone. */
    private long first(Node node) {
        long index = node.index();
        long position = node.position();
        for (int level = node.level(); level > 0; level--) {
            try (Region region = index < 0 ? null : documents.at(index, position)) {
                if (region == null && index >= 0) {
                    return 0;
                }
                BlockIndex rows = index < 0 ? made.at(index) : new BlockIndex(region.buffer(), channelId, level, columns);
                index = rows.index(0);
                position = rows.position(0);
            }
        }
        return index;
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
        if (!known.isEmpty() || newestLoaded != 0 || definition.get().newestIndex(1) != 0 && !made.distrusts()) {
            return false;
        }
        listedEnd = made.load(known);
        return listedEnd > 0;
    }

    /** The indexes of the run that no higher one lists, and after them the blocks known so far that none lists. */
    private boolean loadIndexes() {
        long head = definition.get().newestIndex(1);
        List<Node> found = new ArrayList<>();
        long samples = 0;
        try {
            if (documents.isGone(head)) {
                // With all that it lists; the blocks that are left have none yet.
                newestIndex = head;
                return false;
            }
            if (made.isInUse() && end(head) < made.end()) {
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
        long listed = samples;
        // Blocks were counted from the oldest that was left; indexes count from the beginning of the run.
        known.stream().filter(node -> node.level() == 0 && node.firstSample() >= listed)
            .forEach(node -> found.add(node.numbered(end(found.get(found.size() - 1)))));
        known.clear();
        known.addAll(found);
        listedEnd = samples;
        newestIndex = head;
        made.rest();
        return true;
    }

    /** The number of the sample behind those that an index of level 1 lists. */
    private long end(long head) {
        try (Region region = documents.at(head)) {
            return region == null ? 0 : new BlockIndex(region.buffer(), channelId, 1, columns).end();
        }
    }

    private long endSample(Node node) {
        try (Region region = documents.at(node.index(), node.position())) {
            return region == null ? 0 : new BlockIndex(region.buffer(), channelId, node.level(), columns).end();
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
        long index = definition.get().newestIndex(level);
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
        long head = definition.get().newestBlock();
        if (head == newestLoaded) {
            return false;
        }
        Deque<Region> empty = new ArrayDeque<>();
        Deque<Node> filled = new ArrayDeque<>();
        Region first = null;
        long index = head;
        while (index != 0 && index != newestLoaded) {
            Region region = documents.at(index);
            if (region == null && index == head) {
                // In a file that is not seen yet, or gone with all that was known of the channel.
                return false;
            }
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
        known.add(block.numbered(number));
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
