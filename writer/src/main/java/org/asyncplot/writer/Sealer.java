// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayDeque;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.BlockSummary;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.IndexTree;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.format.Stretch;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.Region;

/**
 * Summarises the blocks that the computing thread has left, lists them in indexes and gives them back. The agent's, and after it the closing
 * thread's.
 */
final class Sealer implements IndexTree.Sink {
    /** So that a channel that fills blocks faster than they can be sealed does not keep the agent from the others. */
    private static final int MOST_AT_ONCE = 16;

    private final Recording recording;
    private final Supplier<ChannelDefinition> definition;
    private final Stretch facts;
    private final IndexTree tree;
    /** A summarised block whose row found no room in an index yet, and those behind it. */
    private final ArrayDeque<Region> waiting = new ArrayDeque<>();

    Sealer(Recording recording, Supplier<ChannelDefinition> definition, int columns, boolean time) {
        this.recording = recording;
        this.definition = definition;
        this.facts = new Stretch(columns, time);
        this.tree = new IndexTree(definition.get().id(), columns, time, this);
    }

    /** Seals some of what was retired; returns how much was done. */
    int seal(RetiredRegions retired) {
        int work = 0;
        for (Region region = retired.poll(); region != null; region = work < MOST_AT_ONCE ? retired.poll() : null) {
            waiting.add(region);
            work++;
        }
        while (!waiting.isEmpty() && seal(waiting.peek())) {
            waiting.poll().close();
        }
        return work;
    }

    /** Seals what is left, for the end of the run. */
    void sealAll(RetiredRegions retired) {
        while (seal(retired) > 0) {
            Thread.onSpinWait();
        }
    }

    private boolean seal(Region region) {
        SignalBlock block = new SignalBlock(region.buffer());
        int count = block.count();
        if (count == 0) {
            return true;
        }
        BlockSummary summary = block.summary().orElseThrow();
        if (summary.count() == 0) {
            summary.write(block, count, facts);
        }
        return tree.add(new IndexTree.Place(region.index(), region.position()), block.firstSample(), summary);
    }

    @Override
    public IndexTree.Place append(int level, UnsafeBuffer document) {
        recording.lock();
        try (Region region = recording.append(document.capacity(), buffer -> buffer.putBytes(0, document, 0, document.capacity()))) {
            if (region == null) {
                return null;
            }
            definition.get().newestIndex(level, region.index());
            return new IndexTree.Place(region.index(), region.position());
        } finally {
            recording.unlock();
        }
    }

    /** Tells what is not sealed yet. */
    void held(RetiredRegions retired, LongConsumer held) {
        long behind = retired.waitingIndex();
        for (int file = QueueFile.numberOf(behind); behind != 0 && file <= recording.file(); file++) {
            held.accept(QueueFile.firstIndex(file));
        }
        for (Region region = retired.poll(); region != null; region = retired.poll()) {
            waiting.add(region);
        }
        waiting.forEach(region -> held.accept(region.index()));
    }

    /** Gives back what it could not list. */
    void close() {
        waiting.forEach(Region::close);
        waiting.clear();
    }
}
