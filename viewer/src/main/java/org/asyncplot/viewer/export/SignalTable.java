// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.SampleCursor;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.XRange;

/** Signals of an open run as one table with one x. Belongs to the thread of the run. */
public final class SignalTable {
    private final List<SignalChannel> signals;
    private final List<ExportColumn> columns = new ArrayList<>();
    private final List<String> leftOut;
    private final boolean time;
    private final ExportRange range;
    private final String name;
    private final Map<String, String> parameters;

    private SignalTable(Run run, List<SignalChannel> signals, List<String> leftOut, ExportRange range) {
        this.signals = signals;
        this.leftOut = leftOut;
        this.time = signals.get(0).xType() == XType.TIME;
        this.range = range;
        this.name = run.name();
        this.parameters = run.parameters();
        for (int i = 0; i < signals.size(); i++) {
            for (int column = 0; column < signals.get(i).columns().size(); column++) {
                columns.add(ExportColumn.of(i, signals.get(i), column));
            }
        }
    }

    /**
     * Puts signals together.
     *
     * @param run    open
     * @param wanted says which channels to take, by name
     * @param range  the stretch of x
     * @return the table
     * @throws IllegalArgumentException with one clear line if no signal is wanted, if they cannot share an x, or if the stretch does not fit
     *                                  them
     */
    public static SignalTable of(Run run, Predicate<String> wanted, ExportRange range) {
        List<SignalChannel> signals = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Channel channel : run.channels()) {
            if (wanted.test(channel.name()) && channel instanceof SignalChannel signal) {
                signals.add(signal);
            } else if (wanted.test(channel.name())) {
                leftOut.add(channel.name());
            }
        }
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("a table holds signals, but " + String.join(", ", leftOut) + " are frames");
        }
        SignalChannel first = signals.get(0);
        for (SignalChannel signal : signals) {
            boolean sameUnit = signal.xUnit().equals(first.xUnit()) || signal.xUnit().isEmpty() || first.xUnit().isEmpty();
            if (signal.xType() != first.xType() || !sameUnit) {
                throw new IllegalArgumentException("one table has one x, but " + first.name() + " is over " + xText(first) + " and "
                    + signal.name() + " over " + xText(signal) + "; export them one after the other with --channels");
            }
        }
        return new SignalTable(run, signals, leftOut, range);
    }

    private static String xText(SignalChannel signal) {
        return signal.xType() == XType.TIME ? "time" : signal.xUnit().isEmpty() ? "numbers" : signal.xUnit();
    }

    /**
     * Channels that were wanted but are no signals.
     *
     * @return their names
     */
    public List<String> leftOut() {
        return leftOut;
    }

    /**
     * How many samples the signals hold, in the stretch and outside.
     *
     * @return at least as many as are exported
     */
    public long samples() {
        return signals.stream().mapToLong(SignalChannel::count).sum();
    }

    boolean isTime() {
        return time;
    }

    String xName() {
        return signals.stream().map(SignalChannel::xName).filter(text -> !text.isEmpty()).findFirst().orElse(time ? "time" : "x");
    }

    String xUnit() {
        return signals.stream().map(SignalChannel::xUnit).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    List<SignalChannel> signals() {
        return signals;
    }

    List<ExportColumn> columns() {
        return columns;
    }

    String name() {
        return name;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** The rows from the first on. */
    RowSource rows() {
        List<SampleCursor> cursors = new ArrayList<>();
        if (time) {
            long endNs = isFromEnd() ? extents().stream().mapToLong(XRange::ceilingNs).max().orElse(0) : 0;
            long fromNs = range.from().map(text -> onTime("--from", text, endNs)).orElse(Long.MIN_VALUE);
            long toNs = range.to().map(text -> onTime("--to", text, endNs)).orElse(Long.MAX_VALUE);
            signals.forEach(signal -> cursors.add(signal.timeCursor(fromNs, toNs)));
        } else {
            double end = isFromEnd() ? extents().stream().mapToDouble(XRange::to).max().orElse(0) : 0;
            double from = range.from().map(text -> onNumbers("--from", text, end)).orElse(Double.NEGATIVE_INFINITY);
            double to = range.to().map(text -> onNumbers("--to", text, end)).orElse(Double.POSITIVE_INFINITY);
            signals.forEach(signal -> cursors.add(signal.cursor(from, to)));
        }
        return new RowSource(cursors, time);
    }

    private double onNumbers(String option, String text, double end) {
        try {
            return XPosition.onNumbers(text, end, xUnit());
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(option + ": " + unfit.getMessage(), unfit);
        }
    }

    private static long onTime(String option, String text, long endNs) {
        try {
            return XPosition.onTime(text, endNs);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(option + ": " + unfit.getMessage(), unfit);
        }
    }

    private boolean isFromEnd() {
        return Optional.of(range).stream().flatMap(ends -> Stream.of(ends.from(), ends.to())).flatMap(Optional::stream)
            .anyMatch(text -> XPosition.parse(text) instanceof XPosition.BeforeEnd);
    }

    /** Stretches of the signals that have samples with a finite x. */
    private List<XRange> extents() {
        List<XRange> extents = new ArrayList<>();
        for (SignalChannel signal : signals) {
            SignalSeries series = RunSignals.of(signal).get(0);
            try {
                extents.add(series.extent());
            } catch (IllegalStateException noFiniteX) {
                continue;
            }
        }
        return extents;
    }
}
