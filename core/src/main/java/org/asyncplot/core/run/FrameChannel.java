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
    private Frame newest;
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
        return newest == null ? 0 : newest.number() + 1;
    }

    /**
     * The newest published frame, in place; valid until the next {@link #refresh()} or the run is closed.
     *
     * @return the frame, absent if there is none
     */
    public Optional<Frame> newest() {
        return Optional.ofNullable(newest);
    }

    @Override
    public void refresh() {
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
