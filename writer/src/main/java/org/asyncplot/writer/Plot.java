// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.AgentRunner;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.core.queue.JvmAccess;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.XType;

/**
 * A run being recorded: what a computation opens to be watched.
 *
 * <pre>
 * try (Plot plot = Plot.open("pendulum")) {
 *     Signal angle = plot.signal("angle", "rad");
 *     for (double t = 0; t &lt; 60; t += dt) {
 *         step();
 *         angle.add(t, theta);
 *     }
 * }
 * </pre>
 * Opening never fails: where no run can be written, plotting is off, the error handler hears why, and everything goes on without effect.
 * Channels may be declared by any thread; each is then used by one thread at a time.
 */
public final class Plot implements AutoCloseable {
    private static final long OPEN_SECONDS = 5;
    /** What a definition's group has numbers for. */
    private static final int MOST_COLUMNS = 254;

    private final Recording recording;
    private final Channels channels;
    private final AgentRunner runner;
    private final AgentInvoker invoker;
    private final EndMark endMark;
    private final Showing showing;
    private final long startNs = System.nanoTime();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, Declared> declared = new HashMap<>();
    private String xName = "";
    private String xUnit = "";

    /** A channel's handle with what it was declared as. */
    private record Declared(Object handle, List<Object> declaration, Runnable end) {
    }

    private Plot(Recording recording, PlotContext context) {
        this.recording = recording;
        this.channels = new Channels(recording);
        if (recording == null) {
            runner = null;
            invoker = null;
            endMark = null;
            showing = null;
            return;
        }
        RecordingAgent agent = new RecordingAgent(recording, context);
        if (context.agentInvoked()) {
            runner = null;
            invoker = new AgentInvoker(context.errorHandler(), null, agent);
            invoker.start();
        } else {
            invoker = null;
            runner = new AgentRunner(new PacedIdle(agent, recording.policy() == OverflowPolicy.HELP && !recording.appendedByAgentOnly()), context.errorHandler(), null, agent);
            AgentRunner.startOnThread(runner, task -> {
                Thread thread = new Thread(task, agent.roleName());
                thread.setDaemon(true);
                return thread;
            });
        }
        endMark = EndMark.watch(recording);
        showing = new Showing(recording, context);
    }

    /**
     * Opens a plot with everything at its default.
     *
     * @param name of the run
     * @return the plot; off if no run can be written
     */
    public static Plot open(String name) {
        return open(new PlotContext().name(name));
    }

    /**
     * Opens a plot. Returns when the run is on disk, after 5 s at most.
     *
     * @param context what to open
     * @return the plot; off if no run can be written
     * @throws IllegalArgumentException if an option makes no sense
     */
    public static Plot open(PlotContext context) {
        PlotContext concluded = context.conclude();
        CompletableFuture<Recording> opened = new CompletableFuture<>();
        Thread opener = new Thread(() -> {
            try {
                JvmAccess.open();
                opened.complete(Recording.open(concluded));
            } catch (Throwable refused) {
                opened.completeExceptionally(refused);
            }
        }, "asyncplot-open");
        opener.setDaemon(true);
        opener.start();
        return new Plot(await(opened, concluded), concluded);
    }

    private static Recording await(CompletableFuture<Recording> opened, PlotContext context) {
        boolean interrupted = false;
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(OPEN_SECONDS);
        try {
            while (true) {
                try {
                    return opened.get(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException retry) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException refused) {
            Throwable cause = refused.getCause();
            RecordingLog.of(context.name()).tell("plotting is off: " + cause);
            context.errorHandler().onError(new RunException(RunException.Kind.REFUSED, "plotting is off: "
                + (cause instanceof RunException ? cause.getMessage() : cause.toString()), cause));
        } catch (TimeoutException slow) {
            opened.thenAccept(late -> late.close(EndReason.CLOSED));
            context.errorHandler().onError(new RunException(RunException.Kind.REFUSED, "plotting is off: " + context.runsDirectory()
                + " did not answer within " + OPEN_SECONDS + " s", slow));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return null;
    }

    /**
     * Whether a run is being written.
     *
     * @return false if plotting is off or closed
     */
    public boolean isOn() {
        return recording != null && !closed.get();
    }

    /**
     * Where the run lies.
     *
     * @return its directory, absent if plotting is off
     */
    public Optional<Path> directory() {
        return Optional.ofNullable(recording).map(Recording::directory);
    }

    /**
     * Names the x axis of the signals that are declared from now on.
     *
     * @param name of the axis
     * @param unit of x, possibly empty
     */
    public synchronized void xAxis(String name, String unit) {
        xName = name;
        xUnit = unit;
    }

    /**
     * Declares a signal over numbers. Declaring it again the same way gives the same handle.
     *
     * @param name    unique in the run
     * @param unit    of y, possibly empty
     * @param columns names of the y columns that share x; none for a single one
     * @return the signal
     * @throws IllegalArgumentException if the name is empty or means another channel
     */
    public synchronized Signal signal(String name, String unit, String... columns) {
        return (Signal) declare(name, Arrays.asList("signal", unit, Arrays.asList(columns)), () -> {
            SampleSink sink = channels.signal(name, unit, XType.NUMBER, xName, xUnit, columns(name, columns));
            return new Declared(new Signal(sink, startNs), List.of(), sink::end);
        });
    }

    /**
     * Declares a signal over absolute time. Declaring it again the same way gives the same handle.
     *
     * @param name    unique in the run
     * @param unit    of y, possibly empty
     * @param columns names of the y columns that share x; none for a single one
     * @return the signal
     * @throws IllegalArgumentException if the name is empty or means another channel
     */
    public synchronized TimeSignal timeSignal(String name, String unit, String... columns) {
        return (TimeSignal) declare(name, Arrays.asList("time signal", unit, Arrays.asList(columns)), () -> {
            SampleSink sink = channels.signal(name, unit, XType.TIME, xName, "", columns(name, columns));
            return new Declared(new TimeSignal(sink), List.of(), sink::end);
        });
    }

    /**
     * Declares a waveform of doubles over element numbers.
     *
     * @param name   unique in the run
     * @param unit   of y, possibly empty
     * @param length elements of a frame, at least 1
     * @return the waveform
     * @throws IllegalArgumentException if the name is empty or means another channel, or a frame is too large
     */
    public Waveform waveform(String name, String unit, int length) {
        return waveform(name, unit, length, ElementType.FLOAT64, Axis.INDEX);
    }

    /**
     * Declares a waveform. Declaring it again the same way gives the same handle.
     *
     * @param name   unique in the run
     * @param unit   of y, possibly empty
     * @param length elements of a frame, at least 1
     * @param type   of the elements
     * @param axis   where the elements lie
     * @return the waveform
     * @throws IllegalArgumentException if the name is empty or means another channel, or a frame is too large
     */
    public Waveform waveform(String name, String unit, int length, ElementType type, Axis axis) {
        return waveform(name, unit, length, type, axis, Retention.ALL);
    }

    /**
     * Declares a waveform. Declaring it again the same way gives the same handle.
     *
     * @param name      unique in the run
     * @param unit      of y, possibly empty
     * @param length    elements of a frame, at least 1
     * @param type      of the elements
     * @param axis      where the elements lie
     * @param retention which frames are kept
     * @return the waveform
     * @throws IllegalArgumentException if the name is empty or means another channel, or a frame is too large
     */
    public synchronized Waveform waveform(String name, String unit, int length, ElementType type, Axis axis, Retention retention) {
        return (Waveform) declare(name, Arrays.asList("waveform", unit, length, type, axis, retention), () ->
            new Declared(new Waveform(channels.waveform(name, unit, length, type, axis, retention)), List.of(), () -> { }));
    }

    /**
     * Declares an image of doubles over row and column numbers.
     *
     * @param name    unique in the run
     * @param unit    of the values, possibly empty
     * @param rows    at least 1
     * @param columns at least 1
     * @return the image
     * @throws IllegalArgumentException if the name is empty or means another channel, or a frame is too large
     */
    public Image image(String name, String unit, int rows, int columns) {
        return image(name, unit, rows, columns, ElementType.FLOAT64, Axis.INDEX, Axis.INDEX);
    }

    /**
     * Declares an image. Declaring it again the same way gives the same handle.
     *
     * @param name    unique in the run
     * @param unit    of the values, possibly empty
     * @param rows    at least 1
     * @param columns at least 1
     * @param type    of the elements
     * @param x       where the columns lie, in even steps
     * @param y       where the rows lie, in even steps
     * @return the image
     * @throws IllegalArgumentException if the name is empty or means another channel, or a frame is too large
     */
    public Image image(String name, String unit, int rows, int columns, ElementType type, Axis x, Axis y) {
        return image(name, unit, rows, columns, type, x, y, Retention.ALL);
    }

    /**
     * Declares an image. Declaring it again the same way gives the same handle.
     *
     * @param name      unique in the run
     * @param unit      of the values, possibly empty
     * @param rows      at least 1
     * @param columns   at least 1
     * @param type      of the elements
     * @param x         where the columns lie, in even steps
     * @param y         where the rows lie, in even steps
     * @param retention which frames are kept
     * @return the image
     * @throws IllegalArgumentException if the name is empty or means another channel, or a frame is too large
     */
    public synchronized Image image(String name, String unit, int rows, int columns, ElementType type, Axis x, Axis y, Retention retention) {
        return (Image) declare(name, Arrays.asList("image", unit, rows, columns, type, x, y, retention), () ->
            new Declared(new Image(channels.image(name, unit, rows, columns, type, x, y, retention), rows, columns), List.of(), () -> { }));
    }

    private static List<String> columns(String name, String... columns) {
        return columns.length == 0 ? List.of(name) : List.of(columns);
    }

    private Object declare(String name, List<Object> declaration, java.util.function.Supplier<Declared> make) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("a channel needs a name");
        }
        if (declaration.contains(null) || declaration.get(declaration.size() - 1) instanceof List<?> columns && !areNames(columns)) {
            throw new IllegalArgumentException("channel '" + name + "' was declared with null, or with more than " + MOST_COLUMNS + " columns: "
                + declaration);
        }
        Declared known = declared.get(name);
        if (known != null) {
            if (!known.declaration().equals(declaration)) {
                throw new IllegalArgumentException("channel '" + name + "' was declared before, as another: " + known.declaration());
            }
            return known.handle();
        }
        Declared made = make.get();
        if (recording != null) {
            recording.log().tell("channel '" + name + "' declared: " + declaration);
        }
        if (recording == null || !recording.isFull()) {
            declared.put(name, new Declared(made.handle(), declaration, made.end()));
        }
        return made.handle();
    }

    private static boolean areNames(List<?> columns) {
        return columns.size() <= MOST_COLUMNS && !columns.contains(null);
    }

    /**
     * What happened, in words.
     *
     * @return the notes of this run
     */
    public Notes notes() {
        return new Notes(recording);
    }

    /**
     * Says what viewers are to draw, in the figure dialect.
     *
     * @param yaml a figure specification; the newest one counts
     */
    public void figure(String yaml) {
        if (recording != null) {
            recording.figures(Recording.epochNs(Instant.now()), yaml);
        }
    }

    /**
     * Opens a viewer on this run, by default in a process of its own; see {@link ViewerPlace}. Returns at once and never throws: what goes
     * wrong is one line for the error handler. Without effect where this run is shown already, and once the plot is closed.
     */
    public void show() {
        if (canShow()) {
            showing.show(null);
        }
    }

    /**
     * Opens a viewer that draws with a class of the user's. Its class path goes to the viewer; its name and options are noted in the run.
     * Returns at once and never throws: a class that cannot be used is one line for the error handler.
     *
     * @param plotter has a name and a constructor without arguments
     * @param options handed to it, each {@code key=value}
     */
    public void show(Class<? extends Plotter> plotter, String... options) {
        if (canShow()) {
            showing.show(plotter, options);
        }
    }

    private boolean canShow() {
        if (recording != null && closed.get()) {
            recording.log().tell("not shown, since the plot is closed");
        }
        return isOn();
    }

    /**
     * Does one round of the agent's work, where the context says that the caller drives it.
     *
     * @return how much was done
     */
    public int invokeAgent() {
        return invoker == null ? 0 : invoker.invoke();
    }

    /** Marks the end of the run. What is added afterwards is dropped. Closing again has no effect. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true) || recording == null) {
            return;
        }
        synchronized (this) {
            declared.values().forEach(channel -> channel.end().run());
        }
        if (runner != null) {
            runner.close();
        } else {
            invoker.close();
        }
        recording.close(EndReason.CLOSED);
        endMark.cancel();
    }
}
