// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.function.LongConsumer;
import org.asyncplot.core.format.ChannelDefinition;

/** What the agent does for one channel; called by the agent alone. */
interface Supply {
    /** Prepares what the computing thread will need next and takes back what it is done with; returns how much was done. */
    int replenish(long nowNs);

    /** How many samples or frames are published, at this moment. */
    long published();

    /** The channel's definition and counts. */
    Ledger ledger();

    /** The definition that counts. */
    default ChannelDefinition definition() {
        return ledger().definition();
    }

    /** After a roll: what lies ready in the file before is taken back, and a channel at rest is made to go on in the new one. */
    void leaveFile(long nowNs);

    /** Tells the documents whose files have to stay: what has the newest of the channel, and what may still be written. Under the lock. */
    void held(LongConsumer held);

    /** Gives up what was prepared and not taken. */
    void discardPrepared();
}
