// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.IndexTree;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.format.Stretch;
import org.asyncplot.core.queue.Region;

/** Samples in documents on the heap, laid out as in a file; as a writer leaves them, sealed and listed, or as it did before it could. */
public final class HeapSamples extends Documents {
    private final Map<Long, UnsafeBuffer> documents = new HashMap<>();
    private final ChannelDefinition definition;
    private final ChannelDefinition.Fields fields;
    private SignalChannel channel;
    private final int columns;
    private final boolean time;
    private final IndexTree tree;
    private final List<SignalBlock> blocks = new ArrayList<>();
    private long nextIndex = 1;
    private long newestBlock;

    private long reads;

    private HeapSamples(int columns, boolean time, SummaryCache cache) {
        super(null, "heap", cache);
        this.columns = columns;
        this.time = time;
        fields = new ChannelDefinition.Fields(0, 0, 0, time ? 1 : 0, "a", "", Collections.nCopies(columns, "y"), "", "",
            "", "", 0, 0);
        UnsafeBuffer buffer = new UnsafeBuffer(ChannelDefinition.encode(fields));
        definition = new ChannelDefinition(buffer);
        channel = new SignalChannel(this, Region.onHeap(1, 0, buffer), definition, fields);
        tree = new IndexTree(0, columns, time, (level, document) -> {
            UnsafeBuffer copy = new UnsafeBuffer(new byte[document.capacity()]);
            copy.putBytes(0, document, 0, document.capacity());
            IndexTree.Place place = keep(copy);
            definition.newestIndex(level, place.index());
            return place;
        });
    }

    @Override
    Region at(long index) {
        reads++;
        UnsafeBuffer found = documents.get(index);
        return found == null ? null : Region.onHeap(index, index * 8, new UnsafeBuffer(found, 0, found.capacity()));
    }

    @Override
    Region at(long index, long position) {
        return at(index);
    }

    private IndexTree.Place keep(UnsafeBuffer document) {
        nextIndex++;
        documents.put(nextIndex, document);
        return new IndexTree.Place(nextIndex, nextIndex * 8);
    }

    private SignalBlock append(int capacity, long first) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[SignalBlock.length(capacity, columns)]);
        SignalBlock.encode(buffer, 0, capacity, columns, newestBlock);
        SignalBlock block = new SignalBlock(buffer);
        block.firstSample(first);
        newestBlock = keep(buffer).index();
        definition.newestBlock(newestBlock);
        blocks.add(block);
        return block;
    }

    /** Numbers over numbers, every full block sealed and listed. */
    public static Samples of(int blockCapacity, double[] x, double[]... y) {
        return channel(blockCapacity, true, x, y).pin();
    }

    /** The same as a channel, sealed and listed or not. */
    public static SignalChannel channel(int blockCapacity, boolean sealed, double[] x, double[]... y) {
        return heap(blockCapacity, sealed, null, x, y).channel;
    }

    /** The same with all that is behind the channel. */
    static HeapSamples heap(int blockCapacity, boolean sealed, SummaryCache cache, double[] x, double[]... y) {
        HeapSamples heap = new HeapSamples(y.length, false, cache);
        for (int first = 0; first < x.length; first += blockCapacity) {
            SignalBlock block = heap.append(blockCapacity, first);
            int count = Math.min(blockCapacity, x.length - first);
            for (int i = 0; i < count; i++) {
                block.x(i, x[first + i]);
                for (int column = 0; column < y.length; column++) {
                    block.y(column, i, y[column][first + i]);
                }
            }
            block.publish(count);
            heap.seal(sealed && count == blockCapacity, block, count, first);
        }
        heap.channel.refresh();
        return heap;
    }

    SignalChannel channel() {
        return channel;
    }

    /** The same samples, opened anew. */
    SignalChannel opened() {
        channel = new SignalChannel(this, Region.onHeap(1, 0, new UnsafeBuffer(new byte[8])), definition, fields);
        reads = 0;
        channel.refresh();
        return channel;
    }

    /** Documents that were opened since. */
    long reads() {
        return reads;
    }

    private void seal(boolean wanted, SignalBlock block, int count, int first) {
        if (wanted) {
            block.summary().orElseThrow().write(block, count, new Stretch(columns, time));
            tree.add(new IndexTree.Place(newestBlock, newestBlock * 8), first, block.summary().orElseThrow());
        }
    }

    /** Numbers over time. */
    public static Samples times(int blockCapacity, long[] timesNs, double[] y) {
        HeapSamples heap = new HeapSamples(1, true, null);
        for (int first = 0; first < timesNs.length; first += blockCapacity) {
            SignalBlock block = heap.append(blockCapacity, first);
            int count = Math.min(blockCapacity, timesNs.length - first);
            for (int i = 0; i < count; i++) {
                block.timeNs(i, timesNs[first + i]);
                block.y(0, i, y[first + i]);
            }
            block.publish(count);
            heap.seal(true, block, count, first);
        }
        heap.channel.refresh();
        return heap.channel.pin();
    }
}
