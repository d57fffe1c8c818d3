// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.List;
import java.util.OptionalLong;

/**
 * How far the channels of a run were at moments that have passed, as the computation's agent noted it: the script of a replay. Moments are ns
 * since the start of the run. Belongs to the thread of its run.
 */
public final class RunClock {
    /** Later than any run is long, and far enough from the end of a long to be added to. */
    private static final long END_NS = Long.MAX_VALUE / 4;

    private final List<Channel> channels;
    private final long startMonotonicNs;

    RunClock(List<Channel> channels, long startMonotonicNs) {
        this.channels = channels;
        this.startMonotonicNs = startMonotonicNs;
    }

    /**
     * Whether anything was noted; runs that were written before there were clocks have none.
     *
     * @return false if the run cannot be replayed
     */
    public boolean isThere() {
        return channels.stream().anyMatch(channel -> channel.clock().isThere());
    }

    /**
     * The start of the run on the clock that its moments are counted by.
     *
     * @return System.nanoTime of the writing host
     */
    public long startMonotonicNs() {
        return startMonotonicNs;
    }

    /**
     * When something was noted last.
     *
     * @return the moment, 0 if nothing was
     */
    public long lastNs() {
        return previous(END_NS).orElse(0);
    }

    /**
     * How many samples or frames of a channel were published at a moment, as far as was noted by then.
     *
     * @param channel  of this run
     * @param momentNs the moment
     * @return count, 0 before the first note
     */
    public long countAt(Channel channel, long momentNs) {
        return Math.min(channel.count(), Math.max(0, channel.clock().publishedAt(startMonotonicNs + Math.min(momentNs, END_NS))));
    }

    /**
     * The next moment at which something had been published.
     *
     * @param momentNs after this
     * @return the moment, absent if there is none yet
     */
    public OptionalLong next(long momentNs) {
        long atNs = startMonotonicNs + Math.min(momentNs, END_NS);
        return channels.stream().mapToLong(channel -> channel.clock().find(atNs).nextNs()).filter(ns -> ns != Long.MAX_VALUE)
            .map(ns -> ns - startMonotonicNs).min();
    }

    /**
     * The last moment at which something had been published.
     *
     * @param momentNs before this
     * @return the moment, absent if there is none
     */
    public OptionalLong previous(long momentNs) {
        long atNs = startMonotonicNs + Math.min(momentNs, END_NS) - 1;
        return channels.stream().mapToLong(channel -> channel.clock().find(atNs).timeNs()).filter(ns -> ns != Long.MIN_VALUE)
            .map(ns -> ns - startMonotonicNs).max();
    }
}
