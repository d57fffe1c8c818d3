// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import org.asyncplot.core.format.ChannelDefinition;

/** What the agent does for one channel; called by the agent alone. */
interface Supply {
    /** Prepares what the computing thread will need next and takes back what it is done with; returns how much was done. */
    int replenish(long nowNs);

    /** How many samples or frames are published, at this moment. */
    long published();

    ChannelDefinition definition();

    /** Gives up what was prepared and not taken. */
    void discardPrepared();
}
