// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import org.asyncplot.core.format.ChannelDefinition;

/** What a computing thread lost by allocating for itself; its own, on the slow way only. */
final class Waits {
    private final ChannelDefinition definition;
    private long times;
    private long longestNs;

    Waits(ChannelDefinition definition) {
        this.definition = definition;
    }

    /** Notes one that began at a moment of System.nanoTime and ends now. */
    void since(long beganNs) {
        times++;
        longestNs = Math.max(longestNs, System.nanoTime() - beganNs);
        definition.waited(times, longestNs);
    }
}
