// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.asyncplot.core.run.RunState;
import org.asyncplot.viewer.plot.PlotterPanel;
import org.asyncplot.viewer.plot.Theme;

/**
 * Has a user's plotter paint on a thread of its own, which may take any time, or all of it: of that the page tells once the patience is
 * over, or, where there is a picture, a line over it. Another picture is begun only when one is done.
 */
final class PlotterEasel implements Easel {
    static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long END_PATIENCE_MS = 200;

    private final PlotterChoice choice;
    private final LongSupplier nanoClock;
    private final ExecutorService painter = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "asyncplot-plotter");
        thread.setDaemon(true);
        return thread;
    });
    private final int[][] buffers = new int[2][0];
    private volatile Runnable listener = () -> { };
    private FutureTask<Picture> pending;
    private Work begun;
    private long begunNs;
    private int front;
    private Picture last;
    private boolean lastIsMessage;
    /** The painter's. */
    private PlotterPanel panel;
    private Theme panelTheme;
    private double panelScale;
    private String thrown = "";

    PlotterEasel(PlotterChoice choice, LongSupplier nanoClock) {
        this.choice = choice;
        this.nanoClock = nanoClock;
    }

    @Override
    public void listener(Runnable told) {
        listener = told;
    }

    @Override
    public Optional<Picture> paint(Work work) {
        int[] argb = buffer(work.request());
        begun = work;
        begunNs = nanoClock.getAsLong();
        pending = new FutureTask<>(() -> draw(work, argb)) {
            @Override
            protected void done() {
                listener.run();
            }
        };
        painter.execute(pending);
        return Optional.empty();
    }

    private int[] buffer(Request request) {
        int back = 1 - front;
        int size = Math.multiplyExact(request.widthPx(), request.heightPx());
        if (buffers[back].length != size) {
            buffers[back] = new int[size];
        }
        return buffers[back];
    }

    private Picture draw(Work work, int[] argb) {
        Request request = work.request();
        if (panel == null || panelTheme != request.theme() || panelScale != request.scale()) {
            panelTheme = request.theme();
            panelScale = request.scale();
            panel = panel(request);
        }
        Optional<Throwable> failure = panel.paint(argb, request.widthPx(), request.heightPx(), work.snapshot(), work.state(), work.parameters());
        String what = failure.map(Throwable::toString).orElse("");
        if (!what.equals(thrown)) {
            thrown = what;
            failure.ifPresent(choice.log());
        }
        return picture(work, request, argb, work.probesNs());
    }

    private PlotterPanel panel(Request request) {
        return new PlotterPanel(choice.plotter(), choice.options(), request.theme(), request.drawnScale());
    }

    private Picture picture(Work work, Request request, int[] argb, List<Long> probesNs) {
        return new Picture(argb, request.widthPx(), request.heightPx(), request, List.of(), new Picture.Heading(work.snapshot().runName(), name()),
            "", probesNs);
    }

    private String name() {
        return choice.plotter().getClass().getSimpleName();
    }

    @Override
    public boolean isBusy() {
        return pending != null;
    }

    @Override
    public Optional<Picture> finished(Request wanted) {
        if (pending == null) {
            return Optional.empty();
        }
        if (pending.isDone()) {
            FutureTask<Picture> done = pending;
            pending = null;
            Picture picture = result(done);
            front = 1 - front;
            return hang(picture, false);
        }
        return isLate() && (last == null || !last.request().looksAs(wanted)) ? hang(message(wanted), true) : Optional.empty();
    }

    private Optional<Picture> hang(Picture picture, boolean message) {
        last = picture;
        lastIsMessage = message;
        return Optional.of(picture);
    }

    private static Picture result(FutureTask<Picture> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(failed.getCause());
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Into pixels of its own: the painter may be at work on one buffer, the other may be on the screen. */
    private Picture message(Request wanted) {
        int[] argb = new int[Math.multiplyExact(wanted.widthPx(), wanted.heightPx())];
        panel(wanted).paintMessage(argb, wanted.widthPx(), wanted.heightPx(), begun.snapshot().runName(), late());
        return picture(begun, wanted, argb, List.of());
    }

    private String late() {
        return name() + " has not finished drawing for more than " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NS) + " s";
    }

    private boolean isLate() {
        return pending != null && nanoClock.getAsLong() - begunNs >= PATIENCE_NS;
    }

    @Override
    public Picture last() {
        return last;
    }

    @Override
    public boolean isOutdated(RunState state) {
        return begun != null && begun.state() != state;
    }

    @Override
    public String complaint() {
        return isLate() && last != null && !lastIsMessage ? late() + "; this is its picture before" : "";
    }

    @Override
    public void close() {
        painter.shutdownNow();
        if (pending == null) {
            return;
        }
        try {
            pending.get(END_PATIENCE_MS, TimeUnit.MILLISECONDS);
            pending = null;
        } catch (ExecutionException failed) {
            pending = null;
        } catch (TimeoutException endless) {
            return;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
