// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.nio.IntBuffer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.plot.Tokens;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.RunStatus;
import org.asyncplot.viewer.source.Source;

/** A window on one or more runs. What is public may be called from any thread. */
public final class ViewerWindow implements AutoCloseable {
    private static final double CPU_SHARE = 0.25;
    private static final long LEAST_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long MOST_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private final WindowOptions options;
    private final Feeds feeds;
    private final Renderer renderer;
    private final WindowModel model;
    private final PictureOutput output;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Picture> pending = new AtomicReference<>();
    private final AtomicReference<Optional<Readout>> read = new AtomicReference<>(Optional.empty());
    private final AtomicReference<StatusReport> told = new AtomicReference<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean ready;
    private volatile boolean ownsToolkit;
    private PictureView picture;
    private TopBar bar;
    private OverlayView overlay;
    private Optional<PlayFoot> foot = Optional.empty();
    private Stage stage;
    private String problem = "";
    private boolean flipped;
    private Theme painted;

    private ViewerWindow(WindowOptions options, List<? extends Source> sources) {
        this.options = options;
        FramePace pace = options.fast() ? new FramePace(Double.MAX_VALUE, 0, 0) : new FramePace(CPU_SHARE, LEAST_INTERVAL_NS, MOST_INTERVAL_NS);
        feeds = new Feeds(List.copyOf(sources), options.alignment());
        renderer = new Renderer(feeds, easel(options), new FxScreen(), pace, System::nanoTime, ViewerWindow::cpuNs);
        model = new WindowModel(options.theme(), options.width(), options.height(), renderer::ask);
        output = new PictureOutput(options.pictures());
        sources.forEach(source -> source.listener(renderer::wake));
    }

    private static Easel easel(WindowOptions options) {
        return options.plotter().isPresent() ? new PlotterEasel(options.plotter().get(), System::nanoTime)
            : new FigureEasel(new LiveFigure(options.figure(), options.figureOfRun()));
    }

    private static long cpuNs() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /**
     * Whether there seems to be a display.
     *
     * @return false if no window can be opened for sure
     */
    public static boolean isPossible() {
        return Toolkit.hasDisplay();
    }

    /**
     * Refuses early what cannot be.
     *
     * @throws NoWindowException if there is no display
     */
    public static void requireDisplay() {
        Toolkit.requireDisplay();
    }

    /**
     * Opens the window of this process: starts the toolkit, which ends with it. The first picture is drawn meanwhile.
     *
     * @param options how
     * @param sources the runs; the caller closes them after this window
     * @return the window, shown
     * @throws NoWindowException if there cannot be one
     * @throws org.asyncplot.core.queue.RunException if a run cannot be opened
     */
    public static ViewerWindow open(WindowOptions options, List<? extends Source> sources) {
        return open(options, sources, true, Toolkit::start);
    }

    /**
     * Opens a window in a program that is not ours: on daemon threads, with output, handlers and signals left as they are. It can be done
     * again and again, and several may be open at once.
     *
     * @param options how
     * @param sources the runs; the caller closes them after this window
     * @return the window, shown
     * @throws NoWindowException if there cannot be one
     * @throws org.asyncplot.core.queue.RunException if a run cannot be opened
     */
    public static ViewerWindow openInProgram(WindowOptions options, List<? extends Source> sources) {
        return open(options, sources, false, HostToolkit::start);
    }

    private static ViewerWindow open(WindowOptions options, List<? extends Source> sources, boolean ownsToolkit, Runnable toolkit) {
        ViewerWindow window = new ViewerWindow(options, sources);
        window.renderer.start();
        window.model.ask();
        try {
            window.ownsToolkit = ownsToolkit;
            toolkit.run();
            sources.forEach(Source::awaitOpen);
            CountDownLatch shown = new CountDownLatch(1);
            Platform.runLater(() -> {
                window.show(new Stage());
                shown.countDown();
            });
            shown.await();
            return window;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            window.close();
            return window;
        } catch (NoWindowException | RunException impossible) {
            window.close();
            throw impossible;
        }
    }

    /** On the toolkit's thread, for tests that bring a stage of their own. */
    static ViewerWindow on(Stage stage, WindowOptions options, List<? extends Source> sources) {
        ViewerWindow window = new ViewerWindow(options, sources);
        window.renderer.start();
        window.show(stage);
        return window;
    }

    WindowModel model() {
        return model;
    }

    private void show(Stage newStage) {
        stage = newStage;
        picture = new PictureView();
        bar = new TopBar();
        overlay = new OverlayView();
        PlayKeys keys = new PlayKeys(options.playback(), model);
        foot = options.playback().map(playback -> new PlayFoot(playback, keys, this::changed));
        WindowPane root = new WindowPane(picture, bar, overlay, foot.map(PlayFoot::bar));
        Scene scene = new Scene(root, options.width(), options.height() + (foot.isPresent() ? PlayBar.HEIGHT : 0));
        colours(model.theme());
        stage.setScene(scene);
        stage.setTitle("asyncplot");
        stage.setOnCloseRequest(request -> closed.countDown());
        Runnable resize = () -> model.resize(root.getWidth(), root.pictureHeight(), stage.getOutputScaleX());
        root.widthProperty().addListener(changed -> resize.run());
        root.heightProperty().addListener(changed -> resize.run());
        stage.outputScaleXProperty().addListener(changed -> resize.run());
        scene.addPostLayoutPulseListener(this::pulsed);
        new WindowInput(model, renderer, overlay, keys, this::changed, this::copy, this::save, this::align, this::requestClose).attach(scene, stage);
        stage.show();
        resize.run();
        model.ask();
        ready = true;
        drain();
    }

    /** The picture of this pulse is handed over after the listeners; then the other buffer is free. */
    private void pulsed() {
        if (flipped) {
            flipped = false;
            Platform.runLater(renderer::taken);
        }
    }

    private void changed() {
        bar.mode(foot.map(PlayFoot::mode).filter(mode -> !mode.isEmpty()).orElse(model.mode()));
        foot.ifPresent(played -> played.bar().update());
    }

    private void colours(Theme theme) {
        painted = theme;
        Tokens tokens = painted.tokens();
        if (picture.getScene() != null) {
            picture.getScene().setFill(Shades.color(tokens.background()));
        }
        bar.paint(tokens);
        overlay.paint(tokens);
        foot.ifPresent(played -> played.bar().paint(tokens));
    }

    private void drain() {
        scheduled.set(false);
        Picture next = pending.getAndSet(null);
        if (next != null) {
            picture.flip(next);
            // Together with its picture: one that cannot be drawn keeps the colours that it has.
            if (painted != next.request().theme()) {
                colours(next.request().theme());
            }
            flipped = true;
            renderer.flipped(next, System.nanoTime());
            model.shown(next.panels());
            bar.heading(next.heading());
            title(next.heading());
            problem = next.problem();
        }
        overlay.crosshair(read.get(), model.scale());
        StatusReport report = told.getAndSet(null);
        if (report != null) {
            bar.tell(report);
            foot.ifPresent(played -> played.bar().update());
            standing(report);
        }
        Pulse.now();
    }

    private void title(Picture.Heading heading) {
        String title = (heading.run().isEmpty() ? heading.title() : heading.title() + " \u00b7 " + heading.run()) + " \u2013 asyncplot";
        if (!title.equals(stage.getTitle())) {
            stage.setTitle(title);
        }
    }

    private void standing(StatusReport report) {
        String wrong = report.runs().stream().map(RunStatus::detail)
            .filter(detail -> detail.contains(" ")).findFirst().orElse(report.complaint().isEmpty() ? problem : report.complaint());
        overlay.stand(wrong);
    }

    private void copy() {
        renderer.withPicture(shot -> {
            int[] argb = shot.argb().clone();
            Platform.runLater(() -> {
                WritableImage image = new WritableImage(shot.widthPx(), shot.heightPx());
                image.getPixelWriter().setPixels(0, 0, shot.widthPx(), shot.heightPx(), PixelFormat.getIntArgbInstance(), IntBuffer.wrap(argb),
                    shot.widthPx());
                ClipboardContent content = new ClipboardContent();
                content.putImage(image);
                Clipboard.getSystemClipboard().setContent(content);
                overlay.say("copied, " + shot.widthPx() + " \u00d7 " + shot.heightPx() + " pixels");
            });
        });
    }

    /** Counts x the other way. */
    private void align() {
        feeds.align(feeds.alignment().turned());
        overlay.say(feeds.alignment().by() == Alignment.By.X ? "x as recorded" : "times from the start of their run");
        model.ask();
    }

    private void save() {
        renderer.withPicture(shot -> {
            String line = output.save(shot, LocalDateTime.now());
            Platform.runLater(() -> overlay.say(line));
        });
    }

    /** Waits until the user has closed the window, or {@link #requestClose()} was called. */
    public void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #awaitClosed()}; does not block. */
    public void requestClose() {
        closed.countDown();
    }

    /**
     * Whether a plotter was still at work when the window was closed, and cannot be stopped: then the runs have to stay open until the process
     * ends.
     *
     * @return whether data are still touched
     */
    public boolean isStuck() {
        return renderer.isStuck();
    }

    /** Takes the window away and ends its drawing; waits for both, after which no data are touched any more unless it {@link #isStuck()}. */
    @Override
    public void close() {
        closed.countDown();
        renderer.close();
        foot.ifPresent(PlayFoot::close);
        if (ready) {
            Platform.runLater(() -> stage.close());
        }
        if (ownsToolkit) {
            Toolkit.stop();
        }
    }

    /** What the drawing thread calls: everything newest wins, and one task on the toolkit's thread fetches it all. */
    private final class FxScreen implements Screen {
        @Override
        public void show(Picture next) {
            pending.set(next);
            schedule();
        }

        @Override
        public void read(Optional<Readout> readout) {
            if (!read.getAndSet(readout).equals(readout)) {
                schedule();
            }
        }

        @Override
        public void tell(StatusReport report) {
            told.set(report);
            schedule();
        }

        private void schedule() {
            if (ready && scheduled.compareAndSet(false, true)) {
                Platform.runLater(ViewerWindow.this::drain);
            }
        }
    }
}
