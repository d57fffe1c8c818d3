// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * JavaFX inside a program that is not ours. Started once and never stopped, since it cannot be started again; by a daemon thread, so that
 * its threads are daemons too and the program ends when it would without. Its threads belong to a group of their own, by which what they
 * print and throw is told from what the program does.
 */
final class HostToolkit {
    private static boolean started;
    private static NoWindowException refused;

    private HostToolkit() {
    }

    /**
     * Starts the toolkit, if it is not there, and waits for it.
     *
     * @throws NoWindowException if there is no display, or nothing to reach it by
     */
    static synchronized void start() {
        if (refused != null) {
            throw refused;
        }
        if (!started) {
            Toolkit.requireDisplay();
            Toolkit.setDefault("javafx.animation.pulse", "120");
            Toolkit.placeNatives();
            try {
                launch();
                started = true;
            } catch (NoWindowException failed) {
                refused = failed;
                throw failed;
            }
        }
    }

    private static void launch() {
        Group group = new Group();
        Thread starter = new Thread(group, () -> {
            try {
                Platform.startup(() -> {
                    Platform.setImplicitExit(false);
                    // The first animation prints the pulse it was given.
                    new PauseTransition(Duration.ONE).play();
                    group.ended.countDown();
                });
            } catch (IllegalStateException byTheProgram) {
                group.ended.countDown();
            }
        }, "asyncplot-toolkit");
        starter.setDaemon(true);
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream quietOut = group.without(out, () -> true);
        PrintStream quietErr = group.without(err, () -> true);
        System.setOut(quietOut);
        System.setErr(quietErr);
        try {
            starter.start();
            if (!group.ended.await(Toolkit.PATIENCE_S, TimeUnit.SECONDS)) {
                throw new NoWindowException("the window system does not answer; " + Toolkit.INSTEAD, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoWindowException("no window is opened, since its thread was interrupted", interrupted);
        } finally {
            // Unless the program has put others there in the meantime.
            if (System.out == quietOut) {
                System.setOut(out);
            }
            if (System.err == quietErr) {
                System.setErr(err);
            }
        }
        quietAtTheEnd(group);
        Throwable failure = group.failure.get();
        if (failure != null) {
            throw new NoWindowException("no window can be opened (" + Toolkit.reason(failure) + "); " + Toolkit.INSTEAD, failure);
        }
    }

    /**
     * When the JVM ends the toolkit takes its parts down under its own threads; what they say of it is of no use to anybody. A hook would
     * come too late now and then, since hooks have no order.
     */
    private static void quietAtTheEnd(Group group) {
        System.setErr(group.without(System.err, Group::isJvmEnding));
    }

    /** The toolkit's threads. */
    private static final class Group extends ThreadGroup {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Group() {
            super("asyncplot-toolkit");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (ended.getCount() > 0) {
                failure.compareAndSet(null, thrown);
                ended.countDown();
            } else if (!isJvmEnding()) {
                super.uncaughtException(thread, thrown);
            }
        }

        private static boolean isJvmEnding() {
            Thread probe = new Thread(() -> { });
            try {
                Runtime.getRuntime().addShutdownHook(probe);
                Runtime.getRuntime().removeShutdownHook(probe);
                return false;
            } catch (IllegalStateException ending) {
                return true;
            }
        }

        private boolean isCaller() {
            return Thread.currentThread().getThreadGroup() == this;
        }

        /** The same stream, but for what these threads print then: a line about the pulse, stack traces of what is told in one line. */
        PrintStream without(PrintStream stream, BooleanSupplier when) {
            return new PrintStream(new FilterOutputStream(stream) {
                @Override
                public void write(int octet) throws IOException {
                    to().write(octet);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    to().write(bytes, from, length);
                }

                private OutputStream to() {
                    return isCaller() && when.getAsBoolean() ? nullOutputStream() : stream;
                }
            }, true, Charset.defaultCharset());
        }
    }
}
