// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** A line on standard error that says how far long work is, where that is a terminal; and the place where it is given up on Ctrl-C. */
final class Progress implements LongConsumer, AutoCloseable {
    /** The launcher says by this whether standard error is a terminal. */
    static final String TERMINAL = "asyncplot.terminal";

    private static final long FIRST_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int BAR = 30;
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter terminal;
    private final String what;
    private final long total;
    private final BooleanSupplier givenUp;
    private long nextNs = System.nanoTime() + FIRST_NS;
    private boolean shown;

    /**
     * Begins; work that takes less than half a second shows nothing.
     *
     * @param terminal where to, null if there is none
     * @param what     is being done
     * @param total    how much there is to do
     * @param givenUp  whether to stop
     */
    Progress(PrintWriter terminal, String what, long total, BooleanSupplier givenUp) {
        this.terminal = terminal;
        this.what = what;
        this.total = Math.max(1, total);
        this.givenUp = givenUp;
    }

    /** Whether people look at standard error. */
    static boolean isTerminal() {
        String said = System.getProperty(TERMINAL);
        if (said != null) {
            return Boolean.parseBoolean(said);
        }
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
        } catch (java.io.IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    @Override
    public void accept(long done) {
        if (givenUp.getAsBoolean()) {
            throw new CancellationException(what);
        }
        long now = System.nanoTime();
        if (terminal != null && now - nextNs >= 0) {
            nextNs = now + STEP_NS;
            shown = true;
            int filled = (int) (BAR * Math.min(done, total) / total);
            terminal.print(CLEAR + what + " [" + "=".repeat(filled) + " ".repeat(BAR - filled) + "] " + 100 * Math.min(done, total) / total + " %");
            terminal.flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
