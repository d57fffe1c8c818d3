// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/** Starts JavaFX from the class path, once in a process. */
final class Toolkit {
    static final String INSTEAD = "'asyncplot snapshot RUN -o picture.png' draws without a window";
    static final int PATIENCE_S = 30;
    /** Where Linux has a graphics processor. Without one the toolkit would look for it all the same, for a tenth of a second. */
    private static final List<Path> DEVICES = List.of(Path.of("/dev/dri"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("javafx");
    private static final int END_PATIENCE_MS = 500;

    private static volatile Thread applicationThread;

    private Toolkit() {
    }

    /**
     * Starts the toolkit and waits for it.
     *
     * @throws NoWindowException if there is no display, or nothing to reach it by
     */
    static void start() {
        requireDisplay();
        if (!Pulse.isOnDemand()) {
            setDefault("javafx.animation.pulse", "120");
        }
        if (isLinux() && DEVICES.stream().noneMatch(Files::exists)) {
            setDefault("prism.order", "sw");
        }
        placeNatives();
        // It warns of being on the class path, where it runs as well.
        LOGGER.setLevel(Level.SEVERE);
        launch();
        Platform.setImplicitExit(false);
    }

    private static void launch() {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            failure.compareAndSet(null, thrown);
            started.countDown();
        });
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            // With its first animation it prints the pulse it was given, before that stack traces of what is told here in one line.
            System.setOut(nowhere);
            System.setErr(nowhere);
            Platform.startup(() -> {
                applicationThread = Thread.currentThread();
                new PauseTransition(Duration.ONE).play();
                started.countDown();
            });
            if (!started.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new NoWindowException("the window system does not answer; " + INSTEAD, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError refused) {
            failure.compareAndSet(null, refused);
        } finally {
            System.setOut(out);
            System.setErr(err);
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        if (failure.get() instanceof NoWindowException known) {
            throw known;
        }
        if (failure.get() != null) {
            throw new NoWindowException("no window can be opened (" + reason(failure.get()) + "); " + INSTEAD, failure.get());
        }
    }

    /**
     * Ends the toolkit and waits for its thread, so that nothing of it is at work when the JVM takes its parts down.
     */
    static void stop() {
        Thread started = applicationThread;
        if (started == null) {
            return;
        }
        // Not from here: a screen that does not answer would keep this thread for ever.
        Platform.runLater(Platform::exit);
        try {
            started.join(END_PATIENCE_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the environment names a display; whether it answers is another matter. */
    static boolean hasDisplay() {
        boolean x11 = isLinux() && System.getProperty("glass.platform") == null;
        String display = System.getenv("DISPLAY");
        return !x11 || display != null && !display.isBlank();
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    static void requireDisplay() {
        if (!hasDisplay()) {
            throw new NoWindowException("there is no display to open a window on (DISPLAY is not set); " + INSTEAD, null);
        }
    }

    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
        if (text.contains("libgtk") || text.contains("glass_gtk") || text.contains("GTK") || text.contains("libglass")) {
            return "GTK 3 is missing: " + text + "; on Debian: apt-get install libgtk-3-0";
        }
        if (text.contains("DISPLAY")) {
            return "the display " + System.getenv("DISPLAY") + " cannot be reached";
        }
        return text.equals("null") ? root.getClass().getSimpleName() : text;
    }

    /** JavaFX unpacks its native libraries into the home; where that cannot be written, into the directory for temporary files. */
    static void placeNatives() {
        if (System.getProperty("javafx.cachedir") != null || isWritable(Path.of(System.getProperty("user.home"), ".openjfx", "cache"))) {
            return;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "asyncplot-javafx-" + System.getProperty("user.name"));
        if (!isWritable(temporary)) {
            throw new NoWindowException("JavaFX cannot unpack its libraries into " + System.getProperty("user.home") + " or " + temporary
                + "; name a directory that can be written: JDK_JAVA_OPTIONS=-Djavafx.cachedir=DIR", null);
        }
        System.setProperty("javafx.cachedir", temporary.toString());
    }

    private static boolean isWritable(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.isWritable(directory);
        } catch (IOException refused) {
            return false;
        }
    }

    static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
