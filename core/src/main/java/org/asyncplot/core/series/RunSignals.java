// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.run.SignalChannel;

/** Makes series of the signals of an open run. */
public final class RunSignals {
    private RunSignals() {
    }

    /**
     * The columns of a signal as they are now.
     *
     * @param channel of an open run, refreshed
     * @return one series a column; valid until the run is closed
     */
    public static List<SignalSeries> of(SignalChannel channel) {
        SortedSamples samples = new SortedSamples(channel.pin());
        List<SignalSeries> series = new ArrayList<>();
        for (int column = 0; column < channel.columns().size(); column++) {
            series.add(new RunSeries(channel, column, samples));
        }
        return series;
    }
}
