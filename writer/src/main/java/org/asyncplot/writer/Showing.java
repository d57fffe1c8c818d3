// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.core.plotter.ViewerLauncher;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.Presence;

/** Opens viewers of one plot, on threads of its own: the computing thread only says so. What goes wrong is one line for the error handler. */
final class Showing {
    private static final long SOON_NS = TimeUnit.SECONDS.toNanos(5);
    /** A program that has nothing more to do waits so long for its viewer to be started, and no longer. */
    private static final long PATIENCE_MS = 2_000;

    private final Recording recording;
    private final PlotContext context;
    private final Path run;
    private final RecordingLog log;
    /** Whether what was opened for a plotter, or null for all channels, is there still. Under the lock of this. */
    private final Map<ShownPlotter, BooleanSupplier> opened = new HashMap<>();

    Showing(Recording recording, PlotContext context) {
        this.recording = recording;
        this.context = context;
        this.run = recording.directory().toAbsolutePath();
        this.log = recording.log();
    }

    /** The same for a class, once it is found to be of use. */
    void show(Class<? extends Plotter> type, String... options) {
        try {
            show(ShownPlotter.of(type, options));
        } catch (RuntimeException | LinkageError unusable) {
            refuse(unusable);
        }
    }

    /** Begins to open a viewer, for all channels if the plotter is null; never throws and waits for nothing. */
    void show(ShownPlotter plotter) {
        if (context.viewer() == ViewerPlace.NOWHERE) {
            log.tell("not shown, since " + PlotContext.VIEWER_PROPERTY + " is nowhere");
            return;
        }
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Thread opener = thread(() -> open(plotter), "asyncplot-show", true);
            opener.setContextClassLoader(loader);
            opener.start();
            thread(() -> await(opener), "asyncplot-show-begun", false).start();
        } catch (RuntimeException | OutOfMemoryError noThread) {
            refuse(noThread);
        }
    }

    private static Thread thread(Runnable task, String name, boolean daemon) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(daemon);
        return thread;
    }

    private static void await(Thread opener) {
        try {
            opener.join(PATIENCE_MS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void open(ShownPlotter plotter) {
        try {
            if (opened.getOrDefault(plotter, () -> false).getAsBoolean() || plotter == null && Presence.isWatched(run)) {
                log.tell("shown already");
                return;
            }
            opened.put(plotter, context.viewer() == ViewerPlace.IN_PROCESS ? openHere(plotter) : openProcess(plotter));
            if (plotter != null) {
                recording.note(Recording.epochNs(Instant.now()), Double.NaN, NoteLevel.INFO.ordinal(), -1, "shown by " + plotter.text());
            }
        } catch (RuntimeException | LinkageError refused) {
            refuse(refused);
        }
    }

    private BooleanSupplier openProcess(ShownPlotter plotter) {
        ViewerCommand command = ViewerCommand.of(context);
        if (!command.isGiven() && !hasDisplay(System.getProperty("os.name"), System.getenv())) {
            throw new RunException(RunException.Kind.REFUSED, "there is no display to show run '" + context.name() + "' on; watch it where there is "
                + "one: asyncplot view " + Words.quoted(run.toString()) + ", or take its picture: asyncplot snapshot "
                + Words.quoted(run.toString()) + " -o picture.png");
        }
        long beganNs = System.nanoTime();
        ViewerProcess viewer = ViewerProcess.start(command, run, plotter == null ? List.of() : plotter.arguments());
        log.tell("viewer started, process " + viewer.pid() + ", its log is " + viewer.log() + ": " + command.line() + " (" + command.place() + ")");
        viewer.onEnd(exitCode -> {
            log.tell("viewer ended, exit code " + exitCode);
            if (exitCode != 0 && System.nanoTime() - beganNs < SOON_NS) {
                String why = viewer.lastLine().map(line -> line.replaceFirst("^asyncplot: ", "")).orElse("exit code " + exitCode + ", without a word");
                refuse(new RunException(RunException.Kind.REFUSED, "the viewer ended at once: " + why + " (its log: " + viewer.log() + ")"));
            }
        });
        return viewer::isOpen;
    }

    static boolean hasDisplay(String osName, Map<String, String> environment) {
        return !osName.startsWith("Linux") || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    private BooleanSupplier openHere(ShownPlotter plotter) {
        ViewerLauncher launcher = launcher().orElseThrow(() -> new RunException(RunException.Kind.MISSING,
            "no viewer for this process was found; put asyncplot.jar, or the artifact asyncplot-viewer, on the class path"));
        Thread window = thread(() -> {
            try {
                Optional<Plotter> drawing = plotter == null ? Optional.empty() : Optional.of(plotter.make());
                launcher.show(run, drawing, plotter == null ? Map.of() : plotter.options());
                log.tell("window closed");
            } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
                refuse(refused);
            }
        }, "asyncplot-window", true);
        window.start();
        log.tell("window opened in this process");
        return window::isAlive;
    }

    private static Optional<ViewerLauncher> launcher() {
        return ServiceLoader.load(ViewerLauncher.class).findFirst()
            .or(() -> ServiceLoader.load(ViewerLauncher.class, Showing.class.getClassLoader()).findFirst());
    }

    private void refuse(Throwable refused) {
        log.tell("not shown: " + refused);
        context.errorHandler().onError(refused instanceof RunException ? refused : new RunException(RunException.Kind.REFUSED,
            refused instanceof IllegalArgumentException ? refused.getMessage() : "run '" + context.name() + "' cannot be shown: " + refused, refused));
    }
}
