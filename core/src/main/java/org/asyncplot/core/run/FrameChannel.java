// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;

/** A waveform or an image of an open run: its newest frame, and those before by the pointers backwards. */
public final class FrameChannel extends Channel {
    private final Documents documents;
    private final List<Region> held = new ArrayList<>();
    private final List<Frame> slots = new ArrayList<>();
    private Frame newest;
    private long newestNumber = -1;
    private long newestIndex;

    FrameChannel(Documents documents, Region region, ChannelDefinition definition, ChannelDefinition.Fields fields) {
        super(region, definition, fields);
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
     * Whether every frame is kept.
     *
     * @return false if frames take turns in a few slots, so that only the newest are there
     */
    public boolean keepsAll() {
        return fields().retention() == 0;
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
        if (slots.isEmpty()) {
            for (long index = definition().newestBlock(); index != 0; index = slots.get(slots.size() - 1).previousFrame()) {
                Region region = documents.at(index);
                if (region == null || slots.size() > fields().retention()) {
                    throw documents.damaged("the slots of channel '" + name() + "' are not what was declared");
                }
                held.add(region);
                slots.add(new Frame(region.buffer()));
            }
        }
        for (Frame slot : slots) {
            if (slot.isPublished() && (newest == null || slot.number() > newest.number() || !newest.isPublished())) {
                newest = slot;
                newestNumber = Math.max(newestNumber, slot.number());
            }
        }
    }

    private void refreshAll() {
        long index = definition().newestBlock();
        List<Region> passed = new ArrayList<>();
        while (index != 0 && index != newestIndex) {
            Region region = documents.at(index);
            if (region == null) {
                break;
            }
            Frame frame = new Frame(region.buffer());
            if (frame.isPublished()) {
                held.forEach(Region::close);
                held.clear();
                held.add(region);
                newest = frame;
                newestNumber = frame.number();
                newestIndex = index;
                break;
            }
            passed.add(region);
            long previous = frame.previousFrame();
            if (previous >= index) {
                throw documents.damaged("the frames of channel '" + name() + "' point forward");
            }
            index = previous;
        }
        passed.forEach(Region::close);
    }

    @Override
    void close() {
        held.forEach(Region::close);
        super.close();
    }
}
