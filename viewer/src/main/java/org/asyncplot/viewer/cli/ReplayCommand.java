// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.run.Run;
import org.asyncplot.viewer.fx.NoWindowException;
import org.asyncplot.viewer.fx.ViewerWindow;
import org.asyncplot.viewer.fx.WindowOptions;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.LiveSource;
import org.asyncplot.viewer.source.Playback;
import org.asyncplot.viewer.source.RunMoments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays runs as they came. */
@Command(name = "replay", description = {"Play runs in a window as they came, from the start or from --at on. Space stops and goes on, the mouse",
    "moves the time below the picture, F1 names the keys."})
final class ReplayCommand implements Callable<Integer> {
    private static final String SPEED = "--speed";

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions common;

    @Mixin
    private DrawingOptions drawing;

    @Mixin
    private AlignOptions align;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "A run's directory, its directory's name, its name (the newest of that "
            + "name), or a pattern with * and ?. Several are played together, from their starts.")
    private List<String> runs;

    @Mixin
    private MomentOption at;

    @Option(names = SPEED, paramLabel = "N", defaultValue = "1", description = "So many times as fast as it came, 0.01 to 1000 (${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--loop", description = "Begin again at the end.")
    private boolean loop;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "dark", description = "Colours to begin with (${DEFAULT-VALUE}).")
    private Theme theme;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile ViewerWindow window;

    @Override
    public Integer call() {
        if (!(speed >= Playback.SLOWEST && speed <= Playback.FASTEST)) {
            throw new ParameterException(command.commandLine(), SPEED + " " + NumberText.of(speed) + " is not between 0.01 and 1000");
        }
        Optional<XPosition> from = at.position();
        try (Interruption interruption = Interruption.beforeTheJvmEnds(this::stop)) {
            ViewerWindow.requireDisplay();
            Optional<FigureSpec> figure = drawing.figure();
            List<Path> directories = RunSelection.of(common.runsDirectory(), runs).directories();
            Alignment alignment = align.alignment(common.runsDirectory(), directories);
            show(directories, figure, alignment, Playback.from(begin(directories, from), System::nanoTime));
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

    /** Where it begins, by the first run; runs that cannot be played are told. */
    private long begin(List<Path> directories, Optional<XPosition> from) {
        long beginNs = 0;
        for (Path directory : directories) {
            try (Run run = Run.open(directory)) {
                if (!run.clock().isThere()) {
                    common.err().println("asyncplot: " + directory + " " + MomentOption.NO_CLOCK + "; it is shown whole");
                    common.err().flush();
                } else if (directory.equals(directories.get(0)) && from.isPresent()) {
                    beginNs = RunMoments.find(run, from.get());
                }
            }
        }
        return beginNs;
    }

    private void show(List<Path> directories, Optional<FigureSpec> figure, Alignment alignment, Playback playback) {
        playback.speed(speed);
        playback.loop(loop);
        List<LiveSource> sources = new ArrayList<>();
        try {
            directories.forEach(directory -> sources.add(LiveSource.follow(directory, drawing.wanted(), false, playback)));
            WindowOptions options = new WindowOptions(drawing.size().width(), drawing.size().height(), theme, figure, Optional.empty(),
                    drawing.channels().isEmpty(), false, Path.of(""), alignment, Optional.of(playback));
            try (ViewerWindow open = ViewerWindow.open(options, sources)) {
                window = open;
                if (stopped.getCount() > 0) {
                    open.awaitClosed();
                }
            }
        } finally {
            sources.forEach(LiveSource::close);
        }
    }
}
