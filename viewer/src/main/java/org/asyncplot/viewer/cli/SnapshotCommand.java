// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.FigureYaml;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.viewer.plot.AutoLayout;
import org.asyncplot.viewer.plot.FigurePainter;
import org.asyncplot.viewer.plot.PlotterPanel;
import org.asyncplot.viewer.plot.PngFile;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a run into a file, without a display. */
@Command(name = "snapshot", description = "Draw runs, running or finished, into a PNG file. Needs no display.")
final class SnapshotCommand implements Callable<Integer> {
    /** More pixels than this are a slip of the keyboard, and more memory than a short command should take. */
    private static final long MOST_PIXELS = 200_000_000;
    private static final int MOST_PATIENCE_S = 86_400;

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions common;

    @Mixin
    private DrawingOptions drawing;

    @Mixin
    private AlignOptions align;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "A run's directory, its directory's name, its name (the newest of that "
            + "name), or a pattern with * and ?. Several are laid over each other.")
    private List<String> runs;

    @Option(names = "-o", paramLabel = "FILE.png", required = true, description = "The picture; one that exists is replaced.")
    private Path output;

    @Option(names = "--scale", paramLabel = "N", defaultValue = "1", description = "Pixels for each logical pixel, 0.5 to 8 (${DEFAULT-VALUE}).")
    private double scale;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "Colours (${DEFAULT-VALUE}).")
    private Theme theme;

    @Option(names = "--from", paramLabel = "X", description = "Begin here: a number, an ISO-8601 time (UTC), or -30s from the end.")
    private String from;

    @Option(names = "--to", paramLabel = "X", description = "End here.")
    private String to;

    @Mixin
    private MomentOption at;

    @Option(names = "--patience", paramLabel = "S", defaultValue = "30",
            description = "Give up a --plotter that has not finished after so many seconds (${DEFAULT-VALUE}).")
    private double patienceS;

    @Mixin
    private PlotterOptions plotters;

    @Override
    public Integer call() throws Exception {
        check();
        List<Path> directories = RunSelection.of(common.runsDirectory(), runs).directories();
        if (plotters.isPresent() && directories.size() > 1) {
            throw wrong(PlotterOptions.PLOTTER + " draws one run; these are " + directories.size());
        }
        Alignment alignment = align.alignment(common.runsDirectory(), directories);
        if (plotters.isPresent()) {
            Patience.call(() -> draw(directories, alignment), patienceS, plotters.className() + " has not finished drawing after "
                    + NumberText.of(patienceS) + " s; --patience gives it longer");
        } else {
            draw(directories, alignment);
        }
        common.out().println(output);
        return ExitCode.DONE;
    }

    private Void draw(List<Path> directories, Alignment alignment) throws IOException {
        FigureSpec asked = drawing.figure().orElse(null);
        Optional<Plotter> plotter = plotters.load();
        try (OpenRuns opened = OpenRuns.of(directories)) {
            Snapshot snapshot = opened.snapshot(drawing.wanted(), alignment, at.position());
            requireMatch(opened, snapshot);
            int widthPx = (int) Math.round(drawing.size().width() * scale);
            int heightPx = (int) Math.round(drawing.size().height() * scale);
            int[] argb = new int[widthPx * heightPx];
            if (plotter.isPresent()) {
                new PlotterPanel(plotter.get(), plotters.options(), theme, scale)
                        .paint(argb, widthPx, heightPx, snapshot, opened.only().state(), opened.only().parameters()).ifPresent(this::log);
            } else {
                FigurePainter painter = new FigurePainter(theme, scale);
                painter.paint(argb, widthPx, heightPx, figureOf(asked, opened, snapshot), snapshot);
                painter.lastProblems().forEach(problem -> common.err().println("asyncplot: " + problem));
            }
            PngFile.write(output, argb, widthPx, heightPx);
        } catch (IllegalArgumentException cannotBeDrawn) {
            throw new CommandException(ExitCode.FAILED, drawing.figureFile().map(file -> file + ": ").orElse("") + cannotBeDrawn.getMessage(),
                    cannotBeDrawn);
        }
        return null;
    }

    /** What a plotter throws is in its picture; where it was thrown is for its author. */
    private void log(Throwable thrown) {
        if (common.log().includes(LogLevel.DEBUG)) {
            thrown.printStackTrace(common.err());
        }
    }

    private void check() {
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw wrong("-o " + output + " does not end in .png; PNG is what snapshot writes");
        }
        if (!(scale >= 0.5 && scale <= 8)) {
            throw wrong("--scale " + scale + " is not between 0.5 and 8");
        }
        if (drawing.size().width() * scale * drawing.size().height() * scale > MOST_PIXELS) {
            throw wrong("--size times --scale makes more than " + MOST_PIXELS / 1_000_000 + " million pixels; choose less");
        }
        if (!(patienceS > 0 && patienceS <= MOST_PATIENCE_S)) {
            throw wrong("--patience " + NumberText.of(patienceS) + " is not between 0 and " + MOST_PATIENCE_S);
        }
        if (plotters.isPresent() && (drawing.figure().isPresent() || from != null || to != null)) {
            throw wrong(PlotterOptions.PLOTTER + " draws what it likes; leave out --figure, --from and --to");
        }
        at.position();
        checkPosition("--from", from);
        checkPosition("--to", to);
        Path parent = output.toAbsolutePath().getParent();
        if (Files.isDirectory(output) || parent == null || !Files.isDirectory(parent)) {
            throw new CommandException(ExitCode.FAILED, Files.isDirectory(output) ? output + " is a directory; name a file"
                    : "there is no directory " + parent + " to write the picture into; make it first");
        }
    }

    private void checkPosition(String option, String text) {
        try {
            if (text != null) {
                XPosition.parse(text);
            }
        } catch (IllegalArgumentException unreadable) {
            throw wrong(option + ": " + unreadable.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private void requireMatch(OpenRuns opened, Snapshot snapshot) {
        boolean nothing = snapshot.signals().isEmpty() && snapshot.waveforms().isEmpty() && snapshot.images().isEmpty();
        List<String> names = opened.channels();
        if (nothing && drawing.channels().isPresent() && names.stream().noneMatch(drawing.wanted())) {
            throw new CommandException(ExitCode.NOTHING, "no channel of " + opened + " matches '" + drawing.channels().get() + "'"
                    + (names.isEmpty() ? "; it has none yet" : "; it has " + names.stream().limit(12).collect(Collectors.joining(", "))
                    + (names.size() > 12 ? " and " + (names.size() - 12) + " more" : "")));
        }
    }

    private FigureSpec figureOf(FigureSpec asked, OpenRuns opened, Snapshot snapshot) {
        Optional<String> sent = drawing.channels().isPresent() ? Optional.empty() : opened.figure(snapshot, at.position());
        FigureSpec chosen = asked != null ? asked : sent.map(yaml -> FigureYaml.read(yaml, "the figure in " + opened))
                .orElseGet(() -> AutoLayout.of(snapshot));
        return FigureChoice.between(chosen, Optional.ofNullable(from), Optional.ofNullable(to));
    }
}
