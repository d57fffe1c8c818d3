// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

/** How a command ends; the same numbers for every command. */
final class ExitCode {
    /** What was asked for is done. */
    static final int DONE = 0;
    /** It could not be done; one line on standard error says why. */
    static final int FAILED = 1;
    /** The command line cannot be understood. */
    static final int USAGE = 2;
    /** There is nothing to show: no such run. */
    static final int NOTHING = 3;
    /** Ended by Ctrl-C. The JVM ends a command with this by itself as long as nothing catches SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
