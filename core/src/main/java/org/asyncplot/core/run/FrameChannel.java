// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.Region;

/** A waveform or an image of an open run: its newest frame, and those before by the pointers backwards. */
public final class FrameChannel extends Channel {
    /** More than any channel may have, and enough to get past the slots of many rolls that were never used. */
    private static final int MOST_SLOTS = 4096;

    private final Documents documents;
    private final List<Region> held = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    /** Of a channel that keeps all: not published yet, oldest first. */
    private final List<Slot> ahead = new ArrayList<>();
    private long slotsOf;
    private Frame newest;
    private RunFile newestFile;
    private long newestNumber = -1;
    private long newestLoaded;

    /** Room for a frame. */
    private record Slot(Region region, Frame frame) {
    }

    FrameChannel(Documents documents, Region region, ChannelDefinition definition, ChannelDefinition.Fields fields) {
        super(documents, region, definition, fields);
        this.documents = documents;
    }

    /**
     * Type of the elements.
     *
     * @return the type
     */
    public ElementType elementType() {
        return ElementType.values()[fields().elementType()];
    }

    /**
     * Name of an image's y axis.
     *
     * @return name, possibly empty
     */
    public String yName() {
        return fields().yName();
    }

    /**
     * Unit of an image's y axis.
     *
     * @return unit, possibly empty
     */
    public String yUnit() {
        return fields().yUnit();
    }

    @Override
    public long count() {
        return newestNumber + 1;
    }

    /**
     * The newest published frame, in place; valid until the next {@link #refresh()} or the run is closed. Where not every frame is kept it
     * may be overwritten at any time: copy it between {@link Frame#beginRead()} and {@link Frame#endRead}.
     *
     * @return the frame, absent if there is none
     */
    public Optional<Frame> newest() {
        return Optional.ofNullable(newest);
    }

    /**
     * Hands on every frame that is there, oldest first: all that were published by the last {@link #refresh()} where all are kept, else what
     * lies in the slots. A frame is valid for the call only; where not all are kept, copy it between {@link Frame#beginRead()} and
     * {@link Frame#endRead}.
     *
     * @param action called on this thread
     * @throws org.asyncplot.core.queue.RunException of kind DAMAGED where the files are
     */
    public void forEach(Consumer<Frame> action) {
        long end = count();
        if (keepsAll()) {
            new FrameHistory(documents, name()).forEach(definition().newestBlock(), frame -> {
                if (frame.number() < end) {
                    action.accept(frame);
                }
            });
        } else {
            slots.stream().map(Slot::frame).filter(Frame::isPublished).sorted(Comparator.comparingLong(Frame::number)).forEach(action);
        }
    }

    /**
     * Whether every frame is kept.
     *
     * @return false if frames take turns in a few slots, so that only the newest are there
     */
    public boolean keepsAll() {
        return fields().retention() == 0;
    }

    /**
     * Copies the frame that was the newest at a moment, if it is still there.
     *
     * @param epochNs the moment; not after now
     * @param copy    makes the copy, outside the run's memory; may be called again where the frame is overwritten meanwhile
     * @param <T>     what the copy is
     * @return the frame, or why there is none
     */
    public <T> FrameAsOf<T> asOf(long epochNs, Function<Frame, T> copy) {
        return keepsAll() ? FrameSearch.kept(documents, definition().newestBlock(), epochNs, copy) : FrameSearch.inSlots(slots.stream().map(Slot::frame).toList(), epochNs, copy);
    }

    @Override
    public void refresh() {
        if (keepsAll()) {
            refreshAll();
        } else {
            refreshSlots();
        }
    }

    private void refreshSlots() {
        if (slotsOf != definition().newestBlock()) {
            loadSlots(definition().newestBlock());
        }
        for (Slot slot : slots) {
            Frame frame = slot.frame();
            if (frame.isPublished() && (newest == null || frame.number() > newest.number() || !newest.isPublished())) {
                newest = frame;
                newestFile = documents.file(QueueFile.numberOf(slot.region().index()));
                newestNumber = Math.max(newestNumber, frame.number());
            }
        }
    }

    /** Those that take turns, and, until one of them is published, those of the files before. */
    private void loadSlots(long newestSlot) {
        List<Slot> found = new ArrayList<>();
        boolean published = false;
        long index = newestSlot;
        while (index != 0 && !(published && found.size() % fields().retention() == 0) && found.size() < MOST_SLOTS) {
            Region region = documents.at(index);
            if (region == null) {
                break;
            }
            Slot slot = new Slot(region, new Frame(region.buffer()));
            found.add(slot);
            published |= slot.frame().isPublished();
            if (slot.frame().previousFrame() >= index) {
                throw documents.damaged("the slots of channel '" + name() + "' point forward");
            }
            index = slot.frame().previousFrame();
        }
        if (found.isEmpty()) {
            return;
        }
        if (index != 0 && found.size() == MOST_SLOTS && !published) {
            throw documents.damaged("the slots of channel '" + name() + "' are not what was declared");
        }
        slots.forEach(slot -> slot.region().close());
        slots.clear();
        slots.addAll(found);
        newest = null;
        slotsOf = newestSlot;
    }

    /**
     * Whether the newest frame's file is still there, to be asked after it was copied.
     *
     * @return false if what was copied may be holes
     */
    public boolean isNewestThere() {
        return newestFile == null || !newestFile.isRetired();
    }

    @Override
    void moveTo(Region region, ChannelDefinition definition) {
        super.moveTo(region, definition);
        slotsOf = 0;
    }

    private void refreshAll() {
        load();
        int published = -1;
        for (int i = 0; i < ahead.size(); i++) {
            if (ahead.get(i).frame().isPublished()) {
                published = i;
            }
        }
        if (published >= 0) {
            held.forEach(Region::close);
            held.clear();
            ahead.subList(0, published).forEach(slot -> slot.region().close());
            held.add(ahead.get(published).region());
            newest = ahead.get(published).frame();
            newestFile = documents.file(QueueFile.numberOf(ahead.get(published).region().index()));
            newestNumber = newest.number();
            ahead.subList(0, published + 1).clear();
        }
    }

    /** Frames that are there ahead of need are kept open, since looking for them anew costs more than all else at a look. */
    private void load() {
        long newestBlock = definition().newestBlock();
        Deque<Slot> found = new ArrayDeque<>();
        long index = newestBlock;
        while (index != 0 && index != newestLoaded) {
            Region region = documents.at(index);
            if (region == null && index == newestBlock) {
                return;
            }
            if (region == null) {
                break;
            }
            Frame frame = new Frame(region.buffer());
            found.addFirst(new Slot(region, frame));
            if (frame.isPublished()) {
                break;
            }
            long previous = frame.previousFrame();
            if (previous >= index) {
                throw documents.damaged("the frames of channel '" + name() + "' point forward");
            }
            index = previous;
        }
        ahead.addAll(found);
        newestLoaded = newestBlock;
    }

    @Override
    void close() {
        held.forEach(Region::close);
        slots.forEach(slot -> slot.region().close());
        ahead.forEach(slot -> slot.region().close());
        super.close();
    }
}
