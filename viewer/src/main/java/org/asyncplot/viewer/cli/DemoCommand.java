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
import org.asyncplot.writer.Plot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a computation worth watching while another process takes its picture. */
@Command(name = "demo", description = {"Run a quantum wave packet in a trap, some thousand steps a second, while another process takes",
    "pictures of it. Ends by itself; Ctrl-C ends it earlier."})
final class DemoCommand implements Callable<Integer> {
    private static final double DEFAULT_SECONDS = 10;
    private static final int MOMENTS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--seconds", paramLabel = "S", description = "End after this time; 10 if there is no --steps.")
    private Double seconds;

    @Option(names = "--steps", paramLabel = "N", description = "End after this many steps.")
    private Long steps;

    @Option(names = "--headless", description = "Open no window, only take pictures.")
    private boolean headless;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = "asyncplot-demo", description = "Where the pictures go.")
    private Path output;

    private volatile boolean stopped;
    private volatile DemoPictures pictures;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds != null && !(seconds > 0) || steps != null && steps < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds and --steps have to be more than 0");
        }
        Files.createDirectories(output);
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
    }

    private void run() throws InterruptedException {
        AtomicReference<Throwable> refusal = new AtomicReference<>();
        Plot plot = Plot.open(common.runs().map(runs -> DemoComputation.context().runsDirectory(runs)).orElseGet(DemoComputation::context)
                .errorHandler(refusal::set));
        Path run = plot.directory().orElseThrow(() -> new CommandException(ExitCode.FAILED, Failure.reason(refusal.get()), refusal.get()));
        common.out().println("run        " + run);
        try (DemoPictures taken = new DemoPictures(run, output)) {
            pictures = taken;
            DemoComputation computation;
            double elapsedS;
            try (plot) {
                long startNs = System.nanoTime();
                computation = new DemoComputation(plot);
                compute(computation, startNs);
                elapsedS = (System.nanoTime() - startNs) * 1e-9;
            }
            summarise(computation, elapsedS, RunSummary.of(run, DiskUsage.of(List.of(run)).get(run)));
            if (!stopped) {
                taken.take();
                taken.files().forEach(file -> common.out().println("picture    " + file));
                common.out().println("watch it   " + watchCommand(run));
            }
        }
    }

    private void compute(DemoComputation computation, long startNs) {
        double limitS = seconds != null ? seconds : steps != null ? Double.POSITIVE_INFINITY : DEFAULT_SECONDS;
        double limitSteps = steps != null ? steps : Double.POSITIVE_INFINITY;
        Pace pace = new Pace(DemoComputation.STEPS_A_SECOND);
        int moment = 1;
        double done = 0;
        while (done < 1 && !stopped) {
            computation.step();
            pace.await();
            done = Math.max((System.nanoTime() - startNs) * 1e-9 / limitS, computation.steps() / limitSteps);
            if (moment < MOMENTS && done >= (double) moment / MOMENTS) {
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

    /** By the launcher beside the jar, as short as it can be written from here. */
    private String watchCommand(Path run) {
        Path launcher = Path.of(System.getProperty("java.class.path")).toAbsolutePath().resolveSibling("asyncplot");
        Path here = Path.of("").toAbsolutePath();
        Path shortest = launcher.startsWith(here) ? here.relativize(launcher) : launcher;
        String program = Files.exists(launcher) ? shortest.toString() : "asyncplot";
        return program + " snapshot " + (common.runs().isPresent() ? run : run.getFileName()) + " -o wave-packet.png";
    }
}
