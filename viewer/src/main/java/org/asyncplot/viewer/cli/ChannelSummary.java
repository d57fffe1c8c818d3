// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.List;
import java.util.Optional;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.ChannelKind;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;

/**
 * What a channel held at one moment.
 *
 * @param name    of the channel
 * @param kind    what it holds
 * @param unit    possibly empty
 * @param columns of a signal, else none
 * @param first   number of the oldest sample that is there, of a signal; those before it were deleted with their files
 * @param count   samples or frames
 * @param dropped samples or frames that were not recorded
 * @param waits   how often the computing thread had to allocate by itself
 * @param longestWaitNs how long that took at most
 * @param firstX  of a signal with samples
 * @param lastX   of a signal with samples
 * @param last    newest value of each column of a signal with samples, else none
 */
record ChannelSummary(String name, ChannelKind kind, String unit, List<String> columns, long first, long count, long dropped,
                      long waits, long longestWaitNs, Optional<SampleX> firstX, Optional<SampleX> lastX, List<Double> last) {
    static ChannelSummary of(Channel channel) {
        if (!(channel instanceof SignalChannel signal)) {
            return new ChannelSummary(channel.name(), channel.kind(), channel.unit(), List.of(), 0, channel.count(), channel.dropped(),
                    channel.waits(), channel.longestWaitNs(), Optional.empty(), Optional.empty(), List.of());
        }
        Samples samples = signal.pin();
        long newest = samples.count() - 1;
        boolean empty = newest < samples.first();
        return new ChannelSummary(signal.name(), signal.kind(), signal.unit(), signal.columns(), samples.first(), samples.count(), signal.dropped(),
                signal.waits(), signal.longestWaitNs(),
                empty ? Optional.empty() : Optional.of(SampleX.of(samples, samples.first())),
                empty ? Optional.empty() : Optional.of(SampleX.of(samples, newest)),
                empty ? List.of() : last(samples, signal.columns().size(), newest));
    }

    private static List<Double> last(Samples samples, int columns, long newest) {
        Double[] values = new Double[columns];
        for (int column = 0; column < columns; column++) {
            values[column] = samples.y(column, newest);
        }
        return List.of(values);
    }
}
