// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.Run;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.TimeSignal;

/** A table as a run: each column a signal of its own, so that each is found by its name. One thread. */
final class RunTarget implements RowTarget {
    private final PlotContext context;
    private final Consumer<Path> announced;
    private final Consumer<String> notices;
    private Plot plot;
    private Path directory;
    private String refusal = "plotting is off";

    /**
     * Prepares; the run is made by {@link #announce}.
     *
     * @param context   how to open the run; its error handler is set here
     * @param announced hears where the run lies as soon as it is there
     * @param notices   takes what goes wrong while recording, a line each
     */
    RunTarget(PlotContext context, Consumer<Path> announced, Consumer<String> notices) {
        this.context = context;
        this.announced = announced;
        this.notices = notices;
    }

    @Override
    public void announce() {
        plot = Plot.open(context.errorHandler(this::failed));
        directory = plot.directory().orElseThrow(() -> new IngestException(refusal));
        announced.accept(directory);
    }

    /** Before the directory is known this ends everything; after that recording goes on as far as it can. */
    private void failed(Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        if (directory == null) {
            refusal = message;
        } else {
            notices.accept(message);
        }
    }

    @Override
    public RowSink open(Layout layout) {
        plot.xAxis(layout.x().name(), layout.x().unit());
        return layout.isTime() ? timeSink(layout.columns()) : numberSink(layout.columns());
    }

    private RowSink numberSink(List<Column> columns) {
        Signal[] signals = columns.stream().map(column -> plot.signal(column.name(), column.unit())).toArray(Signal[]::new);
        return new RowSink() {
            @Override
            public void numberRow(double x, double[] values) {
                for (int i = 0; i < signals.length; i++) {
                    if (!RowSink.isAbsent(values[i])) {
                        signals[i].add(x, values[i]);
                    }
                }
            }

            @Override
            public void timeRow(long epochNs, double[] values) {
                throw new IllegalStateException("x is a number");
            }
        };
    }

    private RowSink timeSink(List<Column> columns) {
        TimeSignal[] signals = columns.stream().map(column -> plot.timeSignal(column.name(), column.unit())).toArray(TimeSignal[]::new);
        return new RowSink() {
            @Override
            public void numberRow(double x, double[] values) {
                throw new IllegalStateException("x is a time");
            }

            @Override
            public void timeRow(long epochNs, double[] values) {
                for (int i = 0; i < signals.length; i++) {
                    if (!RowSink.isAbsent(values[i])) {
                        signals[i].add(epochNs, values[i]);
                    }
                }
            }
        };
    }

    /** Marks the end of the run, where one was made. */
    void close() {
        if (plot != null) {
            plot.close();
        }
    }

    /** The run that {@link #announce} made, for those who make its channels themselves. */
    Plot plot() {
        return plot;
    }

    /** Where the run lies, where one was made. */
    Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    /** How many values found no room; after {@link #close()}. */
    long dropped() {
        try (Run run = Run.open(directory)) {
            return run.channels().stream().mapToLong(Channel::dropped).sum();
        }
    }

    /** Takes the run away again, since nothing came to be in it; after {@link #close()}. */
    void discard() {
        Path unused = directory;
        directory = null;
        try (Stream<Path> files = Files.list(unused)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(unused);
        } catch (IOException kept) {
            directory = unused;
            notices.accept("nothing was recorded, but " + unused + " cannot be removed: " + kept.getMessage());
        }
    }
}
