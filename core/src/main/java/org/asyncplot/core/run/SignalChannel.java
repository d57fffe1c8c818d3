// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
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

    /**
     * Hands on every sample of a stretch of x, in the order in which they were published, which is the order of x only where the computation
     * kept it. What is published later than the last {@link #refresh()} of the run is not seen. Allocates a little for each call and nothing
     * for a sample; reads the mapped files, so it may wait for the disk.
     *
     * @param from   least x, itself included; negative infinity for no limit. Samples whose x is NaN are never handed on
     * @param to     largest x, itself included
     * @param action called on this thread; what it throws ends the reading and goes to the caller
     * @throws IllegalStateException if x is time or there are several columns; the message names the method for these
     * @throws org.asyncplot.core.queue.RunException of kind DAMAGED where the files were cut short; samples before that may have been handed on
     */
    public void forEach(double from, double to, SampleConsumer action) {
        require(XType.NUMBER, true);
        scan(samples -> samples.samples(from, to, action));
    }

    /**
     * Does for rows of one or several columns what {@link #forEach} does for samples.
     *
     * @param from   least x, itself included
     * @param to     largest x, itself included
     * @param action called on this thread
     */
    public void forEachRow(double from, double to, RowConsumer action) {
        require(XType.NUMBER, false);
        scan(samples -> samples.rows(from, to, action, columns().size()));
    }

    /**
     * Does for a time signal what {@link #forEach} does for numbers.
     *
     * @param fromNs first moment, itself included, epoch ns; {@link Long#MIN_VALUE} for no limit
     * @param toNs   last moment, itself included, epoch ns
     * @param action called on this thread
     */
    public void forEachTime(long fromNs, long toNs, TimeSampleConsumer action) {
        require(XType.TIME, true);
        scan(samples -> samples.times(fromNs, toNs, action));
    }

    /**
     * Does for rows of a time signal of one or several columns what {@link #forEach} does for samples.
     *
     * @param fromNs first moment, itself included, epoch ns
     * @param toNs   last moment, itself included, epoch ns
     * @param action called on this thread
     */
    public void forEachTimeRow(long fromNs, long toNs, TimeRowConsumer action) {
        require(XType.TIME, false);
        scan(samples -> samples.timeRows(fromNs, toNs, action, columns().size()));
    }

    private void require(XType asked, boolean oneColumn) {
        boolean several = columns().size() > 1;
        if (xType() != asked || oneColumn && several) {
            throw new IllegalStateException("signal '" + name() + "' has " + (several ? columns().size() + " columns" : "one column")
                + " over " + (xType() == XType.TIME ? "time" : "numbers") + ": read it with forEach"
                + (xType() == XType.TIME ? "Time" : "") + (several ? "Row" : ""));
        }
    }

    private void scan(Consumer<SampleScan> reading) {
        try {
            reading.accept(new SampleScan(pin()));
        } catch (InternalError cutShort) {
            throw documents.damaged("channel '" + name() + "' was cut short", cutShort);
        }
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
