// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.queue.Region;

/** A signal of an open run: its blocks, oldest first, loaded by the pointers from the newest backwards. */
public final class SignalChannel extends Channel {
    private static final int FEW = 8;

    private final Documents documents;
    private final List<Region> regions = new ArrayList<>();
    /** Blocks that are there ahead of need, still empty, oldest first. */
    private final List<Region> ahead = new ArrayList<>();
    private final List<BlockX> xUpTo = new ArrayList<>();
    /** Blocks and the numbers of their first samples; what stands here is never changed, since pinned samples look at the same arrays. */
    private SignalBlock[] blocks = new SignalBlock[FEW];
    private long[] first = new long[FEW];
    private int filled;
    private long newestLoaded;
    private long count;

    SignalChannel(Documents documents, Region region, ChannelDefinition definition, ChannelDefinition.Fields fields) {
        super(region, definition, fields);
        this.documents = documents;
    }

    /**
     * Names of the y columns.
     *
     * @return at least one name
     */
    public List<String> columns() {
        return fields().columns();
    }

    /**
     * What x values are.
     *
     * @return numbers or time
     */
    public XType xType() {
        return XType.values()[fields().xType()];
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void refresh() {
        load();
        settle();
        if (filled > 0) {
            count = first[filled - 1] + blocks[filled - 1].count();
        }
    }

    /**
     * The signal as it is now; what it says does not change while the signal grows. Valid until the run is closed. Costs the same however
     * long the signal is.
     *
     * @return samples published at the last {@link #refresh()}
     */
    public Samples pin() {
        return new Samples(blocks, first, filled, count, xType(), xUpTo);
    }

    private void load() {
        long newest = definition().newestBlock();
        if (newest == newestLoaded) {
            return;
        }
        Deque<Region> found = new ArrayDeque<>();
        long index = newest;
        while (index != 0 && index != newestLoaded) {
            Region region = documents.at(index);
            if (region == null) {
                break;
            }
            found.addFirst(region);
            long previous = new SignalBlock(region.buffer()).previousBlock();
            if (previous >= index) {
                throw documents.damaged("the blocks of channel '" + name() + "' point forward");
            }
            index = previous;
        }
        ahead.addAll(found);
        newestLoaded = newest;
    }

    /** Moves the blocks that have samples by now to the others; one that was passed over stays empty for ever. */
    private void settle() {
        int begun = 0;
        for (int i = 0; i < ahead.size(); i++) {
            if (new SignalBlock(ahead.get(i).buffer()).count() > 0) {
                begun = i + 1;
            }
        }
        if (begun == 0) {
            return;
        }
        Iterator<Region> regionsAhead = ahead.iterator();
        for (int i = 0; i < begun; i++) {
            Region region = regionsAhead.next();
            regionsAhead.remove();
            SignalBlock block = new SignalBlock(region.buffer());
            if (block.count() > 0) {
                regions.add(region);
                append(block);
            } else {
                region.close();
            }
        }
    }

    private void append(SignalBlock block) {
        if (filled == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * filled);
            first = Arrays.copyOf(first, 2 * filled);
        }
        blocks[filled] = block;
        first[filled] = block.firstSample();
        filled++;
    }

    @Override
    void close() {
        regions.forEach(Region::close);
        ahead.forEach(Region::close);
        super.close();
    }
}
