// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.core.run.Runs;
import org.asyncplot.viewer.fx.NoWindowException;
import org.asyncplot.viewer.fx.PlotterChoice;
import org.asyncplot.viewer.fx.ViewerWindow;
import org.asyncplot.viewer.fx.WindowOptions;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.LiveSource;
import org.asyncplot.viewer.source.Playback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens a window on runs. */
@Command(name = "view", description = {"Show runs in a window, live while they run. Without RUN the newest one that is running;",
    "if none is, waits for one. F1 in the window names its keys."})
final class ViewCommand implements Callable<Integer> {
    private static final long LOOK_MS = 200;
    private static final double LOAD_PATIENCE_S = 10;

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions common;

    @Mixin
    private DrawingOptions drawing;

    @Mixin
    private AlignOptions align;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "A run's directory, its directory's name, its name (the newest of that "
            + "name), or a pattern of names with * and ?. Several are laid over each other.")
    private List<String> runs = new ArrayList<>();

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "dark", description = "Colours to begin with (${DEFAULT-VALUE}).")
    private Theme theme;

    @Option(names = "--fast", description = {"Least latency: looks for data every 50 us and draws as fast as it can, which takes most of",
        "two cores. Without it pictures come at up to 120 a second, fewer where they would take more than a quarter of a core."})
    private boolean fast;

    @Mixin
    private PlotterOptions plotters;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile ViewerWindow window;

    @Override
    public Integer call() throws Exception {
        check();
        try (Interruption interruption = Interruption.beforeTheJvmEnds(this::stop)) {
            ViewerWindow.requireDisplay();
            Optional<FigureSpec> figure = drawing.figure();
            Optional<PlotterChoice> plotter = plotter();
            List<Path> directories = runs.isEmpty() ? awaitRunning() : find();
            if (plotter.isPresent() && directories.size() > 1) {
                throw wrong(PlotterOptions.PLOTTER + " draws one run, not " + directories.size());
            }
            if (!directories.isEmpty()) {
                show(directories, figure, plotter, align.alignment(common.runsDirectory(), directories));
            }
            return interruption.requested() ? interruption.exitCode() : ExitCode.DONE;
        } catch (NoWindowException impossible) {
            throw new CommandException(ExitCode.FAILED, impossible.getMessage(), impossible);
        }
    }

    private void stop() {
        stopped.countDown();
        ViewerWindow open = window;
        if (open != null) {
            open.requestClose();
        }
    }

    private void check() {
        if (plotters.isPresent() && drawing.figureFile().isPresent()) {
            throw wrong(PlotterOptions.PLOTTER + " draws what it likes; leave out --figure");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private Optional<PlotterChoice> plotter() throws Exception {
        if (!plotters.isPresent()) {
            return Optional.empty();
        }
        Optional<Plotter> loaded = Patience.call(plotters::load, LOAD_PATIENCE_S, plotters.className() + " has not been made after "
                + NumberText.of(LOAD_PATIENCE_S) + " s; its constructor takes too long");
        return loaded.map(plotter -> new PlotterChoice(plotter, plotters.options(), this::log));
    }

    private List<Path> find() {
        Runs known = common.runsDirectory();
        List<Path> found = new ArrayList<>();
        for (String run : runs) {
            List<Path> matching = run.matches(".*[*?].*") ? matching(known, run) : List.of(known.find(run));
            matching.stream().filter(directory -> !found.contains(directory)).forEach(found::add);
        }
        return found;
    }

    private static List<Path> matching(Runs known, String pattern) {
        ChannelGlob glob = ChannelGlob.of(pattern);
        List<Path> matching = known.list().stream().filter(directory -> glob.test(directory.getFileName().toString())).toList();
        if (matching.isEmpty()) {
            throw new CommandException(ExitCode.NOTHING, "no run in " + known.directory() + " matches '" + pattern
                    + "'; 'asyncplot list' names those there are");
        }
        return matching;
    }

    /** Empty if a signal came first. */
    private List<Path> awaitRunning() throws InterruptedException {
        RunningRun running = new RunningRun(common.runsDirectory());
        Optional<Path> newest = running.newest();
        if (newest.isEmpty()) {
            common.err().println("asyncplot: no run is running in " + common.runsDirectory().directory() + "; waiting for one, Ctrl-C ends this");
            common.err().flush();
        }
        while (newest.isEmpty()) {
            if (stopped.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                return List.of();
            }
            newest = running.newest();
        }
        return List.of(newest.get());
    }

    private void show(List<Path> directories, Optional<FigureSpec> figure, Optional<PlotterChoice> plotter, Alignment alignment) {
        List<LiveSource> sources = new ArrayList<>();
        boolean stuck = false;
        try {
            Playback playback = Playback.live(System::nanoTime);
            directories.forEach(directory -> sources.add(LiveSource.follow(directory, drawing.wanted(), fast, playback)));
            WindowOptions options = new WindowOptions(drawing.size().width(), drawing.size().height(), theme, figure, plotter,
                    drawing.channels().isEmpty(), fast, Path.of(""), alignment, Optional.of(playback));
            ViewerWindow open = ViewerWindow.open(options, sources);
            try {
                window = open;
                if (stopped.getCount() > 0) {
                    awaitClosed(open, directories);
                }
            } finally {
                open.close();
                stuck = open.isStuck();
            }
        } finally {
            if (!stuck) {
                sources.forEach(LiveSource::close);
            }
        }
    }

    private void awaitClosed(ViewerWindow open, List<Path> directories) {
        Attendance attendance = Attendance.at(directories, this::log);
        try {
            open.awaitClosed();
        } finally {
            attendance.close();
        }
    }

    private void log(Throwable thrown) {
        if (common.log().includes(LogLevel.DEBUG)) {
            thrown.printStackTrace(common.err());
        }
    }
}
