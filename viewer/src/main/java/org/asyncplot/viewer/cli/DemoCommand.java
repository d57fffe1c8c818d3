// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.asyncplot.viewer.fx.ViewerWindow;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.ViewerCommand;
import org.asyncplot.writer.ViewerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a computation worth watching beside a window on it, or while another process takes its picture. */
@Command(name = "demo", description = {"Run a quantum wave packet in a trap, some thousand steps a second, with a window on it in a process",
    "of its own, or without a display while another process takes pictures of it. Closing the window",
    "leaves the computation running. Ends by itself; Ctrl-C ends both."})
final class DemoCommand implements Callable<Integer> {
    private static final double DEFAULT_SECONDS = 10;
    private static final double WATCHED_SECONDS = 60;
    private static final int MOMENTS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--seconds", paramLabel = "S", description = "End after this time; without --steps after 10, with a window 60.")
    private Double seconds;

    @Option(names = "--steps", paramLabel = "N", description = "End after this many steps.")
    private Long steps;

    @Option(names = "--headless", description = "Open no window, only take pictures.")
    private boolean headless;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = "asyncplot-demo", description = "Where the pictures go.")
    private Path output;

    private volatile boolean stopped;
    private volatile DemoPictures pictures;
    private volatile ViewerProcess viewer;
    private volatile boolean windowless;
    private volatile boolean computed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds != null && !(seconds > 0) || steps != null && steps < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds and --steps have to be more than 0");
        }
        windowless = headless || !ViewerWindow.isPossible();
        try (Interruption interruption = Interruption.watch(this::stop)) {
            run();
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        } catch (CancellationException | RejectedExecutionException interrupted) {
            return ExitCode.INTERRUPTED;
        }
    }

    private void stop() {
        stopped = true;
        DemoPictures pending = pictures;
        if (pending != null) {
            pending.close();
        }
        ViewerProcess open = viewer;
        if (open != null) {
            open.close();
        }
    }

    private void run() throws IOException, InterruptedException {
        AtomicReference<Throwable> refusal = new AtomicReference<>();
        Plot plot = Plot.open(common.runs().map(runs -> DemoComputation.context().runsDirectory(runs)).orElseGet(DemoComputation::context)
                .errorHandler(refusal::set));
        Path run = plot.directory().orElseThrow(() -> new CommandException(ExitCode.FAILED, Failure.reason(refusal.get()), refusal.get()));
        common.out().println("run        " + run);
        common.out().flush();
        if (windowless) {
            Files.createDirectories(output);
        } else {
            ViewerProcess started = ViewerProcess.start(ViewerCommand.inForce(), run, List.of());
            started.onEnd(exitCode -> viewerEnded(run, started, exitCode));
            viewer = started;
        }
        try (DemoPictures taken = new DemoPictures(run, output)) {
            pictures = taken;
            DemoComputation computation;
            double elapsedS;
            try (plot) {
                long startNs = System.nanoTime();
                computation = new DemoComputation(plot);
                compute(computation, startNs);
                computed = true;
                elapsedS = (System.nanoTime() - startNs) * 1e-9;
            }
            summarise(computation, elapsedS, RunSummary.of(run, DiskUsage.of(List.of(run)).get(run)));
            if (!stopped && windowless) {
                Files.createDirectories(output);
                taken.take();
                taken.files().forEach(file -> common.out().println("picture    " + file));
                common.out().println("watch it   " + WatchCommand.of(run));
            } else if (!stopped) {
                common.out().println("reopen     " + WatchCommand.view(run));
                awaitViewer();
            }
        }
    }

    /** A window that cannot be opened after all makes it a demo without one. */
    private double limitS() {
        return seconds != null ? seconds : steps != null ? Double.POSITIVE_INFINITY : windowless ? DEFAULT_SECONDS : WATCHED_SECONDS;
    }

    private void compute(DemoComputation computation, long startNs) throws IOException {
        double limitSteps = steps != null ? steps : Double.POSITIVE_INFINITY;
        Pace pace = new Pace(DemoComputation.STEPS_A_SECOND);
        int moment = 1;
        double done = 0;
        while (done < 1 && !stopped) {
            computation.step();
            pace.await();
            done = Math.max((System.nanoTime() - startNs) * 1e-9 / limitS(), computation.steps() / limitSteps);
            if (windowless && moment < MOMENTS && done >= (double) moment / MOMENTS) {
                Files.createDirectories(output);
                pictures.take();
                moment++;
            }
        }
    }

    private void summarise(DemoComputation computation, double elapsedS, RunSummary run) {
        long samples = 0;
        long frames = 0;
        long dropped = 0;
        for (ChannelSummary channel : run.channels()) {
            samples += channel.count() * channel.columns().size();
            frames += channel.columns().isEmpty() ? channel.count() : 0;
            dropped += channel.dropped();
        }
        double plottingUs = computation.plottingNs() * 1e-3 / Math.max(1, computation.steps());
        common.out().printf(Locale.ROOT, "steps      %s in %.1f s, %.0f a second%n", NumberText.count(computation.steps()), elapsedS,
                computation.steps() / elapsedS);
        common.out().println("recorded   " + NumberText.count(samples) + " samples, " + frames + " frames, " + run.notes().size()
                + " notes; dropped " + dropped);
        common.out().printf(Locale.ROOT, "plotting   %.1f us a step, %.2f %% of the time%n", plottingUs,
                computation.plottingNs() * 1e-7 / elapsedS);
        common.out().println("disk       " + NumberText.bytes(run.diskBytes()));
        common.out().flush();
    }

    /** Said while the computation goes on; afterwards there is nothing left to stop. */
    private void viewerEnded(Path run, ViewerProcess ended, int exitCode) {
        if (exitCode == ExitCode.FAILED) {
            windowless = true;
            common.err().println(ended.lastLine().orElse("asyncplot: the window failed"));
            common.err().flush();
        } else if (!stopped && !computed) {
            common.out().println("the window is closed, the computation goes on: " + WatchCommand.view(run) + " opens another, Ctrl-C stops it");
            common.out().flush();
        }
    }

    private void awaitViewer() throws InterruptedException {
        ViewerProcess open = viewer;
        if (open != null && open.isOpen()) {
            common.out().println("the computation has ended; its window stays until it is closed");
            common.out().flush();
            open.await();
        }
    }
}
