// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.List;
import java.util.function.Consumer;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.queue.Region;

/** A signal of an open run: its samples, in blocks that are opened as they are needed. */
public final class SignalChannel extends Channel {
    private final Documents documents;
    private final BlockLoader loader;
    private final BlockTree tree;
    private final XFacts xFacts;
    private long count;

    SignalChannel(Documents documents, Region region, ChannelDefinition definition, ChannelDefinition.Fields fields) {
        super(documents, region, definition, fields);
        this.documents = documents;
        this.loader = new BlockLoader(documents, this::definition, fields);
        this.tree = new BlockTree(documents, loader, fields.id(), fields.columns().size(), xType() == XType.TIME);
        this.xFacts = new XFacts(tree);
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

    /**
     * The number of the oldest sample that is there: those before it were deleted with their files.
     *
     * @return 0 if none was deleted; the count if nothing is there
     */
    public long first() {
        return pin().first();
    }

    @Override
    public void refresh() {
        count = loader.refresh();
    }

    /**
     * The signal as it is now; what it says does not change while the signal grows. Valid until the run is closed. Costs the same however
     * long the signal is.
     *
     * @return samples published at the last {@link #refresh()}
     */
    public Samples pin() {
        return pin(count);
    }

    /**
     * The signal as it was when it had so many samples.
     *
     * @param published how many, as a clock of the run says; more than there are become all
     * @return these samples; valid until the run is closed
     */
    public Samples pin(long published) {
        return new Samples(tree, xFacts, Math.max(0, Math.min(published, count)), xType());
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

    /**
     * The samples of a stretch, for those who want to walk over several signals side by side.
     *
     * @param from least x, itself included
     * @param to   largest x, itself included
     * @return before the first sample
     * @throws IllegalStateException if x is time
     */
    public SampleCursor cursor(double from, double to) {
        require(XType.NUMBER, false);
        return SampleCursor.numbers(pin(), columns().size(), from, to);
    }

    /**
     * The samples of a stretch of a time signal.
     *
     * @param fromNs first moment, itself included, epoch ns
     * @param toNs   last moment, itself included, epoch ns
     * @return before the first sample
     * @throws IllegalStateException if x is a number
     */
    public SampleCursor timeCursor(long fromNs, long toNs) {
        require(XType.TIME, false);
        return SampleCursor.times(pin(), columns().size(), fromNs, toNs);
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

    @Override
    void close() {
        tree.close();
        loader.close();
        super.close();
    }
}
