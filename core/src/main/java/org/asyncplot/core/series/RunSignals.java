// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.run.Samples;
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
        return of(channel, channel.pin());
    }

    /**
     * The columns of a signal as they were when it had fewer samples.
     *
     * @param channel   of an open run
     * @param published how many samples it had, as {@code RunMoment} says
     * @return one series a column; valid until the run is closed
     */
    public static List<SignalSeries> of(SignalChannel channel, long published) {
        return of(channel, channel.pin(published));
    }

    private static List<SignalSeries> of(SignalChannel channel, Samples samples) {
        SharedEdges edges = new SharedEdges(samples);
        List<SignalSeries> series = new ArrayList<>();
        for (int column = 0; column < channel.columns().size(); column++) {
            series.add(new RunSeries(channel, column, samples, edges));
        }
        return series;
    }

    /**
     * The exact extremes of a signal for each of a number of columns of equal width.
     *
     * @param channel of an open run, refreshed; its x never goes backwards
     * @param column  which y, from 0
     * @param range   the stretch of x, both ends included
     * @param columns how many columns to make of it, at least 1
     * @return the envelope, on the heap: it stays valid when the run is closed
     * @throws IllegalStateException if x goes backwards or is NaN somewhere: such a signal has no envelope, see {@link SignalSeries#trace}
     */
    public static Envelope envelope(SignalChannel channel, int column, XRange range, int columns) {
        Samples samples = channel.pin();
        return new RunSeries(channel, column, samples, new SharedEdges(samples)).envelope(range, columns);
    }
}
