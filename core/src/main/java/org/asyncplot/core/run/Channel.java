// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.queue.Region;

/** One channel of an open run, read-only. Belongs to the thread of its run. */
public abstract sealed class Channel permits SignalChannel, FrameChannel {
    private Region region;
    private volatile ChannelDefinition definition;
    private final ChannelDefinition.Fields fields;
    private final ChannelClock clock;

    Channel(Documents documents, Region region, ChannelDefinition definition, ChannelDefinition.Fields fields) {
        this.region = region;
        this.definition = definition;
        this.fields = fields;
        this.clock = new ChannelClock(documents, this::definition, fields.name());
    }

    /**
     * The channel's number in its run.
     *
     * @return from 0
     */
    public int id() {
        return fields.id();
    }

    /**
     * The channel's name.
     *
     * @return unique in its run
     */
    public String name() {
        return fields.name();
    }

    /**
     * What it holds.
     *
     * @return the kind
     */
    public ChannelKind kind() {
        return ChannelKind.values()[fields.kind()];
    }

    /**
     * Unit of y, or of the values of an image.
     *
     * @return unit, empty if none was given
     */
    public String unit() {
        return fields.unit();
    }

    /**
     * Name of the x axis.
     *
     * @return name, empty if none was given
     */
    public String xName() {
        return fields.xName();
    }

    /**
     * Unit of x.
     *
     * @return unit, empty if none was given
     */
    public String xUnit() {
        return fields.xUnit();
    }

    /**
     * How many samples or frames are published.
     *
     * @return count as of the last {@link #refresh()}
     */
    public abstract long count();

    /**
     * How many samples or frames could not be recorded.
     *
     * @return count at this moment
     */
    public long dropped() {
        return definition.dropped();
    }

    /**
     * How often the computing thread found nothing prepared and allocated by itself.
     *
     * @return times at this moment
     */
    public long waits() {
        return definition.waits();
    }

    /**
     * How long that took at most.
     *
     * @return ns, 0 if it never happened
     */
    public long longestWaitNs() {
        return definition.longestWaitNs();
    }

    /** Looks for what was published since. */
    public abstract void refresh();

    /** How many were published at a moment of the writer's monotonic clock; all of them where no clock was kept. */
    long publishedAt(long monotonicNs) {
        long published = clock.publishedAt(monotonicNs);
        return published < 0 ? count() : Math.min(published, count());
    }

    ChannelClock clock() {
        return clock;
    }

    /** The same channel is defined in another file, and from now on counted there. */
    void moveTo(Region newRegion, ChannelDefinition newDefinition) {
        Region before = region;
        region = newRegion;
        definition = newDefinition;
        before.close();
    }

    ChannelDefinition definition() {
        return definition;
    }

    ChannelDefinition.Fields fields() {
        return fields;
    }

    /** Gives the mappings back. */
    void close() {
        region.close();
    }
}
